"""The end of a campaign: when everybody on its list is done, and not before."""

from django.db import transaction

from linkworks.domain.outreach.choices import CampaignState
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.selectors.unfinished import list_unfinished
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def close_campaign(actor: Actor, *, campaign: Campaign) -> None:
    """Raises Refused with all that is not done. The database refuses as well, should anybody be forgotten here."""
    require(may_run_campaigns, actor)
    held = Campaign.objects.visible_to(actor).select_for_update().get(pk=campaign.pk)
    if held.state == CampaignState.CLOSED:
        raise Refused("This campaign is closed already.")
    if unfinished := list_unfinished(actor, held):
        raise Refused("This campaign cannot be closed yet. " + " ".join(unfinished))
    held.change(state=CampaignState.CLOSED, closed_at=clock.now())
    record(actor, "campaign.closed", subject=held, campaign=held.pk)
