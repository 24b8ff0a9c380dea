"""From a name to a campaign that rings."""

from django.db import transaction

from linkworks.domain.outreach.actions.defaults import write_defaults
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def create_campaign(actor: Actor, *, name: str, purpose: str, telephone: str) -> Campaign:
    """It begins with the shipped rules, and rings nobody before it is opened."""
    require(may_run_campaigns, actor)
    name = name.strip()
    if Campaign.objects.visible_to(actor).filter(name=name).exists():
        raise Refused("There is a campaign of this name already. Give this one another.", "name")
    campaign = Campaign(team_id=actor.own_team, name=name, purpose=purpose.strip(), telephone=telephone)
    campaign.save()
    write_defaults(campaign)
    record(actor, "campaign.created", subject=campaign, campaign=campaign.pk)
    return campaign
