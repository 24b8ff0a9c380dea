"""How a call went: the try, what follows, and the next time, in one save that only the holder's token opens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from linkworks.domain.outreach.actions.answers import write_unasked
from linkworks.domain.outreach.actions.ladder_messages import AFTER_TRIES, write_to
from linkworks.domain.outreach.actions.ladder_steps import open_next_step, waiting
from linkworks.domain.outreach.actions.languages import keep_language
from linkworks.domain.outreach.actions.lead_notices import tell_lead
from linkworks.domain.outreach.actions.need_moves import save_confirming
from linkworks.domain.outreach.actions.needs import raise_needs
from linkworks.domain.outreach.actions.samples import choose_sample
from linkworks.domain.outreach.actions.stopping import insist_that_they_may_be_rung, opt_out, stop_until_confirmed
from linkworks.domain.outreach.actions.unsafe import mark_unsafe
from linkworks.domain.outreach.choices import Came, Ending, Follows, QueueState
from linkworks.domain.outreach.models import CallAttempt, CallOutcome, CampaignContact, LateNote
from linkworks.domain.outreach.next_step import Outcome, Standing, Step, next_step
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.scripts.walk import Given
from linkworks.domain.outreach.selectors.answers import standing_in
from linkworks.domain.outreach.selectors.call_needs import There, needs_of_call, what_there_is
from linkworks.domain.outreach.selectors.call_rules import rules_of
from linkworks.domain.outreach.selectors.hard_calls import is_hard_call
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.domain.outreach.selectors.numbers import next_number
from linkworks.domain.people.models import ContactDetail
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.core.question import Question, change


@dataclass(frozen=True)
class Call:
    """What the caller says of a call. `ring_at` is the time that was agreed, where one was; `came`, by the need, what
    the person says of what was brought; `language`, which one they need, where it is another.
    """

    outcome: str
    note: str = ""
    ring_at: datetime | None = None
    came: Mapping[UUID, Came] = field(default_factory=dict)
    language: str = ""


@dataclass(frozen=True)
class Saved:
    """`is_late` says that the person had gone back to the queue: the words are kept as a note and changed nothing.
    `needs_a_minute`, that the caller has asked for a break, or may want to talk to somebody now.
    """

    contact_id: UUID
    is_late: bool = False
    needs_a_minute: bool = False


# Locked before anything else is asked, so that what is asked next is true until the end.
_IN_QUEUE = Question(
    lambda contact: (
        CampaignContact.objects.select_for_update(of=("self",)).filter(pk=contact).select_related("band", "campaign")
    ),
    contact=UUID,
)


def save_call(actor: Actor, *, contact_id: UUID, token: UUID, call: Call) -> Saved:
    """Saving the same twice is saving once. What somebody says of a call that was saved otherwise, in another tab or
    before they went back, is kept as a late note.

    Raises NotFound where the token was never handed out to this actor for this person, Refused where the outcome needs
    a time or a language and has none.
    """
    require(may_ring, actor)
    with acting(queue(actor)):
        contact = _IN_QUEUE.first(contact=contact_id)
        there = what_there_is(actor, contact_id, token)
        if contact is None or there is None:
            raise NotFound
        if contact.token == token and contact.holder_id == actor.user_id:
            return _save(actor, contact, _outcome(contact, call), there, call)
        if _is_saved_so(actor, contact, token, call):
            return Saved(contact.pk)
        return _keep_late(actor, contact, token, call)


def _is_saved_so(actor: Actor, contact: CampaignContact, token: UUID, call: Call) -> bool:
    saved = CallAttempt.objects.filter(token=token, contact=contact, by_id=actor.user_id)
    return saved.filter(outcome__code=call.outcome, note=call.note.strip()).exists()


def _outcome(contact: CampaignContact, call: Call) -> CallOutcome:
    outcome = rules_of(contact.campaign).outcomes.get(call.outcome)
    if outcome is None:
        raise Refused("Choose how the call went.", "outcome")
    if outcome.follows == Follows.RING_AT and (call.ring_at is None or call.ring_at <= clock.now()):
        raise Refused("Say when to ring again: a day and a time that are still to come.", "ring_at")
    if outcome.asks_language and not call.language:
        raise Refused("Choose which language they need.", "language")
    return outcome


def _save(actor: Actor, contact: CampaignContact, outcome: CallOutcome, there: There, call: Call) -> Saved:
    token = there.token
    said = {"outcome": outcome, "note": call.note.strip(), "ring_at": call.ring_at, "is_incoming": there.is_incoming}
    attempt = CallAttempt.in_call(contact, actor, token, phone_key=contact.phone_key, **said)
    sample = choose_sample(actor, contact, outcome, attempt)
    other = next_number(contact) if outcome.tries_other_number else None
    step = _step(contact, outcome, call, has_other_number=other is not None)
    if step.is_promised and contact.ending:
        insist_that_they_may_be_rung(contact)
    if there.to_confirm:
        step = save_confirming(actor, contact, call.came, step, talked=outcome.ending == Ending.REACHED)
    _write(actor, contact, outcome, step, other)
    given_answers = standing_in(queue(actor), token, contact.campaign.script) if there.answers else {}
    if there.answers or there.marks:
        _write_what_was_said(actor, contact, token, given_answers)
    record(
        actor,
        "call.saved",
        *filter(None, (attempt, sample)),
        subject=contact,
        person_id=contact.person_id,
        campaign=contact.campaign_id,
        outcome=outcome.code,
        state=step.state,
    )
    _act_beyond(actor, contact, outcome, token, call)
    needs_a_minute = there.is_paused or is_hard_call(outcome, contact.campaign, given_answers)
    return Saved(contact.pk, needs_a_minute=needs_a_minute)


def _act_beyond(actor: Actor, contact: CampaignContact, outcome: CallOutcome, token: UUID, call: Call) -> None:
    """What an outcome does outside the queue; after a late save too, for what somebody said stands."""
    if outcome.ending == Ending.DIED:
        stop_until_confirmed(actor, contact.person)
    elif outcome.stops_all_calls:
        opt_out(actor, person=contact.person, campaign=None, words=outcome.label)
    if outcome.asks_language:
        keep_language(queue(actor), contact.person, call.language)
    if outcome.marks_unsafe:
        mark_unsafe(queue(actor), contact)
    if outcome.tells_lead or outcome.ending == Ending.DIED:
        tell_lead(actor, contact, outcome, token, call.note.strip())


def _write_what_was_said(actor: Actor, contact: CampaignContact, token: UUID, given: Given) -> None:
    write_unasked(actor, contact, token, given)
    raise_needs(actor, contact, token, needs_of_call(contact, token, given))


def _step(contact: CampaignContact, outcome: CallOutcome, call: Call, *, has_other_number: bool) -> Step:
    band = contact.band
    is_anew = bool(contact.ending)  # they were done, and rang us
    standing = Standing(
        0 if is_anew else contact.tries,
        0 if is_anew else contact.tried_parts,
        band.most_tries,
        has_other_number,
        band.spacing,
        may_ring_once_more=bool(outcome.once_more_after) and band.rings_once_more and not _had_their_once_more(contact),
    )
    facts = Outcome(
        Follows(outcome.follows),
        outcome.ending,
        outcome.rest,
        outcome.counts,
        outcome.tries_other_number,
        outcome.once_more_after,
    )
    return next_step(facts, standing, rules_of(contact.campaign).windows, clock.now(), call.ring_at)


def _had_their_once_more(contact: CampaignContact) -> bool:
    return CallAttempt.objects.filter(contact=contact, outcome__once_more_after__gt=timedelta()).exists()


def _write(
    actor: Actor, contact: CampaignContact, outcome: CallOutcome, step: Step, other: ContactDetail | None
) -> None:
    to_number = {"number_id": other.pk, "phone_key": other.value} if other and step.to_other_number else {}
    beside = _beside(queue(actor), contact, outcome, step, other)
    columns = step.columns(contact.band.head_start) | {"promised_to_id": actor.user_id if step.is_promised else None}
    change(
        CampaignContact,
        {"id": contact.pk, "token": contact.token},
        **columns | to_number | beside,
        holder_id=None,
        token=None,
        last_outcome_id=outcome.pk,
        ended_at=clock.now() if step.state == QueueState.ENDED else None,
        ending_words=outcome.label if step.state == QueueState.ENDED else "",
        updated_at=clock.now(),
    )


def _beside(
    system: Actor, contact: CampaignContact, outcome: CallOutcome, step: Step, other: ContactDetail | None
) -> dict[str, Any]:
    """Whoever is not reached is tried another way; after the first two tries we write, where that is safe."""
    if step.state == QueueState.LADDER:
        finds_number = outcome.tries_other_number and other is None
        return waiting(open_next_step(system, contact, finds_number=finds_number))
    if outcome.sends_message and outcome.counts and step.tries in AFTER_TRIES:
        write_to(system, contact)
    return {}


def _keep_late(actor: Actor, contact: CampaignContact, token: UUID, call: Call) -> Saved:
    """It changes nothing, so nothing about it has to be right: words without an outcome are kept as well."""
    outcome = rules_of(contact.campaign).outcomes.get(call.outcome)
    LateNote.in_call(contact, actor, token, outcome=outcome, note=call.note.strip()).save(force_insert=True)
    record(
        actor,
        "call.came_late",
        subject=contact,
        person_id=contact.person_id,
        campaign=contact.campaign_id,
        outcome=outcome.code if outcome else "",
    )
    if outcome is not None:
        _act_beyond(actor, contact, outcome, token, call)
    return Saved(contact.pk, is_late=True)
