"""Why there is nobody to ring just now. It is never “all done” without saying so of what."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q

from linkworks.domain.outreach.choices import QueueState
from linkworks.domain.outreach.models import Campaign, CampaignContact
from linkworks.domain.outreach.selectors.campaigns import get_windows
from linkworks.domain.outreach.selectors.holds import queue
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class Idle:
    """`opens_at` is set out of hours. `ready` are people who could be rung by somebody else: another language, another
    skill, a promise, or a number that is being rung.
    """

    opens_at: datetime | None
    next_at: datetime | None
    ready: int
    resting: int
    with_callers: int
    on_ladder: int
    done: int


def why_idle(actor: Actor, campaign: Campaign) -> Idle:
    with acting(queue(actor)):
        windows, now = get_windows(campaign.pk), clock.now()
        counted = CampaignContact.objects.filter(campaign=campaign).aggregate(
            next_at=Min("wakes_at", filter=Q(state=QueueState.RESTING)),
            ready=Count("pk", filter=Q(state=QueueState.READY)),
            resting=Count("pk", filter=Q(state=QueueState.RESTING)),
            with_callers=Count("pk", filter=Q(state=QueueState.ON_A_CALL)),
            on_ladder=Count("pk", filter=Q(state=QueueState.LADDER)),
            done=Count("pk", filter=Q(state=QueueState.ENDED)),
        )
    return Idle(opens_at=None if windows.is_open(now) else windows.first_open(now), **counted)
