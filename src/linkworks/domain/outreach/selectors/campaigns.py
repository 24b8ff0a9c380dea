from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.outreach.choices import CampaignState
from linkworks.domain.outreach.models import CallerShift, Campaign, CampaignContact
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.domain.outreach.windows import Span, Windows
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.core.prepared import prepared_cursor

_WINDOWS = """
SELECT p.zone, w.weekday, w.opens, w.closes
FROM outreach_campaign p LEFT JOIN outreach_callingwindow w ON w.campaign_id = p.id WHERE p.id = %s
"""


def get_windows(campaign_id: UUID) -> Windows:
    """For whoever already holds something of the campaign."""
    with prepared_cursor() as cursor:
        cursor.execute(_WINDOWS, [campaign_id])
        rows = cursor.fetchall()
    return Windows(rows[0][0], (Span(*span) for _, *span in rows if span[0]))


def list_open_campaigns(actor: Actor) -> QuerySet[Campaign]:
    """Those that somebody may ring for."""
    campaigns: QuerySet[Campaign] = Campaign.objects.visible_to(actor).filter(state=CampaignState.OPEN)
    return campaigns.order_by("name")


def list_campaigns(actor: Actor) -> QuerySet[Campaign]:
    """All there are, the newest first."""
    campaigns: QuerySet[Campaign] = Campaign.objects.visible_to(actor)
    return campaigns.order_by("-created_at")


def get_campaign(actor: Actor, campaign_id: UUID) -> Campaign:
    campaign: Campaign | None = Campaign.objects.visible_to(actor).filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    return campaign


def languages_of(actor: Actor, campaign: Campaign) -> list[str]:
    """English, and what else the people of the campaign speak."""
    with acting(queue(actor)):
        spoken = CampaignContact.objects.filter(campaign=campaign).values_list("language", flat=True).distinct()
        return ["English", *sorted(set(spoken) - {"English"})]


def list_shifts(actor: Actor) -> dict[UUID, CallerShift]:
    """The actor's own, by campaign."""
    shifts = CallerShift.objects.visible_to(actor).filter(user_id=actor.user_id)
    return {shift.campaign_id: shift for shift in shifts}
