"""Somebody who is done rings us: the call is written down like any other, and nobody is rung because of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.confirming import ask_again
from linkworks.domain.outreach.actions.hand_out import give_back, take_next_call
from linkworks.domain.outreach.actions.needs import mark_need
from linkworks.domain.outreach.actions.reveal import stop_unless_may_ring
from linkworks.domain.outreach.actions.stopping import opt_out
from linkworks.domain.outreach.actions.taking import take_rang_back
from linkworks.domain.outreach.choices import CampaignState, Ending, QueueState
from linkworks.domain.outreach.models import CallAttempt, CampaignContact, Need
from linkworks.domain.outreach.selectors.board import read_board
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, EndedContactFactory, NeedTypeFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Refused

pytestmark = pytest.mark.django_db
TOMORROW = timedelta(days=1)


@pytest.fixture
def rosa(campaign):
    """She did not want a call, last week."""
    return EndedContactFactory(
        campaign=campaign, ending=Ending.DECLINED, ended_at=clock.now() - timedelta(days=7), tries=6, tried_parts=7
    )


def save(actor, held, outcome, **said):
    save_call(actor, contact_id=held.contact_id, token=held.token, call=Call(outcome, **said))
    return CampaignContact.objects.get(pk=held.contact_id)


def standing(contact):
    contact = CampaignContact.objects.get(pk=contact.pk)
    return contact.state, contact.ending, contact.ended_at, contact.holder_id


def test_the_call_is_written_down_with_its_words_and_a_need_is_raised(coordinator, campaign, rosa):
    NeedTypeFactory(campaign=campaign, code="fuel")
    held = take_rang_back(coordinator, contact=rosa)
    mark_need(
        coordinator, token=held.token, type_code="fuel", is_needed=True, urgency="today", words="Meter at 2 pounds"
    )
    after = save(coordinator, held, "talked-needs", note="She has thought again.")
    attempt = CallAttempt.objects.get()
    assert (attempt.is_incoming, attempt.note, attempt.contact_id) == (True, "She has thought again.", rosa.pk)
    assert (after.state, after.ending) == (QueueState.ENDED, Ending.REACHED)
    assert Need.objects.get().words == "Meter at 2 pounds"


def test_giving_the_call_back_leaves_them_done_as_before(coordinator, rosa):
    before = standing(rosa)
    held = take_rang_back(coordinator, contact=rosa)
    assert standing(rosa)[0] == QueueState.ON_A_CALL
    assert give_back(coordinator, token=held.token) == QueueState.ENDED
    assert standing(rosa) == before


def test_a_call_that_nobody_saved_leaves_them_done_and_nobody_rings_them(caller, coordinator, campaign, rosa):
    before = standing(rosa)
    take_rang_back(coordinator, contact=rosa)
    CampaignContact.objects.update(wakes_at=clock.now() - timedelta(seconds=1))
    assert take_next_call(caller, campaign_id=campaign.pk) is None
    assert standing(rosa) == before


def test_whoever_agrees_on_another_call_is_rung_then(coordinator, rosa):
    held = take_rang_back(coordinator, contact=rosa)
    after = save(coordinator, held, "call-back", ring_at=clock.now() + TOMORROW)
    assert (after.state, after.is_promised, after.ending, after.ended_at) == (QueueState.RESTING, True, "", None)


def test_the_tries_of_before_are_not_held_against_them(coordinator, rosa):
    after = save(coordinator, take_rang_back(coordinator, contact=rosa), "engaged")
    assert (after.state, after.tries) == (QueueState.RESTING, 0)


def test_whoever_asked_never_to_be_rung_may_ring_us_but_hears_no_promise(coordinator, rosa):
    opt_out(coordinator, person=rosa.person, campaign=None)
    held = take_rang_back(coordinator, contact=rosa)
    assert not stop_unless_may_ring(coordinator)
    with pytest.raises(Refused, match="no call can be promised"):
        save(coordinator, held, "call-back", ring_at=clock.now() + TOMORROW)
    assert save(coordinator, held, "engaged").state == QueueState.ENDED, "and nobody rings them"
    after = save(coordinator, take_rang_back(coordinator, contact=rosa), "talked-needs")
    assert (after.state, after.ending) == (QueueState.ENDED, Ending.REACHED)


@pytest.mark.parametrize("changed", [{"ending": Ending.DIED}, {"phone_key": "", "number": None}])
def test_some_calls_cannot_be_taken_here(coordinator, rosa, changed):
    CampaignContact.objects.filter(pk=rosa.pk).update(**changed)
    with pytest.raises(Refused):
        take_rang_back(coordinator, contact=CampaignContact.objects.get(pk=rosa.pk))


def test_the_report_of_a_closed_campaign_stands(coordinator, campaign, rosa):
    campaign.change(state=CampaignState.CLOSED)
    with pytest.raises(Refused):
        take_rang_back(coordinator, contact=rosa)


def test_meanwhile_the_board_counts_them_once(coordinator, campaign, rosa):
    take_rang_back(coordinator, contact=rosa)
    board = read_board(coordinator, campaign)
    assert (board.in_state(QueueState.ON_A_CALL), sum(board.ended().values())) == (1, 0)


def test_what_was_brought_meanwhile_is_not_forgotten(coordinator, campaign, rosa, monkeypatch):
    """They ring us just now, and will not be rung: so the owner of the need is told to find out."""
    handed = []
    monkeypatch.setattr("linkworks.domain.outreach.actions.confirming.hand_to_owner", lambda *told: handed.append(told))
    take_rang_back(coordinator, contact=rosa)
    ask_again(coordinator, Need(contact=rosa))
    assert len(handed) == 1


@pytest.mark.parametrize("state", [QueueState.READY, QueueState.RESTING])
def test_nobody_waits_to_be_rung_and_is_done(campaign, state):
    waiting = CampaignContactFactory(campaign=campaign)
    wakes_at = clock.now() if state == QueueState.RESTING else None
    done = {"ending": Ending.REACHED, "ended_at": clock.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignContact.objects.filter(pk=waiting.pk).update(state=state, wakes_at=wakes_at, **done)
