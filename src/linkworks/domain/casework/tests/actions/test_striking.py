from datetime import timedelta

import pytest

from linkworks.domain.casework import timeline
from linkworks.domain.casework.actions.attempts import log_attempt
from linkworks.domain.casework.actions.contacts import log_contact
from linkworks.domain.casework.actions.notes import add_note, correct_note, strike_note
from linkworks.domain.casework.actions.striking import strike
from linkworks.domain.casework.choices import ContactOutcome, TimelineKind, Way
from linkworks.domain.casework.models import CaseNote, Contact, ContactAttempt, MeasureResponse
from linkworks.domain.casework.presenters.next_step import next_step
from linkworks.domain.casework.selectors.case_page import get_case_facts
from linkworks.domain.casework.selectors.contacts import get_last_contact
from linkworks.domain.casework.selectors.gp_record import get_newest_contact
from linkworks.domain.casework.selectors.measures import list_used
from linkworks.domain.casework.selectors.my_day import get_day
from linkworks.domain.casework.tests.factories import (
    AppointmentFactory,
    CaseFactory,
    ClosedCaseFactory,
    ContactAttemptFactory,
    ContactFactory,
    MeasureResponseFactory,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db

WRONG = "Meant for another person"


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


def talk(actor, case, days_ago, note=""):
    at = clock.now() - timedelta(days=days_ago)
    return log_contact(actor, case=case, at=at, way=Way.PHONE, outcomes=[ContactOutcome.LISTENED], note=note)


def test_a_try_taken_back_is_no_longer_counted(case, link_worker):
    for days in (2, 1):
        ContactAttemptFactory(case=case, at=clock.now() - timedelta(days=days))
    mistaken = log_attempt(link_worker, case=case)
    strike(link_worker, row=mistaken, because="Pressed by mistake")
    facts = get_case_facts(link_worker, case)
    assert len(facts.tries) == 2
    assert next_step(case, facts, high_risk=False).says.startswith("Tried at 2 different times")
    assert len(get_day(link_worker).tries[case.pk]) == 2


def test_the_only_try_taken_back_leaves_nothing_tried(case, link_worker):
    strike(link_worker, row=log_attempt(link_worker, case=case), because="Pressed by mistake")
    facts = get_case_facts(link_worker, case)
    assert next_step(case, facts, high_risk=False).says.startswith("Make the first contact")


def test_it_stays_and_the_timeline_says_who_marked_it_when_and_why(case, link_worker, second_worker):
    attempt = log_attempt(link_worker, case=case)
    strike(second_worker, row=attempt, because="Pressed by mistake")
    [entry] = timeline.read(case, kind=TimelineKind.CONTACTS).entries
    assert (entry.struck.by_name, entry.struck.because) == (second_worker.name, "Pressed by mistake")
    assert ContactAttempt.objects.get().struck_at == entry.struck.at


def test_a_contact_of_somebody_else_starts_the_first_contact_clock_again(case, link_worker):
    wrong = talk(link_worker, case, 1)
    assert case.first_contact_at == wrong.at
    strike(link_worker, row=wrong, because=WRONG)
    case.refresh_from_db()
    assert case.first_contact_at is None
    assert get_day(link_worker).first_contacts == [case]


def test_the_next_contact_becomes_the_first(case, link_worker):
    wrong, right = talk(link_worker, case, 3), talk(link_worker, case, 1)
    strike(link_worker, row=wrong, because=WRONG)
    case.refresh_from_db()
    assert case.first_contact_at == right.at
    strike(link_worker, row=talk(link_worker, case, 0.5), because=WRONG)
    case.refresh_from_db()
    assert case.first_contact_at == right.at


def test_the_last_time_and_the_gp_record_go_on_without_it(case, link_worker):
    right = talk(link_worker, case, 3, note="She sang.")
    wrong = talk(link_worker, case, 1, note="His gas is cut off.")
    strike(link_worker, row=wrong, because=WRONG)
    AppointmentFactory(case=case, worker_id=link_worker.user_id, starts_at=clock.now())
    assert get_last_contact(case) == right
    assert get_newest_contact(link_worker, case) == right
    assert get_case_facts(link_worker, case).last_contact == right
    assert get_day(link_worker).today[0].last_note == "She sang."


def test_its_note_stays_as_it_was_written(case, link_worker):
    strike(link_worker, row=talk(link_worker, case, 1, note="His gas is cut off."), because=WRONG)
    assert CaseNote.objects.get().body == "His gas is cut off."
    [entry] = timeline.read(case, kind=TimelineKind.CONTACTS).entries
    assert (entry.words, entry.struck.because) == ("His gas is cut off.", WRONG)


def test_a_measure_entered_in_error_leaves_the_pair_and_the_chart(case, link_worker):
    first, wrong, last = (
        MeasureResponseFactory(case=case, at=clock.now() - timedelta(days=days)) for days in (9, 5, 1)
    )
    strike(link_worker, row=last, because=WRONG)
    [readings] = list_used(link_worker, case)
    assert [reading.response for reading in readings.asked] == [first, wrong]
    strike(link_worker, row=wrong, because=WRONG)
    [readings] = list_used(link_worker, case)
    assert readings.change is None
    assert MeasureResponse.objects.count() == 3


def test_a_closed_case_can_be_put_right_too(team, link_worker):
    contact = ContactFactory(case=ClosedCaseFactory(team=team, worker_id=link_worker.user_id))
    strike(link_worker, row=contact, because=WRONG)
    assert not Contact.objects.standing().exists()


def test_a_reason_is_wanted_once_and_from_the_team(case, link_worker, other_team_worker):
    attempt = log_attempt(link_worker, case=case)
    with pytest.raises(Refused) as refusal:
        strike(link_worker, row=attempt, because=" ")
    assert refusal.value.field == "because"
    with pytest.raises(NotAllowed):
        strike(other_team_worker, row=attempt, because=WRONG)
    strike(link_worker, row=attempt, because=WRONG)
    with pytest.raises(Refused, match="before"):
        strike(link_worker, row=attempt, because=WRONG)


def test_the_case_no_longer_takes_a_struck_contact_for_its_newest(case, link_worker):
    earlier, mistaken = talk(link_worker, case, days_ago=3), talk(link_worker, case, days_ago=1)
    strike(link_worker, row=mistaken, because=WRONG)
    case.refresh_from_db()
    assert case.last_contact_at == earlier.at


def test_a_note_of_somebody_else_is_struck_by_addition(case, link_worker, second_worker):
    add_note(link_worker, case=case, body="She sang.")
    wrong = add_note(link_worker, case=case, body="His gas is cut off.")
    correct_note(link_worker, note=wrong, words="And his water.")
    strike_note(second_worker, note=wrong, because=WRONG)
    AppointmentFactory(case=case, worker_id=link_worker.user_id, starts_at=clock.now())
    assert get_day(link_worker).today[0].last_note == "She sang."
    entries = timeline.read(case, kind=TimelineKind.NOTES).entries
    [struck] = [entry for entry in entries if entry.struck]
    assert (struck.words, struck.struck.because, struck.struck.by_name) == (
        "His gas is cut off.",
        WRONG,
        second_worker.name,
    )
    assert [one.words for one in struck.corrections] == ["And his water."]
    assert len(entries) == 3
    assert CaseNote.objects.get(pk=wrong.pk).body == "His gas is cut off."


def test_a_note_is_struck_once_with_a_reason_and_that_of_a_contact_with_the_contact(
    case, link_worker, other_team_worker
):
    note = add_note(link_worker, case=case, body="His gas is cut off.")
    with pytest.raises(Refused) as refusal:
        strike_note(link_worker, note=note, because="")
    assert refusal.value.field == "because"
    with pytest.raises(NotAllowed):
        strike_note(other_team_worker, note=note, because=WRONG)
    strike_note(link_worker, note=note, because=WRONG)
    with pytest.raises(Refused, match="before"):
        strike_note(link_worker, note=note, because=WRONG)
    talk(link_worker, case, 1, note="She sang.")
    with pytest.raises(Refused, match="belongs to a contact"):
        strike_note(link_worker, note=CaseNote.objects.get(body="She sang."), because=WRONG)
