"""Booking appointments: no clash by accident, no place or reminder that an alert forbids."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework import reminders
from linkworks.domain.casework.choices import Way
from linkworks.domain.casework.models import Appointment, Case
from linkworks.domain.casework.policies import may_work_on
from linkworks.domain.casework.selectors.appointments import list_clashes
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.selectors.person import BeforeContact, before_contact
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.selectors import get_colleague, team_of
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

CHECK_IN_GRACE = timedelta(minutes=30)
"""How long after the end somebody who goes alone has to say that they are safe."""


class Clash(Refused):
    """The worker is already booked then; it can be booked anyway."""


@dataclass(frozen=True, slots=True)
class Booking:
    """What was asked for. Somebody who goes alone is to check in afterwards; a reminder leaves by the way named."""

    worker_id: UUID
    starts_at: datetime
    way: Way
    minutes: int = 45
    place: str = ""
    interpreter_language: str = ""
    interpreter_booked: bool = False
    goes_alone: bool = False
    reminder: Channel | None = None

    @property
    def check_in_by(self) -> datetime | None:
        """When somebody who goes alone is to have said that they are safe."""
        return self.starts_at + timedelta(minutes=self.minutes) + CHECK_IN_GRACE if self.goes_alone else None

    @property
    def kept(self) -> dict[str, Any]:
        """What the appointment keeps of it, beside its worker."""
        return {
            "starts_at": self.starts_at,
            "minutes": self.minutes,
            "way": self.way,
            "place": self.place,
            "interpreter_language": self.interpreter_language,
            "interpreter_booked": self.interpreter_booked,
            "check_in_by": self.check_in_by,
        }


@transaction.atomic
def book_appointment(actor: Actor, *, case: Case, booking: Booking, despite_clash: bool = False) -> Appointment:
    """Raises Clash when the worker is busy then, unless `despite_clash`; Refused where an alert forbids it."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    known = before_contact(actor, [case.person_id])[case.person_id]
    worker = get_colleague(actor, booking.worker_id)
    insist_on_a_possible_meeting(known, booking)
    if not despite_clash:
        insist_on_free_time(actor, worker, booking)
    appointment = Appointment.on(case, actor, worker=worker, **booking.kept)
    if booking.reminder is not None:
        appointment.reminder_id = put_reminder(actor, appointment, known, booking.reminder)
    appointment.save()
    record(
        actor,
        "appointment.booked",
        subject=appointment,
        person_id=appointment.person_id,
        worker=worker.pk,
        way=booking.way,
        reminder=booking.reminder or "",
    )
    return appointment


def insist_on_a_possible_meeting(known: BeforeContact, booking: Booking) -> None:
    if booking.starts_at <= clock.now():
        raise Refused("The appointment must be in the future. Log what has happened as a contact.", field="starts_at")
    if booking.way == Way.HOME and AlertKind.NOT_AT_HOME in {alert.kind for alert in known.alerts}:
        raise Refused("There is an alert not to visit at home. Choose another place.", field="way")


def insist_on_free_time(actor: Actor, worker: User, booking: Booking, besides: Appointment | None = None) -> None:
    """Raises Clash; an appointment that is being moved does not stand in its own way."""
    found = list_clashes(actor, worker_id=worker.pk, starts_at=booking.starts_at, minutes=booking.minutes)
    clashes = [other for other in found if other != besides]
    if clashes:
        busy = words.listed(
            f"{words.clock_time(other.starts_at)} to {words.clock_time(other.ends_at)}" for other in clashes
        )
        raise Clash(
            f"{worker.name} is booked then already, {busy}. Choose another time, or tick the box to book it anyway.",
            field="starts_at",
        )


def put_reminder(actor: Actor, appointment: Appointment, known: BeforeContact, channel: Channel) -> UUID:
    """Refused where this way is not safe, or where it would leave too late to help."""
    recipient = reminders.safe_ways(known).get(channel)
    if recipient is None:
        raise Refused("A reminder is not safe by this way. Choose another, or none.", field="reminder")
    not_before = reminders.leaves_at(appointment.starts_at, clock.now())
    if not_before is None:
        raise Refused("It is too soon for a reminder. Choose “No reminder”.", field="reminder")
    team = team_of(actor)
    message = outbox.put(
        actor,
        team_id=team.pk,
        channel=channel,
        recipient=recipient,
        subject="Reminder of our meeting",
        body=reminders.wording(appointment.worker.name, appointment.starts_at, team.telephone),
        about_person_id=appointment.person_id,
        not_before=not_before,
    )
    return message.pk
