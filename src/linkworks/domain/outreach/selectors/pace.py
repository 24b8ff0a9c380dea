"""How calls went lately, and what follows for the day on which a campaign will be finished."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Trunc

from linkworks.domain.outreach.choices import Follows
from linkworks.domain.outreach.forecast import Forecast, Pace, Waiting, forecast, pace_of
from linkworks.domain.outreach.models import CallAttempt, CallOutcome, Campaign, CampaignContact, HandOut
from linkworks.domain.outreach.models.contact import CALLABLE
from linkworks.domain.outreach.policies import may_see_board
from linkworks.domain.outreach.selectors.board import counting
from linkworks.domain.outreach.selectors.campaigns import get_windows
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

LATELY = 500  # calls
LONGEST = timedelta(hours=1)  # a call that was left open over lunch tells nothing about the length of calls
ASKED_LATELY = 64


def foresee(actor: Actor, campaign: Campaign, *, callers: int) -> Forecast:
    """What happens if so many callers go on as calls went lately. Worked out once a minute at most."""
    require(may_see_board, actor)
    with acting(counting(actor)):
        return _foresee(campaign.pk, callers, clock.now().replace(second=0, microsecond=0))


@lru_cache(maxsize=ASKED_LATELY)
def _foresee(campaign_id: UUID, callers: int, minute: datetime) -> Forecast:
    return forecast(_waiting(campaign_id, minute), _pace(campaign_id), callers, get_windows(campaign_id), minute)


def _waiting(campaign_id: UUID, now: datetime) -> Iterator[Waiting]:
    people = CampaignContact.objects.filter(campaign_id=campaign_id, state__in=CALLABLE)
    alike = people.values_list(Coalesce(Trunc("wakes_at", "hour"), now), F("band__most_tries") - F("tries"))
    for at, tries, number in alike.annotate(Count("pk")).order_by():
        yield Waiting(at, max(tries, 1), number)


def _pace(campaign_id: UUID) -> Pace:
    """The length of a call is from being handed out to being saved."""
    given = HandOut.objects.filter(token=OuterRef("token")).values("at")
    done = CallOutcome.objects.filter(pk=OuterRef("outcome_id"), follows=Follows.END)
    attempts = CallAttempt.objects.filter(contact__campaign_id=campaign_id)
    lately = attempts.order_by("-at").values("pk")[:LATELY]
    calls = CallAttempt.objects.filter(pk__in=lately).annotate(took=F("at") - Subquery(given), answered=Exists(done))
    sane = calls.filter(took__lt=LONGEST)
    told = sane.aggregate(
        calls=Count("pk"),
        answered_calls=Count("pk", filter=Q(answered=True)),
        talk=Sum("took", filter=Q(answered=True)),
        in_vain=Sum("took", filter=Q(answered=False)),
    )
    nothing = timedelta()
    return pace_of(
        told["calls"], told["answered_calls"], told["talk"] or nothing, told["in_vain"] or nothing, _rest(campaign_id)
    )


def _rest(campaign_id: UUID) -> timedelta:
    again = CallOutcome.objects.filter(campaign_id=campaign_id, follows=Follows.RING_AGAIN, counts=True)
    longest: timedelta | None = again.aggregate(longest=Max("rest"))["longest"]
    return longest or timedelta()
