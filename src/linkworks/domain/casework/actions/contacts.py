"""Conversations that happened: what was said, how it went and what comes next, in one save."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from linkworks.domain.casework.actions.appointments import keep_appointment
from linkworks.domain.casework.actions.tasks import add_task
from linkworks.domain.casework.choices import ContactOutcome, Way
from linkworks.domain.casework.models import Appointment, Case, CaseNote, Contact
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def log_contact(
    actor: Actor,
    *,
    case: Case,
    at: datetime,
    way: Way,
    outcomes: Sequence[ContactOutcome],
    minutes: int | None = None,
    note: str = "",
    next_step: str = "",
    task_due_on: date | None = None,
    appointment: Appointment | None = None,
) -> Contact:
    """Listening is enough of an outcome. The next step comes back as the actor's task on `task_due_on`.

    An `appointment` that this conversation was is marked as having taken place.
    """
    require(may_work_on, actor, case)
    case.insist_not_closed()
    _insist_on_a_possible_contact(at, outcomes)
    contact = Contact.on(
        case, actor, at=at, way=way, minutes=minutes, outcomes=list(outcomes), next_step=next_step.strip()
    )
    contact.save()
    if note.strip():
        CaseNote.on(case, actor, body=note.strip(), at=at, contact=contact).save()
    _note_first_contact(case, at)
    if task_due_on is not None:
        _make_task(actor, case, next_step.strip(), task_due_on)
    if appointment is not None:
        keep_appointment(actor, appointment=appointment)
    record(actor, "contact.logged", subject=contact, person_id=contact.person_id, way=way, outcomes=",".join(outcomes))
    return contact


def _insist_on_a_possible_contact(at: datetime, outcomes: Sequence[ContactOutcome]) -> None:
    if at > clock.now():
        raise Refused("The time must have passed. Book what is still to come as an appointment.", field="at")
    if not outcomes:
        raise Refused("Choose how it went. Listening counts.", field="outcomes")


def _note_first_contact(case: Case, at: datetime) -> None:
    if case.first_contact_at is None or at < case.first_contact_at:
        case.change(first_contact_at=at)


def _make_task(actor: Actor, case: Case, next_step: str, due_on: date) -> None:
    if not next_step:
        raise Refused("Say what the next step is, so that the task has a name.", field="next_step")
    add_task(actor, case=case, title=next_step, due_on=due_on)
