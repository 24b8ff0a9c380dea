"""What the clock does about needs: asks the next on silence, and tells owners until they see to it."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.actions.need_offers import pass_on
from linkworks.domain.outreach.actions.need_steps import PRESSING, tell_owner
from linkworks.domain.outreach.actions.needs import REMIND_OWNER
from linkworks.domain.outreach.choices import HeardFrom, NeedState, Urgency
from linkworks.domain.outreach.models import Need
from linkworks.domain.outreach.need_texts import OWNER_NOW, OWNER_STUCK
from linkworks.domain.outreach.selectors.needs import FULL, list_owners, open_needs
from linkworks.foundation.accounts.models import User
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

SILENT = "No answer in time"
TELL_AGAIN_SOON, TELL_AGAIN = timedelta(hours=1), timedelta(days=1)
TO_THE_NEXT_AFTER = 2  # reminders


@transaction.atomic
def see_to_need(actor: Actor, *, need_id: UUID) -> bool:
    """Whatever is due now; False where nothing is, or somebody else is at it. Doing it twice does it once."""
    rows = open_needs(actor).select_for_update(skip_locked=True, of=("self",)).select_related(*FULL)
    need: Need | None = rows.filter(pk=need_id).first()
    if need is None:
        return False
    if need.state == NeedState.OFFERED and _is_past(need.due_at):
        pass_on(actor, need, HeardFrom.CLOCK, words=SILENT)
    if _is_past(need.due_at if need.remind_at is None else need.remind_at):
        _tell(actor, need)
    return True


def _is_past(moment: datetime | None) -> bool:
    return moment is not None and moment <= clock.now()


def _tell(actor: Actor, need: Need) -> None:
    """The owner; where it cannot wait and they do not answer, the next in line becomes the owner."""
    unowned = need.urgency == Urgency.IMMEDIATE and need.acknowledged_at is None
    reminders = need.reminders + 1
    if unowned and reminders >= TO_THE_NEXT_AFTER:
        need.owner = _next_owner(actor, need)
    again = TELL_AGAIN_SOON if need.urgency in PRESSING else TELL_AGAIN
    need.change(owner=need.owner, reminders=reminders, remind_at=clock.now() + (REMIND_OWNER if unowned else again))
    tell_owner(actor, need, OWNER_NOW if unowned else OWNER_STUCK)
    record(
        actor, "call_need.owner_told", subject=need, person_id=need.person_id, reminders=reminders, owner=need.owner_id
    )


def _next_owner(actor: Actor, need: Need) -> User:
    in_line = list_owners(actor, need, need.urgency)
    after = in_line.index(need.owner) + 1 if need.owner in in_line else 0
    return in_line[after % len(in_line)] if in_line else need.owner
