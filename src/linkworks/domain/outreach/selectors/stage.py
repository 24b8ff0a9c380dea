"""What a rehearsal is played with: the published script of a campaign, and how its calls may go."""

from dataclasses import dataclass

from django.db.models import Case, Value, When

from linkworks.domain.outreach.choices import CampaignState
from linkworks.domain.outreach.models import CallOutcome, Campaign
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.selectors.rules import list_outcomes
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Stage:
    campaign: Campaign
    script: Script
    outcomes: list[CallOutcome]


def find_stage(actor: Actor) -> Stage | None:
    """Of a campaign that rings; otherwise of the newest that has a script. None while there is none."""
    require(may_ring, actor)
    rings = Case(When(state=CampaignState.OPEN, then=Value(0)), default=Value(1))
    scripted = Campaign.objects.visible_to(actor).filter(script__published_at__isnull=False).select_related("script")
    campaign = scripted.order_by(rings, "-created_at").first()
    if campaign is None:
        return None
    return Stage(campaign, campaign.script.read(), list_outcomes(actor, campaign))
