from datetime import timedelta

import pytest

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import AppointmentStatus, ContactOutcome, TimelineKind
from linkworks.domain.casework.presenters.timeline import KINDS
from linkworks.domain.casework.tests.factories import (
    AppointmentFactory,
    CaseFactory,
    CaseNoteFactory,
    CaseStepFactory,
    ContactAttemptFactory,
    ContactFactory,
    TaskFactory,
)
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


@pytest.fixture
def full_case(case, link_worker):
    CaseStepFactory(case=case)
    ContactFactory(case=case)
    ContactAttemptFactory(case=case)
    CaseNoteFactory(case=case)
    AppointmentFactory(case=case, worker_id=link_worker.user_id)
    TaskFactory(case=case, worker_id=link_worker.user_id)
    return case


def test_everything_is_told_in_one_query(full_case, django_assert_num_queries):
    with django_assert_num_queries(1):
        entries = timeline.read(full_case).entries
    told = {entry.kind for entry in entries}
    assert told >= {"case", "contacts", "notes", "appointments", "tasks"}


def test_newest_comes_first_and_one_kind_can_be_read_alone(case):
    for days in (3, 1, 2):
        ContactFactory(case=case, at=clock.now() - timedelta(days=days))
    page = timeline.read(case, kind=TimelineKind.CONTACTS)
    assert [(clock.now() - entry.at).days for entry in page.entries] == [1, 2, 3]


def test_older_entries_stand_on_the_next_page(case):
    for days in range(51):
        ContactFactory(case=case, at=clock.now() - timedelta(days=days))
    first = timeline.read(case, kind=TimelineKind.CONTACTS)
    second = timeline.read(case, kind=TimelineKind.CONTACTS, page=2)
    assert (len(first.entries), first.has_older) == (50, True)
    assert (len(second.entries), second.has_older) == (1, False)


def test_another_case_is_not_told(full_case, team, link_worker):
    other = CaseFactory(team=team, worker_id=link_worker.user_id)
    assert [entry.kind for entry in timeline.read(other).entries] == ["case"]


def test_a_contact_tells_how_it_went_with_its_note_and_next_step(case, link_worker):
    contact = ContactFactory(
        case=case, minutes=20, outcomes=[ContactOutcome.LISTENED], next_step="Ring on Friday", by_id=link_worker.user_id
    )
    note = CaseNoteFactory(case=case, contact=contact, body="She misses the choir.")
    (entry,) = timeline.read(case, kind=TimelineKind.CONTACTS).entries
    assert entry.title == "Telephone, 20 minutes"
    assert entry.lines == ("Listened", "Next step: Ring on Friday")
    assert (entry.words, entry.note_id, entry.by_name) == ("She misses the choir.", note.pk, "Amina Yusuf")
    assert not timeline.read(case, kind=TimelineKind.NOTES).entries


def test_a_corrected_note_keeps_its_words_and_shows_the_correction(case, link_worker):
    note = CaseNoteFactory(case=case, body="Her sister lives in Leeds.", at=clock.now() - timedelta(days=2))
    CaseNoteFactory(case=case, corrects=note, body="It is her niece.", by_id=link_worker.user_id)
    correction, original = timeline.read(case, kind=TimelineKind.NOTES).entries
    assert correction.title.startswith("correction to the note of ")
    assert original.words == "Her sister lives in Leeds."
    assert [(c.by_name, c.words) for c in original.corrections] == [("Amina Yusuf", "It is her niece.")]


def test_an_appointment_says_when_where_and_how_it_stands(case, link_worker):
    AppointmentFactory(case=case, worker_id=link_worker.user_id, status=AppointmentStatus.MISSED)
    (entry,) = timeline.read(case, kind=TimelineKind.APPOINTMENTS).entries
    assert entry.title == "At the practice, the person did not come"
    assert entry.lines == ("Deptford Surgery, with Amina Yusuf",)


def test_what_no_member_of_staff_did_is_by_linkworks(case):
    ContactAttemptFactory(case=case)
    (entry,) = timeline.read(case, kind=TimelineKind.CONTACTS).entries
    assert (entry.title, entry.by_name) == ("No answer, telephone", "Linkworks")


def test_every_kind_has_its_word_and_drawing():
    assert KINDS.keys() == set(TimelineKind)
