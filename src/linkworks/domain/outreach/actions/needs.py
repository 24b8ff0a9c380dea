"""Needs that a call raised, in the transaction that saves the call."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.actions.telling_staff import tell_staff
from linkworks.domain.outreach.actions.hand_out import keep_call, own_call
from linkworks.domain.outreach.actions.need_offers import pass_on
from linkworks.domain.outreach.actions.need_steps import write_step
from linkworks.domain.outreach.choices import HeardFrom, NeedState, Urgency
from linkworks.domain.outreach.models import CampaignContact, Need, NeedMark, NeedType
from linkworks.domain.outreach.need_rules import due
from linkworks.domain.outreach.need_texts import OWNER_NOW, OWNER_SUBJECT
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.selectors.call_needs import NeedSaid
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.domain.outreach.selectors.needs import FULL, get_clock, list_owners, open_needs
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

REMIND_OWNER = timedelta(minutes=5)


def raise_needs(actor: Actor, contact: CampaignContact, token: UUID, said: Iterable[NeedSaid]) -> list[Need]:
    """One for each kind; where one of its kind is open already, that one stands, made more urgent if it must be."""
    standing = {need.type.code: need for need in _standing(contact)}
    return [
        _hasten(actor, standing[one.type], one) if one.type in standing else _raise(actor, contact, token, one)
        for one in said
    ]


@transaction.atomic
def mark_need(
    actor: Actor,
    *,
    token: UUID,
    type_code: str,
    is_needed: bool,
    urgency: str = "",
    words: str = "",
    may_share: bool = False,
) -> None:
    """The caller adds a need that no answer raises, or takes one away because the person sees to it themselves.

    It is a sign that the call goes on.
    """
    require(may_ring, actor)
    if is_needed and (urgency not in Urgency.values or not words.strip()):
        raise Refused("Say what they need, and how soon.", "words")
    with acting(queue(actor)):
        contact = own_call(actor, token)
        kind = NeedType.objects.filter(campaign_id=contact.campaign_id, code=type_code).first()
        if kind is None:
            raise Refused("Choose a kind of need.", "type")
        said = {"urgency": urgency, "words": words.strip()[:500], "may_share": may_share} if is_needed else {}
        NeedMark.in_call(contact, actor, token, type=kind, is_needed=is_needed, **said).save(force_insert=True)
        keep_call(actor, token=token)
        record(
            actor,
            "call_need.marked",
            subject=contact,
            person_id=contact.person_id,
            campaign=contact.campaign_id,
            type=kind.code,
            is_needed=is_needed,
        )


def _standing(contact: CampaignContact) -> Iterable[Need]:
    return open_needs(Actor.system("call-queue", contact.team_id)).filter(contact=contact).select_related(*FULL)


def _raise(actor: Actor, contact: CampaignContact, token: UUID, said: NeedSaid) -> Need:
    now, times = clock.now(), get_clock(contact.campaign_id, said.urgency)
    need = Need(
        team_id=contact.team_id,
        person_id=contact.person_id,
        campaign_id=contact.campaign_id,
        contact=contact,
        token=token,
        type=_kind(contact, said.type),
        urgency=said.urgency,
        words=said.words[:500],
        may_share=said.may_share,
        raised_at=now,
        deliver_by=now + times.deliver,
        due_at=due(NeedState.RAISED, now, times, deliver_by=now + times.deliver, scheduled_for=None),
        owner=list_owners(actor, contact, said.urgency)[0],
        remind_at=now + REMIND_OWNER if said.urgency == Urgency.IMMEDIATE else None,
    )
    need.save(force_insert=True)
    write_step(actor, need, HeardFrom.PERSON, words=said.words)
    record(
        actor,
        "call_need.raised",
        subject=need,
        person_id=need.person_id,
        campaign=need.campaign_id,
        type=need.type.code,
        urgency=need.urgency,
        owner=need.owner_id,
    )
    _tell_at_once(actor, need)
    pass_on(actor, need, HeardFrom.CLOCK)
    return need


def _hasten(actor: Actor, need: Need, said: NeedSaid) -> Need:
    """Asked for again: it stays one need, and gets the more urgent clock."""
    if Urgency(said.urgency).rank < Urgency(need.urgency).rank:
        now, times = clock.now(), get_clock(need.campaign_id, said.urgency)
        pressed = said.urgency == Urgency.IMMEDIATE and need.acknowledged_at is None
        need.change(
            urgency=said.urgency,
            deliver_by=now + times.deliver,
            due_at=min(need.due_at or now, now + times.answer),
            remind_at=now + REMIND_OWNER if pressed else need.remind_at,
        )
        _tell_at_once(actor, need)
    write_step(actor, need, HeardFrom.PERSON, words=f"Asked for again: {said.words}")
    return need


def _tell_at_once(actor: Actor, need: Need) -> None:
    if need.urgency == Urgency.IMMEDIATE and need.acknowledged_at is None:
        tell_staff(actor, need, [need.owner], subject=OWNER_SUBJECT, body=OWNER_NOW)


def _kind(contact: CampaignContact, code: str) -> NeedType:
    """A script may raise what its campaign does not know yet: nobody loses help by that."""
    known = NeedType.objects.filter(campaign_id=contact.campaign_id)
    label = code.replace("-", " ").capitalize()
    kind: NeedType = known.get_or_create(
        campaign_id=contact.campaign_id,
        code=code,
        defaults={"team_id": contact.team_id, "label": label, "place": known.count()},
    )[0]
    return kind
