"""One step of a need: allowed by the rules, written down, with the next time at which something is due."""

from datetime import datetime
from typing import Any

from django.db import transaction

from linkworks.domain.casework.actions.telling_staff import tell_staff
from linkworks.domain.outreach.choices import HeardFrom, NeedState, Urgency
from linkworks.domain.outreach.models import Need, NeedStep, Provider
from linkworks.domain.outreach.need_rules import ALLOWED, ENDED, GIVEN_UP, UNDER_WAY, WITH_WORDS, due
from linkworks.domain.outreach.need_texts import (
    OFFER_PURPOSE,
    OWNER_STUCK,
    OWNER_SUBJECT,
    SAID,
    STOP_SUBJECT,
    stop_body,
)
from linkworks.domain.outreach.selectors.needs import get_clock
from linkworks.foundation.access import links
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.messaging import outbox
from linkworks.foundation.messaging.choices import Channel

PRESSING = (Urgency.IMMEDIATE, Urgency.TODAY)


@transaction.atomic
def move(
    actor: Actor,
    need: Need,
    state: NeedState,
    heard_from: HeardFrom,
    *,
    words: str = "",
    provider: Provider | None = None,
    scheduled_for: datetime | None = None,
) -> None:
    """`provider` is who is asked, for OFFERED; elsewhere it stays who it is. Raises Refused for what cannot be."""
    former, words = NeedState(need.state), words.strip()
    if state not in ALLOWED[former]:
        raise Refused(f"This need stands at “{former.label}”; it cannot become “{state.label}” now.", "state")
    if state in WITH_WORDS and not words:
        raise Refused(SAID[state], "words")
    if state == NeedState.SCHEDULED and (scheduled_for is None or scheduled_for <= clock.now()):
        raise Refused("Say when they come: a day and a time that are still to come.", "scheduled_for")
    former_provider = need.provider
    need.change(**_columns(need, state, provider, scheduled_for))
    write_step(actor, need, heard_from, words=words, scheduled_for=scheduled_for)
    if state in GIVEN_UP and former in (NeedState.OFFERED, *UNDER_WAY) and former_provider:
        _call_off(actor, need, former_provider)
    record(actor, "call_need.moved", subject=need, person_id=need.person_id, former=former, state=state)


def write_step(actor: Actor, need: Need, heard_from: HeardFrom, *, words: str = "", **values: Any) -> None:
    NeedStep.of(need, actor, heard_from, words=words[:500], **values).save(force_insert=True)


def tell_owner(actor: Actor, need: Need, body: str = OWNER_STUCK) -> None:
    tell_staff(actor, need, [need.owner], subject=OWNER_SUBJECT, body=body)


def _columns(need: Need, state: NeedState, provider: Provider | None, scheduled_for: datetime | None) -> dict[str, Any]:
    now, times = clock.now(), get_clock(need.campaign_id, need.urgency)
    stays = state not in (NeedState.OFFERED, NeedState.RAISED)
    changed: dict[str, Any] = {"state": state, "provider": need.provider if stays else provider}
    changed["scheduled_for"] = scheduled_for or (need.scheduled_for if state in UNDER_WAY else None)
    if state == NeedState.FAILED:  # the person is promised anew
        changed["deliver_by"] = need.deliver_by = now + times.deliver
    changed["due_at"] = due(state, now, times, deliver_by=need.deliver_by, scheduled_for=scheduled_for)
    return changed | _reminding(need, state)


def _reminding(need: Need, state: NeedState) -> dict[str, Any]:
    """Nobody is reminded of what has ended, nor of a step that is not late yet; of what nobody owns, they are."""
    unowned = need.urgency == Urgency.IMMEDIATE and need.acknowledged_at is None and state not in ENDED
    return {"remind_at": (need.remind_at or clock.now()) if unowned else None}


def _call_off(actor: Actor, need: Need, provider: Provider) -> None:
    links.revoke(OFFER_PURPOSE, need.pk)
    write_to(actor, need, provider, STOP_SUBJECT, stop_body(need))


def write_to(actor: Actor, need: Need, provider: Provider, subject: str, body: str) -> None:
    """Whoever has no e-mail address is rung by the owner."""
    if provider.email:
        outbox.put(
            actor,
            team_id=need.team_id,
            channel=Channel.EMAIL,
            recipient=provider.email,
            subject=subject,
            body=body,
        )
