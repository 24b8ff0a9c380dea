"""Who was not reached, and what is tried next."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.outreach.choices import LEADS_ON, Door, QueueState
from linkworks.domain.outreach.models import (
    CallAttempt,
    Campaign,
    CampaignContact,
    CampaignMessage,
    LadderRung,
    LadderStep,
)
from linkworks.domain.outreach.policies import may_run_campaigns, may_try_other_ways
from linkworks.domain.outreach.selectors.safe_contact import SafeContact
from linkworks.domain.people.models import RelatedPerson
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


@dataclass(frozen=True)
class StepRecord:
    """One way tried, and all that must be known to take it. `kin` are only there where they may be asked."""

    step: LadderStep
    contact: CampaignContact
    door: Door
    safe: SafeContact
    known: BeforeContact
    earlier: list[LadderStep]
    attempts: list[CallAttempt]
    messages: list[CampaignMessage]
    kin: list[RelatedPerson]
    is_last: bool


def rungs_in_use(campaign_id: UUID) -> list[LadderRung]:
    """For whoever already holds something of the campaign."""
    return list(LadderRung.objects.filter(campaign_id=campaign_id, retired_at=None).order_by("place"))


def used_up(contact: CampaignContact) -> set[UUID]:
    """The ways that led to nothing. One that led to a number may be taken again, for the number may be wrong."""
    steps = LadderStep.objects.filter(contact=contact, result__in=LEADS_ON)
    return set(steps.values_list("rung_id", flat=True))


def list_open_steps(actor: Actor, campaign: Campaign) -> QuerySet[LadderStep]:
    """Those of everybody for who runs campaigns, and otherwise one's own; what was due first comes first."""
    require(may_try_other_ways, actor)
    return _open_steps(actor).filter(rung__campaign=campaign)


def list_own_steps(actor: Actor) -> QuerySet[LadderStep]:
    """Of every campaign."""
    return _open_steps(actor).filter(owner_id=actor.user_id)


def get_step(actor: Actor, step_id: UUID) -> LadderStep:
    require(may_try_other_ways, actor)
    steps: QuerySet[LadderStep] = LadderStep.objects.visible_to(actor).filter(pk=step_id)
    step = _own_unless_runs(actor, steps).select_related("rung__campaign", "person__practice", "owner", "by").first()
    if step is None:
        raise NotFound
    return step


def list_unlooked_after(actor: Actor) -> list[UUID]:
    """The monitor: contacts that wait for another way, and have no open step of their own. It is always empty."""
    open_steps = LadderStep.objects.visible_to(actor).filter(result="").values("pk")
    waiting = CampaignContact.objects.visible_to(actor).filter(state=QueueState.LADDER)
    return list(waiting.exclude(step_id__in=open_steps).values_list("pk", flat=True))


def _open_steps(actor: Actor) -> QuerySet[LadderStep]:
    steps: QuerySet[LadderStep] = LadderStep.objects.visible_to(actor).filter(result="")
    steps = steps.select_related("rung__campaign", "person", "owner", "contact")
    return _own_unless_runs(actor, steps).order_by("due_at", "pk")


def _own_unless_runs(actor: Actor, steps: QuerySet[LadderStep]) -> QuerySet[LadderStep]:
    return steps if may_run_campaigns(actor) else steps.filter(owner_id=actor.user_id)
