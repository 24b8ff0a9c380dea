"""Reminders that have become unsafe since they were written."""

from collections.abc import Collection

from django.db import transaction

from linkworks.domain.casework.models import Appointment
from linkworks.domain.casework.policies import works_with_people
from linkworks.domain.casework.reminders import safe_ways
from linkworks.domain.casework.selectors.appointments import list_with_reminder
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging import outbox


@transaction.atomic
def withdraw_unsafe_reminders(actor: Actor) -> None:
    """Hold back each waiting reminder whose number or address has ended, or about which an alert was raised."""
    require(works_with_people, actor)
    appointments = list(list_with_reminder(actor))
    known = before_contact(actor, {appointment.person_id for appointment in appointments})
    for appointment in appointments:
        _withdraw_unless_for(actor, appointment, safe_ways(known[appointment.person_id]).values())


def _withdraw_unless_for(actor: Actor, appointment: Appointment, recipients: Collection[str]) -> None:
    assert appointment.reminder_id is not None  # noqa: S101 (it was asked for)
    if outbox.cancel_unless_for(actor, message_id=appointment.reminder_id, recipients=recipients):
        appointment.change(reminder_id=None)
        record(actor, "appointment.reminder_withdrawn", subject=appointment, person_id=appointment.person_id)
