"""Tries, notes, tasks, and opening a record."""

from datetime import timedelta

import pytest

from linkworks.domain.casework import timeline
from linkworks.domain.casework.actions.attempts import log_attempt
from linkworks.domain.casework.actions.notes import add_note, correct_note
from linkworks.domain.casework.actions.openings import open_record
from linkworks.domain.casework.actions.tasks import add_task, change_task, finish_task, reopen_task
from linkworks.domain.casework.choices import AttemptOutcome, TimelineKind, Way
from linkworks.domain.casework.models import CaseNote, Task, TaskChange
from linkworks.domain.casework.selectors.cases import get_case, get_case_row
from linkworks.domain.casework.tests.factories import CaseFactory, CaseNoteFactory, ClosedCaseFactory, TaskFactory
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.models import RecordOpening
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, NotFound, ReasonNeeded, Refused

pytestmark = pytest.mark.django_db

Reason = RecordOpening.Reason


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


def test_no_answer_needs_nothing_more_said(case, link_worker):
    attempt = log_attempt(link_worker, case=case)
    assert (attempt.way, attempt.outcome) == (Way.PHONE, AttemptOutcome.NO_ANSWER)
    assert clock.now() - attempt.at < timedelta(minutes=1)


def test_a_try_to_come_or_on_a_closed_case_is_refused(case, team, link_worker):
    with pytest.raises(Refused) as refusal:
        log_attempt(link_worker, case=case, at=clock.now() + timedelta(minutes=5))
    assert refusal.value.field == "at"
    with pytest.raises(Refused):
        log_attempt(link_worker, case=ClosedCaseFactory(team=team))


def test_a_task_is_handed_to_a_colleague_and_the_timeline_says_what_it_was(case, link_worker, second_worker):
    task = TaskFactory(case=case, worker_id=link_worker.user_id)
    week = clock.today() + timedelta(weeks=1)
    change_task(link_worker, task=task, title="Write to housing", due_on=week, worker_id=second_worker.user_id)
    assert (task.title, task.due_on, task.worker_id) == ("Write to housing", week, second_worker.user_id)
    [entry] = timeline.read(case, kind=TimelineKind.TASKS).entries
    assert entry.title == "Write to housing"
    assert "“Ring the housing officer”" in entry.lines[1]
    assert entry.lines[1].endswith(f"{link_worker.name}. Changed by {link_worker.name}")


def test_a_task_that_is_done_or_for_yesterday_or_for_a_stranger_is_not_changed(case, link_worker, other_team_worker):
    task = TaskFactory(case=case, worker_id=link_worker.user_id)
    same = {"title": task.title, "worker_id": link_worker.user_id}
    with pytest.raises(Refused) as refusal:
        change_task(link_worker, task=task, due_on=clock.today() - timedelta(days=1), **same)
    assert refusal.value.field == "due_on"
    with pytest.raises(NotFound):
        change_task(link_worker, task=task, title=task.title, worker_id=other_team_worker.user_id)
    with pytest.raises(NotAllowed):
        change_task(other_team_worker, task=task, **same)
    finish_task(link_worker, task=task)
    with pytest.raises(Refused, match="is done"):
        change_task(link_worker, task=task, **same)
    assert not TaskChange.objects.exists()


def test_a_note_is_corrected_by_addition(case, link_worker, second_worker):
    note = add_note(link_worker, case=case, body="Her sister")
    correction = correct_note(second_worker, note=note, words="Her niece")
    again = correct_note(link_worker, note=correction, words="Her great-niece")
    assert (correction.corrects, again.corrects) == (note, note)
    assert CaseNote.objects.get(pk=note.pk).body == "Her sister"
    assert ChangeEntry.objects.filter(event="note.corrected", keys__corrects=str(note.pk)).count() == 2


def test_a_closed_case_still_takes_a_note(team, link_worker):
    assert add_note(link_worker, case=ClosedCaseFactory(team=team), body="A letter came.").pk


def test_a_note_is_found_with_its_case_by_those_who_may_open_it(case, link_worker, second_worker, other_team_worker):
    note = CaseNoteFactory(case=case)
    assert get_case_row(link_worker, CaseNote, note.pk).case.is_in_caseload
    with pytest.raises(ReasonNeeded):
        get_case_row(second_worker, CaseNote, note.pk)
    with acting(other_team_worker), pytest.raises(NotFound):
        get_case_row(other_team_worker, CaseNote, note.pk)


def test_a_task_is_for_a_colleague_by_a_day_to_come(case, link_worker, second_worker):
    task = add_task(link_worker, case=case, title="Ring housing", due_on=clock.today(), worker_id=second_worker.user_id)
    assert task.worker_id == second_worker.user_id
    with pytest.raises(Refused) as refusal:
        add_task(link_worker, case=case, title="Ring", due_on=clock.today() - timedelta(days=1))
    assert refusal.value.field == "due_on"


def test_nobody_of_another_team_is_given_a_task(case, link_worker, other_team_worker):
    with pytest.raises(NotFound):
        add_task(link_worker, case=case, title="Ring", due_on=clock.today(), worker_id=other_team_worker.user_id)


def test_a_task_done_twice_is_done_once_and_can_be_opened_again(case, link_worker):
    task = TaskFactory(case=case, worker_id=link_worker.user_id)
    finish_task(link_worker, task=task)
    finish_task(link_worker, task=Task.objects.get(pk=task.pk))
    assert ChangeEntry.objects.filter(event="task.done").count() == 1
    reopen_task(link_worker, task=task)
    assert Task.objects.get(pk=task.pk).done_at is None


def test_a_reason_opens_the_record_for_the_day_and_is_written_once(case, second_worker):
    open_record(second_worker, person=case.person, reason=Reason.CLIENT_RANG)
    open_record(second_worker, person=case.person, reason=Reason.ON_DUTY)
    assert get_case(second_worker, case.pk).opening_reason == Reason.CLIENT_RANG
    assert ChangeEntry.objects.get(event="record.opened").keys == {"reason": "client_rang"}


def test_another_reason_is_said_in_words(case, second_worker):
    with pytest.raises(Refused) as refusal:
        open_record(second_worker, person=case.person, reason=Reason.OTHER, words=" ")
    assert refusal.value.field == "words"
    assert open_record(second_worker, person=case.person, reason=Reason.OTHER, words="Audit of notes").words


@pytest.mark.parametrize(
    "deed",
    [
        lambda actor, case: log_attempt(actor, case=case),
        lambda actor, case: add_note(actor, case=case, body="x"),
        lambda actor, case: add_task(actor, case=case, title="x", due_on=clock.today()),
        lambda actor, case: open_record(actor, person=case.person, reason=Reason.ON_DUTY),
    ],
)
def test_a_commissioner_may_do_none_of_it(case, commissioner, deed):
    with pytest.raises(NotAllowed):
        deed(commissioner, case)
