from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from linkworks.domain.outreach.actions.colleagues import answer_colleague, ask_for_colleague
from linkworks.domain.outreach.choices import ColleagueFor, Ending, NeedState, QueueState
from linkworks.domain.outreach.presenters.board import BoardPage, Numbers
from linkworks.domain.outreach.reach import OTHERS, Reach, join_small
from linkworks.domain.outreach.selectors.board import by_area, by_language, list_done_by_day, read_board
from linkworks.domain.outreach.selectors.pace import foresee
from linkworks.domain.outreach.tests.factories import (
    CallerShiftFactory,
    CampaignContactFactory,
    CampaignFactory,
    EndedContactFactory,
)
from linkworks.domain.people.tests.factories import PersonFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(team):
    return CampaignFactory(team=team)


def board_page(actor, campaign, *, callers=1):
    counted = read_board(actor, campaign)
    foreseen = foresee(actor, campaign, callers=callers)
    return BoardPage.of(actor, campaign, counted, foreseen, list_done_by_day(actor, campaign), callers=callers)


def test_everybody_on_the_list_stands_somewhere(campaign, commissioner):
    CampaignContactFactory.create_batch(2, campaign=campaign)
    EndedContactFactory(campaign=campaign, ending=Ending.REACHED)
    EndedContactFactory(campaign=campaign, ending=Ending.DIED)
    board = read_board(commissioner, campaign)
    assert (board.count(), board.in_state(QueueState.READY), board.in_state(QueueState.ENDED)) == (4, 2, 2)
    assert board.ended() == {Ending.REACHED: 1, Ending.DIED: 1}


def test_whoever_was_reached_stays_so_while_we_ask_whether_help_came(campaign, link_worker):
    talked = campaign.outcomes.get(code="talked")
    CampaignContactFactory(campaign=campaign, last_outcome=talked)
    CampaignContactFactory(campaign=campaign)
    assert read_board(link_worker, campaign).reached() == 1


def test_the_dead_were_not_ours_to_reach(campaign, link_worker):
    EndedContactFactory(campaign=campaign, ending=Ending.REACHED, language="Somali")
    EndedContactFactory(campaign=campaign, ending=Ending.DIED, language="Somali")
    assert read_board(link_worker, campaign).shares(by_language) == {"Somali": (1, 1)}


def test_people_are_counted_by_where_they_live(campaign, link_worker):
    for postcode in ("SE13 6LH", "SE13 5AB", "SE4 1AA", ""):
        person = PersonFactory(team=campaign.team, postcode=postcode)
        CampaignContactFactory(campaign=campaign, person=person)
    assert read_board(link_worker, campaign).shares(by_area) == {"SE13": (2, 0), "SE4": (1, 0), "Not known": (1, 0)}


def test_callers_who_pause_or_went_home_do_not_ring(campaign, link_worker, second_worker, team_lead):
    gone = clock.now() - timedelta(minutes=6)
    CallerShiftFactory(campaign=campaign, user_id=link_worker.user_id)
    CallerShiftFactory(campaign=campaign, user_id=second_worker.user_id, paused_at=clock.now())
    CallerShiftFactory(campaign=campaign, user_id=team_lead.user_id, seen_at=gone)
    board = read_board(link_worker, campaign)
    assert (board.callers, board.paused) == (1, 1)
    assert Numbers.of(board).callers == "1 caller rings now, 1 pauses."


def test_another_team_counts_nobody(campaign, other_team_worker):
    CampaignContactFactory(campaign=campaign)
    assert read_board(other_team_worker, campaign).count() == 0


def test_an_administrator_of_sign_ins_sees_no_board(campaign, administrator):
    with pytest.raises(NotAllowed):
        read_board(administrator, campaign)


def test_it_says_when_everybody_will_have_been_rung(campaign, link_worker):
    CampaignContactFactory.create_batch(3, campaign=campaign)
    page = board_page(link_worker, campaign, callers=2)
    assert page.finish.startswith("With 2 callers, everybody will have been rung by about ")


def test_with_nobody_ringing_it_promises_nothing(campaign, link_worker):
    CampaignContactFactory(campaign=campaign)
    assert "no end to foresee" in board_page(link_worker, campaign, callers=0).finish


def test_help_is_counted_by_how_far_it_came(campaign, link_worker):
    board = replace(read_board(link_worker, campaign), needs={NeedState.OFFERED: 2, NeedState.RAISED: 1}, overdue=1)
    assert [fact.number for fact in Numbers.of(board).help] == [3, 0, 0, 0, 1]


def test_a_group_in_which_somebody_might_be_recognised_is_joined_to_others():
    groups = join_small([Reach("SE13", 400, 300), Reach("SE99", 2, 1), Reach("SE4", 30, 20)])
    assert [(one.group, one.people) for one in groups] == [("SE13", 400), (OTHERS, 32)]


@pytest.mark.parametrize(
    ("group", "is_behind"),
    [(Reach("Somali", 200, 110), True), (Reach("Tamil", 10, 6), False), (Reach("English", 1800, 1290), False)],
)
def test_less_than_others_is_said_only_beyond_chance(group, is_behind):
    assert group.is_behind(2000, 1400, groups=3) == is_behind


def test_the_more_groups_are_compared_the_more_it_takes():
    group = Reach("French", 45, 40)
    assert group.is_behind(4934, 4730, groups=2)
    assert not group.is_behind(4934, 4730, groups=28)


def test_a_finished_campaign_has_nothing_to_foresee(campaign, coordinator):
    EndedContactFactory(campaign=campaign, ended_at=clock.now() - timedelta(days=3))
    page = board_page(coordinator, campaign, callers=2)
    assert page.finish == "Everybody on the list has been rung."
    assert [point.reading.note for point in page.chart.points] == [""]


def test_a_commissioner_gets_the_page_and_the_numbers_alone(signed_in, campaign, commissioner):
    CampaignContactFactory(campaign=campaign)
    browser = signed_in(commissioner)
    page = browser.get(reverse("outreach:board", args=[campaign.pk])).content.decode()
    numbers = browser.get(reverse("outreach:board_numbers", args=[campaign.pk])).content.decode()
    assert "still to ring" in page
    assert "still to ring" in numbers
    assert "<html" not in numbers


def test_a_number_of_callers_that_cannot_be_is_said_so(signed_in, campaign, commissioner):
    answer = signed_in(commissioner).get(reverse("outreach:board", args=[campaign.pk]), {"callers": "many"})
    assert answer.status_code == 422
    assert b"whole number" in answer.content


def test_a_caller_who_waits_for_a_colleague_is_on_the_wall_without_a_name(campaign, link_worker, team_lead):
    CallerShiftFactory(campaign=campaign, user_id=link_worker.user_id)
    asked = ask_for_colleague(link_worker, what_for=ColleagueFor.NOW)
    assert Numbers.of(read_board(link_worker, campaign)).callers.endswith("1 caller waits for a colleague.")
    answer_colleague(team_lead, asked=asked)
    assert Numbers.of(read_board(link_worker, campaign)).callers == "1 caller rings now."
