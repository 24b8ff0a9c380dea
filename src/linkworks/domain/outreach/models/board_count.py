from django.db import models

from linkworks.domain.outreach.models.campaign import Campaign
from linkworks.foundation.access.models import TeamRecord


class BoardCount(TeamRecord):
    """A campaign in numbers when somebody last counted, for all who have its board open. Whoever counts holds the row.

    `numbers` is `selectors.board.Board` without groups, and empty until there is a first count.
    """

    campaign = models.OneToOneField(Campaign, on_delete=models.PROTECT, related_name="+")
    counted_at = models.DateTimeField()
    numbers = models.JSONField(default=dict, blank=True)
