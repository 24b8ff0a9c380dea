"""A list has a number for somebody whom calls did not reach: they are rung, until the list is taken back."""

import pytest

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.actions.cohort.undo import ask_to_undo
from linkworks.domain.outreach.actions.hand_out import give_back, take_next_call
from linkworks.domain.outreach.actions.ladder import enter_ladder
from linkworks.domain.outreach.choices import CohortState, OtherWay, QueueState, StepResult
from linkworks.domain.outreach.models import CampaignContact, LadderStep
from linkworks.domain.outreach.presenters.cohort_plan import tell_plan
from linkworks.domain.outreach.selectors.cohort_counts import count_found_numbers, count_rows
from linkworks.domain.outreach.selectors.ladder import list_unlooked_after
from linkworks.domain.outreach.tests.cohort.sending import HEADINGS, person, send_and_match
from linkworks.domain.outreach.tests.factories import CallerShiftFactory
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import Refused

pytestmark = pytest.mark.django_db

OLD, NEW = "+447700900123", "+447700900555"
MARY_AGAIN = person(phone="07700 900 555")


def commit(actor, campaign, *rows, **more):
    batch = send_and_match(actor, campaign, list(rows), **more)
    ask_to_commit(actor, batch=batch)
    return batch


@pytest.fixture
def mary(coordinator, campaign):
    """On the list without a number."""
    commit(coordinator, campaign, person(phone=""))
    return CampaignContact.objects.get()


@pytest.fixture
def second(coordinator, campaign, mary):
    return commit(coordinator, campaign, MARY_AGAIN, name="week 2.csv")


def hand_out(actor, campaign):
    CallerShiftFactory(campaign=campaign, user_id=actor.user_id)
    return take_next_call(actor, campaign_id=campaign.pk)


def standing(contact):
    contact.refresh_from_db()
    return contact.state, contact.phone_key


def test_they_go_back_to_the_queue_and_what_was_tried_says_why(mary, second):
    assert standing(mary) == (QueueState.READY, NEW)
    step = LadderStep.objects.get()
    told = (step.kind, step.result, step.words)
    assert told == (
        OtherWay.OTHER_NUMBERS,
        StepResult.NUMBER_FOUND,
        f"The list of {second.sender} has a number for them.",
    )
    assert (mary.step_id, mary.wakes_at, mary.tries) == (None, None, 0)


def test_who_adds_the_list_is_told_before(coordinator, campaign, mary):
    batch = send_and_match(coordinator, campaign, [MARY_AGAIN], name="week 2.csv")
    assert [*tell_plan(count_rows(coordinator, batch), count_found_numbers(coordinator, batch))][-1] == (
        "1 of them is tried in another way so far, and is rung again: the list has a new number for them."
    )


def test_a_number_that_we_had_leaves_them_where_they_are(coordinator, campaign):
    commit(coordinator, campaign, person())
    contact = CampaignContact.objects.get()
    enter_ladder(coordinator, contact=contact)
    batch = send_and_match(coordinator, campaign, [person(address="1 Lee Road")], name="week 2.csv")
    assert count_found_numbers(coordinator, batch) == 0
    ask_to_commit(coordinator, batch=batch)
    assert standing(contact) == (QueueState.LADDER, OLD)


def test_the_dead_are_not_rung_on_it(coordinator, campaign, mary):
    headings = (*HEADINGS, "Date of death")
    commit(coordinator, campaign, [*MARY_AGAIN, "1/2/2020"], headings=headings, name="week 2.csv")
    assert standing(mary)[0] == QueueState.ENDED
    assert LadderStep.objects.get().result == StepResult.DIED


def test_taken_back_they_are_tried_the_same_way_by_the_same_owner(coordinator, mary, second):
    ended = LadderStep.objects.get()
    ask_to_undo(coordinator, batch=second)
    assert standing(mary) == (QueueState.LADDER, "")
    again = LadderStep.objects.get(result="")
    assert (again.rung_id, again.owner_id, again.due_at) == (ended.rung_id, ended.owner_id, ended.due_at)
    assert list_unlooked_after(coordinator) == []


def test_taken_back_the_number_of_the_last_call_counts_again(coordinator, campaign):
    commit(coordinator, campaign, person())
    contact = CampaignContact.objects.get()
    held = hand_out(coordinator, campaign)
    save_call(coordinator, contact_id=contact.pk, token=held.token, call=Call("no-answer"))
    enter_ladder(coordinator, contact=contact)
    second = commit(coordinator, campaign, MARY_AGAIN, name="week 2.csv")
    assert standing(contact) == (QueueState.READY, NEW)
    ask_to_undo(coordinator, batch=second)
    assert second.state == CohortState.UNDONE
    assert standing(contact) == (QueueState.LADDER, OLD)


def test_not_once_they_were_handed_out_to_be_rung(coordinator, campaign, mary, second):
    held = hand_out(coordinator, campaign)
    give_back(coordinator, token=held.token)
    with pytest.raises(Refused, match="had a number"):
        ask_to_undo(coordinator, batch=second)


def test_who_has_died_since_stays_done(coordinator, mary, second):
    mary.person.change(died_on=clock.today())
    CampaignContact.objects.filter(pk=mary.pk).update(state=QueueState.RESTING)  # the database ends it
    ask_to_undo(coordinator, batch=second)
    assert standing(mary)[0] == QueueState.ENDED
