"""Who takes a step, and what a lead decides where there is an alert about safe contact."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from linkworks.domain.outreach.actions.ladder_results import move_on
from linkworks.domain.outreach.actions.ladder_steps import close_step
from linkworks.domain.outreach.choices import Door, StepResult
from linkworks.domain.outreach.models import CampaignContact, LadderStep, SafeContactDecision
from linkworks.domain.outreach.policies import may_decide_on_safe_contact, may_run_campaigns
from linkworks.domain.outreach.selectors.ladder_owners import Rota
from linkworks.domain.outreach.selectors.safe_contact import safe_contact
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE, Role
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Conflict, Refused


@transaction.atomic
def decide_on_safe_contact(
    actor: Actor, *, contact: CampaignContact, opens: Collection[str], reason: str
) -> SafeContactDecision:
    """What is not opened stays shut. The step that waited goes to who takes it, or the next way follows."""
    require(may_decide_on_safe_contact, actor)
    if not reason.strip():
        raise Refused("Say why: somebody may ask later.", "reason")
    held: CampaignContact = (
        CampaignContact.objects.select_for_update(of=("self",)).select_related("band", "campaign").get(pk=contact.pk)
    )
    decision = SafeContactDecision(
        team_id=held.team_id,
        person_id=held.person_id,
        contact=held,
        opens=sorted(opens),
        reason=reason.strip(),
        by_id=actor.own_id,
        at=clock.now(),
    )
    decision.save(force_insert=True)
    record(
        actor,
        "safe_contact.decided",
        subject=held,
        person_id=held.person_id,
        campaign=held.campaign_id,
        opens=decision.opens,
    )
    if held.step_id:
        _carry_out(actor, held, decision)
    return decision


@transaction.atomic
def give_step(actor: Actor, *, step: LadderStep, owner_id: UUID) -> None:
    require(may_run_campaigns, actor)
    if not list_colleagues(actor, *ROLES_THAT_SEE_PEOPLE).filter(pk=owner_id).exists():
        raise Refused("Choose a colleague of your team.", "owner")
    hand_to(actor, step, owner_id)


def _carry_out(actor: Actor, contact: CampaignContact, decision: SafeContactDecision) -> None:
    step = LadderStep.objects.select_related("rung").get(pk=contact.step_id)
    if not step.rung.shut_by_safe_contact:
        return
    door = safe_contact(actor, contact).door_of(step.rung)
    if door == Door.SHUT:
        close_step(actor, contact, StepResult.NOT_POSSIBLE, decision.reason)
        move_on(actor, contact, step)
    elif door == Door.OPEN:
        rota = Rota(actor, [contact.person_id])
        hand_to(actor, step, rota.pick(Role(step.rung.owner_role), contact.person_id))


def hand_to(actor: Actor, step: LadderStep, owner_id: UUID) -> None:
    if step.owner_id == owner_id:
        return
    given = LadderStep.objects.filter(pk=step.pk, result="").update(
        owner_id=owner_id, reminders=0, reminded_at=None, updated_at=clock.now()
    )
    if not given:
        raise Conflict("Somebody has already written what came of this.")
    record(actor, "other_way.given", subject=step, person_id=step.person_id, kind=step.kind, owner=owner_id)
