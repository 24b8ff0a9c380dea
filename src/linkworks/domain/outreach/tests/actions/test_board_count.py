import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from linkworks.domain.outreach.choices import Ending
from linkworks.domain.outreach.selectors import board_lately
from linkworks.domain.outreach.selectors.board import read_board
from linkworks.domain.outreach.selectors.board_lately import read_board_lately
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory, EndedContactFactory
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(team):
    made = CampaignFactory(team=team)
    CampaignContactFactory(campaign=made)
    return made


def test_what_was_counted_a_moment_ago_is_shown_to_the_next_who_asks(campaign, link_worker, commissioner):
    assert read_board_lately(link_worker, campaign).count() == 1
    CampaignContactFactory(campaign=campaign)
    with CaptureQueriesContext(connection) as asked:
        assert read_board_lately(commissioner, campaign).count() == 1
    assert not asked.captured_queries


def test_soon_it_is_counted_anew(campaign, link_worker, monkeypatch):
    monkeypatch.setattr(board_lately, "GOOD_FOR", 0)
    assert read_board_lately(link_worker, campaign).count() == 1
    CampaignContactFactory(campaign=campaign)
    assert read_board_lately(link_worker, campaign).count() == 2


def test_nobody_waits_for_a_count_that_has_begun(campaign, link_worker, commissioner, monkeypatch):
    read_board_lately(link_worker, campaign)
    monkeypatch.setattr(board_lately, "GOOD_FOR", 0)
    with board_lately._counted[campaign.pk].lock:
        assert read_board_lately(commissioner, campaign).count() == 1


def test_it_says_where_everybody_stands_as_the_whole_board_does(campaign, link_worker):
    EndedContactFactory(campaign=campaign, ending=Ending.REACHED)
    lately, whole = read_board_lately(link_worker, campaign), read_board(link_worker, campaign)
    assert (lately.count(), lately.reached(), lately.ended()) == (whole.count(), whole.reached(), whole.ended())


def test_what_others_may_see_is_not_shown_to_whoever_may_not(campaign, link_worker, administrator):
    read_board_lately(link_worker, campaign)
    with pytest.raises(NotAllowed):
        read_board_lately(administrator, campaign)


def test_a_board_of_another_team_is_not_there(campaign, signed_in, link_worker, other_team_worker):
    read_board_lately(link_worker, campaign)
    answer = signed_in(other_team_worker).get(reverse("outreach:board_numbers", args=[campaign.pk]))
    assert answer.status_code == 404
