"""What became of an appointment."""

from django.db import transaction

from linkworks.domain.casework.actions.attempts import log_attempt
from linkworks.domain.casework.choices import APPOINTMENT_MOVES, AppointmentStatus, AttemptOutcome, Way
from linkworks.domain.casework.models import Appointment
from linkworks.domain.casework.policies import may_work_on
from linkworks.domain.casework.selectors.appointments import list_to_come
from linkworks.domain.people.models import Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.messaging import outbox


@transaction.atomic
def cancel_appointment(actor: Actor, *, appointment: Appointment) -> None:
    """The reminder, if it has not left, stays with us."""
    require(may_work_on, actor, appointment.case)
    _move(appointment, AppointmentStatus.CANCELLED)
    if appointment.reminder_id:
        outbox.cancel(actor, message_id=appointment.reminder_id)
    record(actor, "appointment.cancelled", subject=appointment, person_id=appointment.person_id)


@transaction.atomic
def keep_appointment(actor: Actor, *, appointment: Appointment) -> None:
    """It took place. The worker who says so is safe."""
    require(may_work_on, actor, appointment.case)
    _insist_it_has_begun(appointment)
    _move(appointment, AppointmentStatus.KEPT)
    _check_in_own(actor, appointment)
    record(actor, "appointment.kept", subject=appointment, person_id=appointment.person_id)


@transaction.atomic
def miss_appointment(actor: Actor, *, appointment: Appointment) -> None:
    """The person did not come, which counts as one try to reach them."""
    require(may_work_on, actor, appointment.case)
    _insist_it_has_begun(appointment)
    _move(appointment, AppointmentStatus.MISSED)
    _check_in_own(actor, appointment)
    log_attempt(
        actor,
        case=appointment.case,
        way=Way(appointment.way),
        outcome=AttemptOutcome.MISSED,
        at=appointment.starts_at,
    )
    record(actor, "appointment.missed", subject=appointment, person_id=appointment.person_id)


@transaction.atomic
def call_off_appointments(actor: Actor, person: Person) -> None:
    """Nobody is reminded of, or goes to, the appointment of somebody who has died."""
    for appointment in list_to_come(actor, [person.pk]).select_related("case"):
        cancel_appointment(actor, appointment=appointment)


def _insist_it_has_begun(appointment: Appointment) -> None:
    if appointment.starts_at > clock.now():
        raise Refused("This appointment is still to come. Cancel it if it will not take place.")


def _move(appointment: Appointment, to: AppointmentStatus) -> None:
    now = AppointmentStatus(appointment.status)
    if to not in APPOINTMENT_MOVES[now]:
        raise Refused(f"This appointment was marked before: {now.label.lower()}.")
    appointment.change(status=to)


def _check_in_own(actor: Actor, appointment: Appointment) -> None:
    waits = appointment.check_in_by is not None and appointment.checked_in_at is None
    if waits and appointment.worker_id == actor.user_id:
        appointment.change(checked_in_at=clock.now())
