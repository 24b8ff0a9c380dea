from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.casework.choices import AppointmentStatus
from linkworks.domain.casework.models import Appointment
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

LONGEST = timedelta(hours=12)


def list_clashes(actor: Actor, *, worker_id: UUID, starts_at: datetime, minutes: int) -> list[Appointment]:
    """What the worker has booked already that overlaps with this time."""
    ends_at = starts_at + timedelta(minutes=minutes)
    near = _booked(actor).filter(worker_id=worker_id, starts_at__gt=starts_at - LONGEST, starts_at__lt=ends_at)
    return [other for other in near.order_by("starts_at") if other.ends_at > starts_at]


def list_unfinished(actor: Actor, case_id: UUID) -> QuerySet[Appointment]:
    """Booked appointments of a case, soonest first: to come, or still to be marked as kept or missed."""
    return _booked(actor).filter(case_id=case_id).select_related("worker").order_by("starts_at")


def list_overdue_check_ins(actor: Actor) -> QuerySet[Appointment]:
    """Workers who should have checked in by now and about whom nobody has been told."""
    return _unchecked(actor).filter(check_in_by__lt=clock.now(), alarm_raised_at__isnull=True)


def list_alarms(actor: Actor) -> QuerySet[Appointment]:
    """Workers who have not checked in and about whom the lead has been told."""
    return _unchecked(actor).filter(alarm_raised_at__isnull=False).select_related("worker").order_by("check_in_by")


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
