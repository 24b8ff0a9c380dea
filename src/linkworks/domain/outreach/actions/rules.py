"""Changing the rules of a campaign: one at a time."""

from linkworks.domain.outreach.choices import CampaignState
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

CLOSED = "This campaign is closed. Its rules stay as they were."


def hold_rules(actor: Actor, campaign: Campaign, expected_version: int | None) -> None:
    """Whoever saw older rules must look again: Conflict."""
    require(may_run_campaigns, actor)
    if campaign.state == CampaignState.CLOSED:
        raise Refused(CLOSED)
    campaign.change(expected_version=expected_version)
