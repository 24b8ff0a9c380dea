from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.casework.choices import AppointmentStatus
from linkworks.domain.casework.models import Appointment, AppointmentMove, Case
from linkworks.domain.casework.selectors.cases import is_worked_by
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.messaging.models import OutboxMessage
from linkworks.foundation.messaging.selectors import get_last_sent

LONGEST = timedelta(hours=12)


def get_booked(actor: Actor, case: Case, asked: str) -> Appointment:
    """A booked appointment of this case, by the uuid in an address, which may be anything."""
    with suppress(ValueError):
        appointment = _booked(actor).filter(case=case, pk=UUID(asked)).first()
        if appointment is not None:
            appointment.case = case
            return appointment
    raise NotFound


def get_check_in(actor: Actor, appointment_id: UUID) -> Appointment:
    """An appointment about which only the worker's safety is asked: nobody needs a reason for that."""
    found = Appointment.objects.visible_to(actor).select_related("case", "worker").filter(pk=appointment_id)
    appointment: Appointment | None = found.first()
    if appointment is None:
        raise NotFound
    return appointment


def list_moves(actor: Actor, appointment: Appointment) -> QuerySet[AppointmentMove]:
    """What an appointment was before, the newest move first."""
    moves: QuerySet[AppointmentMove] = AppointmentMove.objects.visible_to(actor).filter(appointment=appointment)
    return moves.select_related("was_with", "by").order_by("-at")


def get_told(actor: Actor, appointment: Appointment) -> OutboxMessage | None:
    """The last message that told the person when the appointment is, if one has left."""
    notices = list_moves(actor, appointment).values_list("notice_id", flat=True)
    return get_last_sent(actor, [one for one in (appointment.reminder_id, *notices) if one])


def list_diary(actor: Actor, *, starts_at: datetime, ends_at: datetime) -> QuerySet[Appointment]:
    """What the actor has booked between two moments, in order; that of colleagues for whom they cover too."""
    booked = _booked(actor).filter(is_worked_by(actor), starts_at__gte=starts_at, starts_at__lt=ends_at)
    return booked.order_by("starts_at")


def list_clashes(actor: Actor, *, worker_id: UUID, starts_at: datetime, minutes: int) -> list[Appointment]:
    """What the worker has booked already that overlaps with this time."""
    ends_at = starts_at + timedelta(minutes=minutes)
    near = _booked(actor).filter(worker_id=worker_id, starts_at__gt=starts_at - LONGEST, starts_at__lt=ends_at)
    return [other for other in near.order_by("starts_at") if other.ends_at > starts_at]


def list_unfinished(actor: Actor, case_id: UUID) -> QuerySet[Appointment]:
    """Booked appointments of a case, soonest first: to come, or still to be marked as kept or missed."""
    return _booked(actor).filter(case_id=case_id).order_by("starts_at")


def why_case_waits_for_appointment(actor: Actor, case: Case) -> str | None:
    """A condition of closing: somebody said how each appointment went that has begun. The others are cancelled."""
    begun = list_unfinished(actor, case.pk).filter(starts_at__lte=clock.now()).first()
    if begun is None:
        return None
    return f"Nobody has said how the appointment went, {words.moment(begun.starts_at)}."


def list_overdue_check_ins(actor: Actor) -> QuerySet[Appointment]:
    """Workers who should have checked in by now and about whom nobody has been told."""
    return _unchecked(actor).filter(check_in_by__lt=clock.now(), alarm_raised_at__isnull=True)


def list_alarms(actor: Actor) -> QuerySet[Appointment]:
    """Workers who have not checked in and about whom the lead has been told."""
    return _unchecked(actor).filter(alarm_raised_at__isnull=False).order_by("check_in_by")


def list_with_reminder(actor: Actor) -> QuerySet[Appointment]:
    """Appointments to come for which a reminder was put in the outbox."""
    return _booked(actor).filter(starts_at__gt=clock.now(), reminder_id__isnull=False)


def list_to_come(actor: Actor, person_ids: Iterable[UUID]) -> QuerySet[Appointment]:
    return _booked(actor).filter(person_id__in=person_ids, starts_at__gt=clock.now())


def _booked(actor: Actor) -> QuerySet[Appointment]:
    booked: QuerySet[Appointment] = Appointment.objects.visible_to(actor).filter(status=AppointmentStatus.BOOKED)
    return booked


def _unchecked(actor: Actor) -> QuerySet[Appointment]:
    alone: QuerySet[Appointment] = Appointment.objects.visible_to(actor).filter(check_in_by__isnull=False)
    return alone.filter(checked_in_at__isnull=True).exclude(status=AppointmentStatus.CANCELLED)
