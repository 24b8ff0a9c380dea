from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from linkworks.domain.outreach.actions import board_count
from linkworks.domain.outreach.actions.board_count import count_lately
from linkworks.domain.outreach.choices import Ending
from linkworks.domain.outreach.models import BoardCount
from linkworks.domain.outreach.selectors.board import ASK_AGAIN, GOOD_FOR, read_board
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, CampaignFactory, EndedContactFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(team):
    with acting(Actor.system("test", team.pk)):
        made = CampaignFactory(team=team)
        CampaignContactFactory(campaign=made)
    return made


def make_older(campaign, age):
    BoardCount.objects.filter(campaign=campaign).update(counted_at=clock.now() - age)


def test_what_was_counted_a_moment_ago_is_shown_to_the_next_who_asks(campaign, link_worker, commissioner):
    counted = count_lately(link_worker, campaign=campaign)
    CampaignContactFactory(campaign=campaign)
    assert count_lately(commissioner, campaign=campaign) == counted
    assert counted.count() == 1


def test_soon_it_is_counted_anew(campaign, link_worker):
    count_lately(link_worker, campaign=campaign)
    CampaignContactFactory(campaign=campaign)
    make_older(campaign, GOOD_FOR)
    assert count_lately(link_worker, campaign=campaign).count() == 2


def test_the_next_numbers_are_asked_for_when_they_are_due(campaign, link_worker):
    counted = count_lately(link_worker, campaign=campaign)
    assert replace(counted, at=clock.now() + timedelta(hours=1)).next_in() - timedelta(minutes=59) > GOOD_FOR
    assert replace(counted, at=clock.now() - GOOD_FOR).next_in() == ASK_AGAIN


def test_it_says_where_everybody_stands_as_the_whole_board_does(campaign, link_worker):
    EndedContactFactory(campaign=campaign, ending=Ending.REACHED)
    count_lately(link_worker, campaign=campaign)
    kept, whole = count_lately(link_worker, campaign=campaign), read_board(link_worker, campaign)
    assert (kept.count(), kept.reached(), kept.ended()) == (whole.count(), whole.reached(), whole.ended())
    assert (kept.needs, kept.overdue, kept.callers) == (whole.needs, whole.overdue, whole.callers)


def test_what_others_may_see_is_not_shown_to_whoever_may_not(campaign, link_worker, administrator):
    count_lately(link_worker, campaign=campaign)
    with pytest.raises(NotAllowed):
        count_lately(administrator, campaign=campaign)


def test_a_board_of_another_team_is_not_there(campaign, signed_in, link_worker, other_team_worker):
    count_lately(link_worker, campaign=campaign)
    answer = signed_in(other_team_worker).get(reverse("outreach:board_numbers", args=[campaign.pk]))
    assert answer.status_code == 404


class TestWhileAnotherCounts:
    """Each has a connection of their own, as two web workers have."""

    pytestmark = pytest.mark.django_db(transaction=True)

    @pytest.fixture
    def ask(self, link_worker, campaign):
        def ask_elsewhere():
            try:
                with acting(link_worker):
                    return count_lately(link_worker, campaign=campaign)
            finally:
                connection.close()

        with ThreadPoolExecutor(1) as elsewhere:
            yield lambda: elsewhere.submit(ask_elsewhere)

    def test_nobody_waits_for_numbers_that_may_still_be_shown(self, campaign, link_worker, ask, monkeypatch):
        monkeypatch.setattr(board_count, "AT_MOST", timedelta(hours=1))
        with acting(link_worker):
            before = count_lately(link_worker, campaign=campaign)
        with acting(link_worker):
            make_older(campaign, GOOD_FOR)
        with acting(link_worker):
            BoardCount.objects.select_for_update().get()
            assert ask().result(timeout=30).count() == before.count()

    def test_numbers_that_are_too_old_are_waited_for_and_counted_once(self, campaign, link_worker, ask, monkeypatch):
        monkeypatch.setattr(board_count, "GOOD_FOR", timedelta(minutes=1))
        with acting(link_worker):
            count_lately(link_worker, campaign=campaign)
        with acting(link_worker):
            make_older(campaign, timedelta(hours=1))
        with acting(link_worker):
            CampaignContactFactory(campaign=campaign)
            mine = count_lately(link_worker, campaign=campaign)
            other = ask()
        assert other.result(timeout=30) == mine
        assert mine.count() == 2
