"""How many people of a campaign stand where."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count

from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import Campaign, CampaignContact
from linkworks.foundation.core.actor import Actor

Standings = dict[QueueState, int]


def count_standings(actor: Actor, campaigns: Iterable[Campaign]) -> dict[UUID, Standings]:
    """For each campaign every state, also those that nobody is in."""
    counted: dict[UUID, Standings] = {one.pk: dict.fromkeys(QueueState, 0) for one in campaigns}
    people = CampaignContact.objects.visible_to(actor).filter(campaign__in=counted).order_by()
    for row in people.values("campaign", "state").annotate(number=Count("pk")):
        counted[row["campaign"]][QueueState(row["state"])] = row["number"]
    return counted
