"""What was said about harm in a call: told to the lead at once, kept from everybody else, closed by the lead alone."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.actions.safeguarding import raise_concern
from linkworks.domain.casework.actions.telling_staff import tell_staff, wait_after
from linkworks.domain.casework.models import Case
from linkworks.domain.outreach.models import CallConcern, CampaignContact
from linkworks.domain.outreach.need_texts import CONCERN, CONCERN_SUBJECT
from linkworks.domain.outreach.policies import may_close_concern
from linkworks.domain.outreach.selectors.call_needs import ConcernSaid
from linkworks.domain.outreach.selectors.concerns import list_leads
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

FIRST_REMINDER = timedelta(minutes=15)


def raise_concerns(actor: Actor, contact: CampaignContact, token: UUID, said: Iterable[ConcernSaid]) -> None:
    """As soon as it is said, and once for each question of a call; changing the answer does not take it back."""
    written = set(CallConcern.objects.filter(token=token).values_list("step", flat=True))
    for one in said:
        if one.step not in written:
            _raise(actor, contact, token, one)


@transaction.atomic
def acknowledge_call_concern(actor: Actor, *, concern: CallConcern) -> None:
    require(may_close_concern, actor, concern)
    if concern.acknowledged_at is not None:
        raise Refused("Somebody has acknowledged this concern already.")
    concern.change(acknowledged_at=clock.now(), remind_at=None, lead_id=actor.own_id)
    _record(actor, "call_concern.acknowledged", concern)


@transaction.atomic
def close_call_concern(actor: Actor, *, concern: CallConcern, words: str) -> None:
    """It never closes by itself."""
    require(may_close_concern, actor, concern)
    _close(actor, concern, words)


@transaction.atomic
def move_concern_to_case(actor: Actor, *, concern: CallConcern, case: Case) -> None:
    """It becomes a safeguarding concern of the person’s case, where its own path goes on."""
    require(may_close_concern, actor, concern)
    if case.person_id != concern.person_id:
        raise Refused("This case is about somebody else.")
    concern.became = raise_concern(
        actor,
        case=case,
        immediate_danger=False,
        emergency_called=False,
        what=f"Said in a call: {concern.words}",
        wishes_asked=False,
        wishes="It was said in a welfare call, and only what was asked there is known.",
    )
    _close(actor, concern, "It goes on as a safeguarding concern of their case.")


@transaction.atomic
def remind_of_call_concern(actor: Actor, *, concern_id: UUID) -> bool:
    """Whoever is named, and from the second time everybody who leads. False when nothing is due."""
    due = CallConcern.objects.visible_to(actor).filter(pk=concern_id, remind_at__lte=clock.now())
    concern: CallConcern | None = (
        due.select_for_update(skip_locked=True, of=("self",)).select_related("contact", "lead").first()
    )
    if concern is None:
        return False
    told = [concern.lead, *(list_leads(actor, concern) if concern.reminders else [])]
    reminders = concern.reminders + 1
    concern.change(reminders=reminders, remind_at=clock.now() + wait_after(reminders))
    tell_staff(actor, concern, told, subject=CONCERN_SUBJECT, body=CONCERN)
    _record(actor, "call_concern.reminded", concern, reminders=reminders)
    return True


def _raise(actor: Actor, contact: CampaignContact, token: UUID, said: ConcernSaid) -> None:
    leads = list_leads(actor, contact)
    concern = CallConcern.in_call(
        contact,
        actor,
        token,
        step=said.step,
        words=said.words,
        lead=leads[0],
        remind_at=clock.now() + FIRST_REMINDER,
    )
    concern.save(force_insert=True)
    tell_staff(actor, concern, leads[:2], subject=CONCERN_SUBJECT, body=CONCERN)
    _record(actor, "call_concern.raised", concern, lead=concern.lead_id)


def _close(actor: Actor, concern: CallConcern, words: str) -> None:
    if concern.closed_at is not None:
        raise Refused("This concern is closed.")
    if not words.strip():
        raise Refused("Say why the concern can close.", "words")
    now = clock.now()
    concern.change(
        acknowledged_at=concern.acknowledged_at or now,
        remind_at=None,
        closed_at=now,
        closed_by_id=actor.own_id,
        closed_words=words.strip(),
        became=concern.became,
    )
    _record(actor, "call_concern.closed", concern, became=concern.became_id)


def _record(actor: Actor, event: str, concern: CallConcern, **keys: Any) -> None:
    """Of the concern, not of the person: whoever may read the log of a person is not told of it there."""
    record(actor, event, subject=concern, campaign=concern.contact.campaign_id, **keys)
