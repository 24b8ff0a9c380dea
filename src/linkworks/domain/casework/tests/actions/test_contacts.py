from datetime import timedelta

import pytest

from linkworks.domain.casework.actions.contacts import log_contact
from linkworks.domain.casework.choices import AppointmentStatus, ContactOutcome, Way
from linkworks.domain.casework.models import CaseNote, Contact, Task
from linkworks.domain.casework.tests.factories import AppointmentFactory, CaseFactory, ClosedCaseFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core import clock
from linkworks.foundation.core.errors import NotAllowed, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(team, link_worker):
    return CaseFactory(team=team, worker_id=link_worker.user_id)


def log(actor, case, **values):
    given = {"at": clock.now(), "way": Way.PHONE, "outcomes": [ContactOutcome.LISTENED]}
    return log_contact(actor, case=case, **(given | values))


def test_one_save_keeps_the_contact_its_note_and_the_next_step_as_a_task(case, link_worker):
    due_on = clock.today() + timedelta(days=7)
    contact = log(
        link_worker, case, minutes=20, note="She misses the choir.", next_step="Ask about the choir", task_due_on=due_on
    )
    assert CaseNote.objects.get(contact=contact).body == "She misses the choir."
    task = Task.objects.get(case=case)
    assert (task.title, task.due_on, task.worker_id) == ("Ask about the choir", due_on, link_worker.user_id)
    assert (contact.person_id, contact.by_id) == (case.person_id, link_worker.user_id)


def test_listening_alone_is_enough(case, link_worker):
    contact = log(link_worker, case)
    assert contact.outcomes == ["listened"]
    assert not CaseNote.objects.exists()


def test_the_first_contact_stops_the_clock_and_an_earlier_one_moves_it(case, link_worker):
    log(link_worker, case, at=clock.now() - timedelta(days=1))
    first = case.first_contact_at
    log(link_worker, case)
    assert case.first_contact_at == first
    earlier = clock.now() - timedelta(days=2)
    log(link_worker, case, at=earlier)
    case.refresh_from_db()
    assert case.first_contact_at == earlier


def test_the_case_knows_its_newest_contact_whichever_is_written_last(case, link_worker):
    newest = log(link_worker, case)
    log(link_worker, case, at=clock.now() - timedelta(days=2))
    case.refresh_from_db()
    assert case.last_contact_at == newest.at


def test_a_contact_may_be_the_appointment(case, link_worker):
    appointment = AppointmentFactory(
        case=case, worker_id=link_worker.user_id, starts_at=clock.now() - timedelta(hours=1)
    )
    log(link_worker, case, appointment=appointment)
    assert appointment.status == AppointmentStatus.KEPT


def test_what_is_logged_leaves_a_mark_without_words(case, link_worker):
    log(link_worker, case, note="Private", outcomes=[ContactOutcome.LISTENED, ContactOutcome.PLANNED])
    entry = ChangeEntry.objects.get(event="contact.logged")
    assert entry.keys == {"way": "phone", "outcomes": "listened,planned"}
    assert entry.person_id == case.person_id


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"at": clock.now() + timedelta(hours=1)}, "at"),
        ({"outcomes": []}, "outcomes"),
        ({"task_due_on": clock.today()}, "next_step"),
    ],
)
def test_what_cannot_be_is_refused_with_the_field_to_mend(case, link_worker, values, field):
    with pytest.raises(Refused) as refusal:
        log(link_worker, case, **values)
    assert refusal.value.field == field
    assert not Contact.objects.exists()


def test_a_closed_case_is_reopened_first(team, link_worker):
    with pytest.raises(Refused, match="Reopen it first"):
        log(link_worker, ClosedCaseFactory(team=team))


@pytest.mark.parametrize("who", ["commissioner", "administrator", "other_team_worker"])
def test_nobody_else_may_log_a_contact(case, who, request):
    with pytest.raises(NotAllowed):
        log(request.getfixturevalue(who), case)
