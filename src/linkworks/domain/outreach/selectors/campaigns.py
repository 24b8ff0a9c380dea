from uuid import UUID

from linkworks.domain.outreach.models import CallingWindow, Campaign
from linkworks.domain.outreach.windows import Span, Windows


def get_windows(campaign_id: UUID) -> Windows:
    """For whoever already holds something of the campaign."""
    zone = Campaign.objects.values_list("zone", flat=True).get(pk=campaign_id)
    rows = CallingWindow.objects.filter(campaign_id=campaign_id).values_list("weekday", "opens", "closes")
    return Windows(zone, (Span(*row) for row in rows))
