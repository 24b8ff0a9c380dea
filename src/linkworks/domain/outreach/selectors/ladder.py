"""Who was not reached, and what is tried next."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, QuerySet

from linkworks.domain.outreach.choices import LEADS_ON, OtherWay, QueueState
from linkworks.domain.outreach.models import Campaign, CampaignContact, LadderRung, LadderStep
from linkworks.domain.outreach.policies import may_run_campaigns, may_try_other_ways
from linkworks.foundation.access.permission import require
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; empty narrows nothing."""

    owner_id: UUID | None = None
    kind: str = ""


def rungs_in_use(campaign_id: UUID) -> list[LadderRung]:
    """For whoever already holds something of the campaign."""
    return list(LadderRung.objects.filter(campaign_id=campaign_id, retired_at=None).order_by("place"))


def used_up(contact: CampaignContact) -> set[UUID]:
    """The ways that led to nothing. One that led to a number may be taken again, for the number may be wrong."""
    steps = LadderStep.objects.filter(contact=contact, result__in=LEADS_ON)
    return set(steps.values_list("rung_id", flat=True))


def list_open_steps(actor: Actor, campaign: Campaign, wanted: Wanted) -> QuerySet[LadderStep]:
    """What was due first comes first."""
    require(may_run_campaigns, actor)
    steps = _open_steps(actor).filter(rung__campaign=campaign)
    if wanted.owner_id:
        steps = steps.filter(owner_id=wanted.owner_id)
    return steps.filter(kind=wanted.kind) if wanted.kind else steps


def list_own_steps(actor: Actor) -> QuerySet[LadderStep]:
    """Of every campaign. A message needs nobody before it is due."""
    mine = _open_steps(actor).filter(owner_id=actor.user_id)
    return mine.exclude(kind=OtherWay.MESSAGE)


def count_by_way(actor: Actor, campaign: Campaign) -> dict[str, int]:
    """How many people are tried in each way now."""
    steps = list_open_steps(actor, campaign, Wanted()).order_by()
    return dict(steps.values_list("kind").annotate(Count("pk")))


def count_overdue(actor: Actor, campaign: Campaign) -> int:
    return list_open_steps(actor, campaign, Wanted()).filter(due_at__lte=clock.now()).count()


def list_ways(actor: Actor, campaign: Campaign) -> list[LadderRung]:
    """All of them, those that are no longer used last."""
    require(may_run_campaigns, actor)
    rungs = LadderRung.objects.visible_to(actor).filter(campaign=campaign)
    return list(rungs.order_by(F("retired_at").asc(nulls_first=True), "place"))


def get_way(actor: Actor, campaign: Campaign, rung_id: UUID) -> LadderRung:
    rung = next((one for one in list_ways(actor, campaign) if one.pk == rung_id), None)
    if rung is None:
        raise NotFound
    return rung


def get_step(actor: Actor, step_id: UUID) -> LadderStep:
    require(may_try_other_ways, actor)
    steps: QuerySet[LadderStep] = LadderStep.objects.visible_to(actor).filter(pk=step_id)
    step = (
        _own_unless_runs(actor, steps)
        .select_related("rung__campaign", "contact", "person__practice", "owner", "by")
        .first()
    )
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
