"""Moving an appointment: the reminder goes with it, and whoever was told of the old time hears of the new one."""

from uuid import UUID

from django.db import transaction

from linkworks.domain.casework import reminders
from linkworks.domain.casework.actions.booking import (
    Booking,
    insist_on_a_possible_meeting,
    insist_on_free_time,
    put_reminder,
)
from linkworks.domain.casework.choices import AppointmentStatus
from linkworks.domain.casework.models import Appointment, AppointmentMove
from linkworks.domain.casework.policies import may_work_on
from linkworks.domain.casework.selectors.appointments import get_told
from linkworks.domain.people.selectors.person import BeforeContact, before_contact
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.selectors import get_colleague, team_of
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel
from linkworks.foundation.messaging.models import OutboxMessage


@transaction.atomic
def move_appointment(
    actor: Actor,
    *,
    appointment: Appointment,
    booking: Booking,
    despite_clash: bool = False,
    expected_version: int | None = None,
) -> AppointmentMove:
    """Raises what booking raises. The move's `notice_id` is empty where nobody was told, or nobody could be safely."""
    require(may_work_on, actor, appointment.case)
    appointment.case.insist_not_closed()
    _insist_it_is_to_come(appointment)
    known = before_contact(actor, [appointment.person_id])[appointment.person_id]
    worker = get_colleague(actor, booking.worker_id)
    insist_on_a_possible_meeting(known, booking)
    if not despite_clash:
        insist_on_free_time(actor, worker, booking, besides=appointment)
    told = get_told(actor, appointment)
    move = _before(actor, appointment)
    is_news = (appointment.starts_at, appointment.worker_id) != (booking.starts_at, booking.worker_id)
    appointment.change(expected_version=expected_version, worker_id=worker.pk, **booking.kept)
    if is_news or told is None or told.pk != appointment.reminder_id:
        _renew_reminder(actor, appointment, known, booking.reminder)
    if is_news and told is not None:
        move.notice_id = _tell(actor, appointment, known, told)
    move.save()
    record(
        actor,
        "appointment.moved",
        subject=appointment,
        person_id=appointment.person_id,
        worker=worker.pk,
        way=booking.way,
        reminder=booking.reminder or "",
        told=move.notice_id is not None,
    )
    return move


def _insist_it_is_to_come(appointment: Appointment) -> None:
    if appointment.status != AppointmentStatus.BOOKED:
        state = AppointmentStatus(appointment.status).label.lower()
        raise Refused(f"This appointment was marked before: {state}. Book another.")
    if appointment.starts_at <= clock.now():
        raise Refused("This appointment has begun. Say how it went, and book another.")


def _before(actor: Actor, appointment: Appointment) -> AppointmentMove:
    return AppointmentMove.on(
        appointment.case,
        actor,
        appointment=appointment,
        at=clock.now(),
        was_at=appointment.starts_at,
        was_way=appointment.way,
        was_place=appointment.place,
        was_with_id=appointment.worker_id,
    )


def _renew_reminder(actor: Actor, appointment: Appointment, known: BeforeContact, channel: Channel | None) -> None:
    if appointment.reminder_id:
        outbox.cancel(actor, message_id=appointment.reminder_id)
    reminder_id = put_reminder(actor, appointment, known, channel) if channel else None
    appointment.change(reminder_id=reminder_id)


def _tell(actor: Actor, appointment: Appointment, known: BeforeContact, told: OutboxMessage) -> UUID | None:
    """At once, by the way they were reminded, where that is still safe."""
    channel = Channel(told.channel)
    recipient = reminders.safe_ways(known).get(channel)
    if recipient is None:
        return None
    team = team_of(actor)
    return outbox.put(
        actor,
        team_id=team.pk,
        channel=channel,
        recipient=recipient,
        subject="Our meeting has changed",
        body=reminders.wording_of_a_move(appointment.worker.name, appointment.starts_at, team.telephone),
        about_person_id=appointment.person_id,
    ).pk
