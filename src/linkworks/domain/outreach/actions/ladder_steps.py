"""The rows of what we try next: the open step of somebody, and the end of one. Their row in the queue is locked."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from linkworks.domain.outreach.actions.ladder_messages import write_to
from linkworks.domain.outreach.choices import IN_PERSON, Door, OtherWay, QueueState, StepResult
from linkworks.domain.outreach.models import CampaignContact, LadderRung, LadderStep
from linkworks.domain.outreach.next_way import Way, next_way
from linkworks.domain.outreach.selectors.campaigns import get_windows
from linkworks.domain.outreach.selectors.ladder import rungs_in_use, used_up
from linkworks.domain.outreach.selectors.ladder_owners import Rota
from linkworks.domain.outreach.selectors.safe_contact import SafeContact, safe_contact
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

NO_ADDRESS = "There was no number or address to which it is safe to write."


def open_next_step(
    actor: Actor, contact: CampaignContact, *, finds_number: bool = False, before: LadderStep | None = None
) -> LadderStep:
    """The step to take now. Where it is a text or e-mail it is sent; where none is safe, that is written down.

    `before` is the step that has just ended: where the last way is tried once more, it stays with its owner.
    The contact still has to be told: see `waiting`.
    """
    rungs, used = rungs_in_use(contact.campaign_id), used_up(contact)
    safe, rota = safe_contact(actor, contact), Rota(actor, [contact.person_id])
    rung = choose_rung(rungs, used, safe, finds_number=finds_number)
    while rung.kind == OtherWay.MESSAGE and rung.pk not in used and not write_to(actor, contact):
        _write_off(contact, rung, rota.pick(Role(rung.owner_role), contact.person_id))
        used.add(rung.pk)
        rung = choose_rung(rungs, used, safe, finds_number=finds_number)
    stays_with = before.owner_id if before and before.rung_id == rung.pk else None
    owner = rota.pick(owner_role(rung, safe), contact.person_id, rather=stays_with)
    return _begin(actor, new_step(contact, rung, owner, due_at(rung, clock.now())))


def take_up_again(actor: Actor, ended: LadderStep) -> LadderStep:
    """The same way once more, due when it was, with the same owner if they are still here. Nothing is sent again."""
    safe, rota = safe_contact(actor, ended.contact), Rota(actor, [ended.person_id])
    owner = rota.pick(owner_role(ended.rung, safe), ended.person_id, rather=ended.owner_id)
    return _begin(actor, new_step(ended.contact, ended.rung, owner, ended.due_at))


def _begin(actor: Actor, step: LadderStep) -> LadderStep:
    step.save(force_insert=True)
    record(
        actor,
        "other_way.begun",
        subject=step,
        person_id=step.person_id,
        campaign=step.rung.campaign_id,
        kind=step.kind,
        owner=step.owner_id,
    )
    return step


def choose_rung(rungs: Iterable[LadderRung], used: set[UUID], safe: SafeContact, *, finds_number: bool) -> LadderRung:
    by_id = {rung.pk: rung for rung in rungs}
    ways = [Way(rung.pk, OtherWay(rung.kind), safe.door_of(rung)) for rung in by_id.values()]
    return by_id[next_way(ways, used, finds_number=finds_number).rung_id]


def new_step(contact: CampaignContact, rung: LadderRung, owner: UUID, due: datetime, **values: Any) -> LadderStep:
    return LadderStep(
        team_id=contact.team_id,
        person_id=contact.person_id,
        contact_id=contact.pk,
        rung=rung,
        kind=rung.kind,
        owner_id=owner,
        due_at=due,
        **values,
    )


def due_at(rung: LadderRung, now: datetime) -> datetime:
    """Where somebody must go there, only the hours count in which the campaign may ring."""
    due = get_windows(rung.campaign_id).after_open_time(now, rung.wait) if rung.kind in IN_PERSON else None
    return due or now + rung.wait


def waiting(step: LadderStep) -> dict[str, Any]:
    """What stands in the contact's row while the step is open."""
    return {
        "state": QueueState.LADDER,
        "wakes_at": step.due_at,
        "step_id": step.pk,
        "is_promised": False,
        "promised_to_id": None,
    }


def put_back(system: Actor, contact: CampaignContact, **standing: Any) -> None:
    """Whoever was done with by mistake is to be rung again, or tried another way where there is no number.

    `standing` is how somebody who can be rung stands in the queue, where that differs from before.
    """
    if contact.phone_key:
        standing["state"] = QueueState.READY
    else:
        standing = waiting(open_next_step(system, contact, finds_number=True))
    contact.change(**standing, ending="", ending_words="", ended_at=None)


def close_step(actor: Actor, contact: CampaignContact, result: StepResult, words: str = "", **said: Any) -> None:
    """Nothing happens where no step is open. `said` is what a single kind or result asks for."""
    LadderStep.objects.filter(contact=contact, result="").update(
        result=result, words=words, by_id=actor.user_id, at=clock.now(), updated_at=clock.now(), **said
    )


def owner_role(rung: LadderRung, safe: SafeContact) -> Role:
    """What an alert about safe contact shuts waits for a lead."""
    return Role(rung.owner_role) if safe.door_of(rung) == Door.OPEN else Role.TEAM_LEAD


def _write_off(contact: CampaignContact, rung: LadderRung, owner: UUID) -> None:
    done = {"result": StepResult.NOT_POSSIBLE, "words": NO_ADDRESS, "at": clock.now()}
    new_step(contact, rung, owner, clock.now(), **done).save(force_insert=True)
