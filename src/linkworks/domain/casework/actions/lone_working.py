"""Looking after somebody who goes to an appointment alone: they check in afterwards, or the lead is told."""

from django.db import transaction

from linkworks.domain.casework.models import Appointment
from linkworks.domain.casework.policies import may_work_on, works_with_people
from linkworks.domain.casework.selectors.appointments import list_overdue_check_ins
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.selectors import list_colleagues, team_of
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel


@transaction.atomic
def check_in(actor: Actor, *, appointment: Appointment) -> None:
    """The worker is safe; they say so themselves, or a colleague who has reached them does."""
    require(may_work_on, actor, appointment.case)
    if appointment.checked_in_at is None:
        appointment.change(checked_in_at=clock.now())
        record(
            actor,
            "appointment.checked_in",
            subject=appointment,
            person_id=appointment.person_id,
            by_worker=appointment.worker_id == actor.user_id,
        )


@transaction.atomic
def raise_alarms(actor: Actor) -> None:
    """Tell the lead, once, of every worker who should have checked in by now."""
    require(works_with_people, actor)
    overdue = list_overdue_check_ins(actor).select_related("worker").select_for_update(of=("self",), skip_locked=True)
    for appointment in overdue:
        appointment.change(alarm_raised_at=clock.now())
        for address in _whom_to_tell(actor):
            _tell(actor, appointment, address)
        record(actor, "appointment.check_in_missed", subject=appointment, person_id=appointment.person_id)


def _whom_to_tell(actor: Actor) -> list[str]:
    for role in (Role.TEAM_LEAD, Role.COORDINATOR):
        addresses = list(list_colleagues(actor, role).values_list("email", flat=True))
        if addresses:
            return addresses
    return [team_of(actor).email]


def _tell(actor: Actor, appointment: Appointment, address: str) -> None:
    """The message names the worker and no client."""
    assert appointment.check_in_by is not None  # noqa: S101 (it is overdue)
    name = appointment.worker.name
    outbox.put(
        actor,
        team_id=appointment.team_id,
        channel=Channel.EMAIL,
        recipient=address,
        subject=f"{name} has not checked in",
        body=(
            f"{name} went to an appointment alone and was to check in by {words.clock_time(appointment.check_in_by)}. "
            "We have not heard from them.\n\n"
            f"Ring {name} now. If you cannot reach them, follow your team’s lone-working plan. Sign in to Linkworks to "
            "see where they went, and to say when they are safe."
        ),
    )
