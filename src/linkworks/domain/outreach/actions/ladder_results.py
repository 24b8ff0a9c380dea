"""What came of one other way: it ends there, the person is rung again, or the next way follows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.actions.ladder_steps import close_step, open_next_step, waiting
from linkworks.domain.outreach.actions.lead_notices import tell_lead
from linkworks.domain.outreach.actions.stopping import stop_until_confirmed
from linkworks.domain.outreach.choices import ENDING_OF, LEADS_ON, Door, Ending, OtherWay, QueueState, StepResult
from linkworks.domain.outreach.models import CallOutcome, CampaignContact, LadderStep
from linkworks.domain.outreach.policies import may_put_on_other_ways, may_take_step
from linkworks.domain.outreach.selectors.numbers import first_of
from linkworks.domain.outreach.selectors.safe_contact import safe_contact
from linkworks.domain.outreach.step_rules import NEEDS_SERVICE, NEEDS_WHO, NEEDS_WORDS, RESULTS, WENT
from linkworks.domain.people.actions.contact_details import add_detail
from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.models import ContactDetail
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, Refused
from linkworks.foundation.core.phone import Phone, PhoneKind

A_LEAD_FIRST = "There is an alert about safe contact. A team lead decides first whether we may do this."


@dataclass(frozen=True)
class Found:
    """`who` saw or told us; `number` is E.164. What a kind or a result does not ask for stays empty."""

    result: StepResult
    words: str = ""
    who: str = ""
    seen_at: datetime | None = None
    service: str = ""
    number: str = ""
    ring_at: datetime | None = None
    first_visitor: str = ""
    second_visitor: str = ""
    identity_shown: bool = False
    authorised_by_id: UUID | None = None
    reference: str = ""

    @property
    def kept(self) -> dict[str, Any]:
        """What stands in the step beside the result and its words."""
        names = ("who", "seen_at", "service", "first_visitor", "second_visitor", "identity_shown")
        return {name: getattr(self, name) for name in (*names, "authorised_by_id", "reference")}


@transaction.atomic
def record_result(actor: Actor, *, step: LadderStep, found: Found) -> LadderStep | None:
    """The step that follows, if any.

    Raises Conflict where somebody has written the result already, Refused for what the kind or the result needs.
    """
    require(may_take_step, actor, step)
    contact = _hold(step)
    _insist(actor, step, contact, found)
    close_step(actor, contact, found.result, found.words, **found.kept)
    following = _follow(actor, step, contact, found)
    _record(actor, contact, step, found.result)
    return following


@transaction.atomic
def bring_back(actor: Actor, *, contact: CampaignContact, words: str) -> None:
    """Somebody we were looking for rings us: whoever takes the call takes them out of the other ways."""
    require(may_put_on_other_ways, actor)
    held = CampaignContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    if held.state == QueueState.LADDER and held.phone_key:
        close_step(actor, held, StepResult.RING_AGAIN, words)
        _to_queue(held, ring_at=None)


def ring_found_number(actor: Actor, *, contact: CampaignContact, number: ContactDetail, words: str) -> None:
    """A number came by itself for somebody who is tried another way. Their row in the queue is locked."""
    step = LadderStep.objects.get(contact=contact, result="")
    close_step(actor, contact, StepResult.NUMBER_FOUND, words)
    _to_queue(contact, ring_at=None, number=number)
    _record(actor, contact, step, StepResult.NUMBER_FOUND)


def _record(actor: Actor, contact: CampaignContact, step: LadderStep, result: StepResult) -> None:
    record(
        actor,
        "other_way.result",
        subject=step,
        person_id=contact.person_id,
        campaign=contact.campaign_id,
        kind=step.kind,
        result=result,
    )


def _hold(step: LadderStep) -> CampaignContact:
    contact: CampaignContact = (
        CampaignContact.objects.select_for_update(of=("self",))
        .select_related("band", "campaign")
        .get(pk=step.contact_id)
    )
    if contact.step_id != step.pk:
        raise Conflict("Somebody has already written what came of this.")
    return contact


def _insist(actor: Actor, step: LadderStep, contact: CampaignContact, found: Found) -> None:
    if safe_contact(actor, contact).door_of(step.rung) != Door.OPEN:
        raise Refused(A_LEAD_FIRST)
    if found.result not in RESULTS[step.kind]:
        raise Refused("Choose what came of it.", "result")
    for field, needs in (("words", NEEDS_WORDS), ("who", NEEDS_WHO), ("service", NEEDS_SERVICE)):
        if found.result in needs and not getattr(found, field).strip():
            raise Refused(needs[found.result], field)
    _insist_on_times(contact, found)
    if found.result == StepResult.NUMBER_FOUND and not found.number:
        raise Refused("Enter the number that you found.", "number")
    if found.result in WENT:
        _insist_on_manner(actor, step, found)


def _insist_on_times(contact: CampaignContact, found: Found) -> None:
    now = clock.now()
    if found.result == StepResult.SEEN_SAFE and (found.seen_at is None or found.seen_at > now):
        raise Refused("Say when they were seen or heard: a day and a time that are past.", "seen_at")
    if found.result == StepResult.RING_AGAIN and not contact.phone_key:
        raise Refused("We have no number of theirs. Choose that we have a number to ring, and enter it.", "result")
    if found.ring_at is not None and found.ring_at <= now:
        raise Refused("Give a time that is still to come, or leave it empty.", "ring_at")


def _insist_on_manner(actor: Actor, step: LadderStep, found: Found) -> None:
    if step.kind == OtherWay.DOORSTEP:
        first, second = (name.strip().casefold() for name in (found.first_visitor, found.second_visitor))
        if not first or not second or first == second:
            raise Refused("Two people go to a door. Name both of them.", "second_visitor")
        if not found.identity_shown:
            raise Refused("Show who you are at the door before anything else. Say that you did.", "identity_shown")
    if step.kind == OtherWay.POLICE:
        leads = list_colleagues(actor, Role.TEAM_LEAD)
        if not found.authorised_by_id or not leads.filter(pk=found.authorised_by_id).exists():
            raise Refused("Say which team lead said yes.", "authorised_by")


def _follow(actor: Actor, step: LadderStep, contact: CampaignContact, found: Found) -> LadderStep | None:
    if found.result in LEADS_ON:
        return move_on(actor, contact, step)
    if found.result == StepResult.DIED:
        _stop_for_death(actor, step, contact, found)
        return None
    if found.result in ENDING_OF:
        write(
            contact,
            state=QueueState.ENDED,
            wakes_at=None,
            ending=ENDING_OF[found.result],
            ending_words=_told(found)[:300],
            ended_at=clock.now(),
        )
        return None
    number = _number(actor, step, found) if found.number else None
    _to_queue(contact, ring_at=found.ring_at, number=number)
    return None


def _told(found: Found) -> str:
    return ": ".join(part for part in (found.service or found.who, found.words) if part)


def _stop_for_death(actor: Actor, step: LadderStep, contact: CampaignContact, found: Found) -> None:
    """As when a caller is told of it: nobody rings them in any campaign, and a lead says whether it is so."""
    outcome = CallOutcome.objects.filter(campaign_id=contact.campaign_id, ending=Ending.DIED).first()
    if outcome is None:
        raise Refused(
            "Under Rules, add a way that a call can go for somebody who has died. Then say it here.", "result"
        )
    stop_until_confirmed(actor, step.person)
    tell_lead(actor, contact, outcome, step.pk, _told(found))


def move_on(actor: Actor, contact: CampaignContact, step: LadderStep) -> LadderStep:
    """The next way, once this one is closed; the same once more with the same owner, where it is the last."""
    following = open_next_step(actor, contact, before=step)
    write(contact, **waiting(following))
    return following


def write(contact: CampaignContact, **values: Any) -> None:
    CampaignContact.objects.filter(pk=contact.pk).update(**{"step_id": None, "updated_at": clock.now()} | values)


def _number(actor: Actor, step: LadderStep, found: Found) -> ContactDetail:
    """One that is on the record already is rung as it stands there."""
    kind = ContactKind.MOBILE if Phone(found.number).kind == PhoneKind.MOBILE else ContactKind.LANDLINE
    known = first_of(step.person_id, [found.number])
    return known or add_detail(actor, person=step.person, kind=kind, value=found.number)


def _to_queue(contact: CampaignContact, *, ring_at: datetime | None, number: ContactDetail | None = None) -> None:
    """As one who was never tried; at the time that was agreed, if there is one."""
    due = ring_at or clock.now() - contact.band.head_start
    rung = {"number": number, "phone_key": number.value} if number else {}
    write(
        contact,
        state=QueueState.RESTING if ring_at else QueueState.READY,
        wakes_at=ring_at,
        is_promised=ring_at is not None,
        rank_at=due,
        tries=0,
        tried_parts=0,
        **rung,
    )
