"""An answer that was pressed wrongly is put right in the call: nothing is lost, and only what stands counts."""

import pytest

from linkworks.domain.outreach.actions.answers import save_answer
from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import give_back, take_next_call
from linkworks.domain.outreach.actions.needs import mark_need
from linkworks.domain.outreach.models import CallConcern, CallSample, Need, ScriptAnswer
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.selectors.call_needs import may_be_rung_again
from linkworks.domain.outreach.selectors.concerns import get_call_concern, was_changed
from linkworks.domain.outreach.selectors.samples import get_sampled_call
from linkworks.domain.outreach.tests.factories import CampaignContactFactory, NeedTypeFactory
from linkworks.domain.outreach.tests.needs import COOKS_NOT, answer, script_of
from linkworks.foundation.access.database import acting
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import Refused

pytestmark = pytest.mark.django_db
SAFE = {**COOKS_NOT, "safe-to-talk": ["alone"], "all-right": ["yes"], "afraid": ["no"]}


@pytest.fixture
def campaign(campaign, coordinator):
    campaign.change(script=script_of(coordinator, welfare_call()), sample_first=1)
    return campaign


@pytest.fixture
def contact(campaign):
    return CampaignContactFactory(campaign=campaign)


@pytest.fixture
def held(caller, contact):
    """A call in which they have nothing to eat."""
    held = take_next_call(caller, campaign_id=contact.campaign_id)
    answer(caller, held, SAFE)
    return held


def change(caller, held, step, *given):
    return save_answer(caller, token=held.token, step=step, given=list(given))


def save(caller, held):
    save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("talked"))


def said_to(step):
    return list(ScriptAnswer.objects.filter(step=step).order_by("at").values_list("given", flat=True))


def needs():
    return set(Need.objects.values_list("type__code", flat=True))


def test_the_earlier_answer_is_kept_and_the_log_says_that_it_was_changed(caller, held):
    change(caller, held, "food-enough", "yes")
    assert said_to("food-enough") == ["none", "yes"]
    assert said_to("food-none") == ["cannot-cook"]
    log = ChangeEntry.objects.filter(event__startswith="call.answer", keys__step="food-enough")
    assert set(log.values_list("event", flat=True)) == {"call.answered", "call.answer_changed"}


def test_it_says_how_many_answers_fell_away(caller, held):
    assert change(caller, held, "food-why", "both") == 0
    assert change(caller, held, "food-enough", "yes") == 2


def test_a_need_that_only_a_dropped_answer_raised_is_not_raised(caller, held):
    change(caller, held, "food-enough", "yes")
    save(caller, held)
    assert needs() == set()


def test_a_need_that_the_caller_added_by_hand_stays(caller, held, campaign):
    NeedTypeFactory(campaign=campaign, code="hot-meal")
    added = {"urgency": "today", "words": "She asked for soup"}
    mark_need(caller, token=held.token, type_code="hot-meal", is_needed=True, **added)
    change(caller, held, "food-enough", "yes")
    save(caller, held)
    assert needs() == {"hot-meal"}


def test_not_them_after_all_leaves_no_need_and_nothing_unasked(caller, held):
    change(caller, held, "two-facts", "wrong")
    save(caller, held)
    assert needs() == set()
    assert said_to("afraid") == ["no"]


def test_what_was_asked_while_somebody_was_there_after_all_is_written_down_as_not_asked(caller, held):
    change(caller, held, "safe-to-talk", "not-alone")
    save(caller, held)
    assert said_to("afraid") == ["no", "not asked: not safe"]
    assert "hot-meal" in needs()


def test_the_lead_keeps_a_concern_and_is_told_that_the_answer_was_changed(caller, held, team_lead):
    change(caller, held, "afraid", "yes")
    with acting(team_lead):
        concern = get_call_concern(team_lead, CallConcern.objects.get().pk)
        assert not was_changed(team_lead, concern)
    change(caller, held, "safe-to-talk", "not-alone")
    with acting(team_lead):
        assert was_changed(team_lead, concern)
        assert concern.closed_at is None


def test_whoever_looks_at_the_call_sees_what_stands(caller, held, coordinator):
    change(caller, held, "food-enough", "yes")
    save(caller, held)
    sampled = get_sampled_call(coordinator, CallSample.objects.get().pk)
    said = {one.step: one.given for one in sampled.answers}
    assert said["food-enough"] == "yes"
    assert not said.keys() & {"food-why", "food-none"}


def test_a_no_to_being_rung_again_counts_only_while_it_stands(caller, held, contact):
    change(caller, held, "ring-again", "no")
    assert not may_be_rung_again(contact)
    change(caller, held, "may-ask", "no")
    assert may_be_rung_again(contact)


def test_a_change_after_the_call_has_gone_back_changes_nothing(caller, held):
    give_back(caller, token=held.token)
    with pytest.raises(Refused, match="gone back to the queue"):
        change(caller, held, "food-enough", "yes")
    assert said_to("food-enough") == ["none"]


def test_nobody_changes_the_answers_of_anothers_call(held, second_worker):
    with pytest.raises(Refused, match="gone back to the queue"):
        change(second_worker, held, "food-enough", "yes")
    assert said_to("food-enough") == ["none"]
