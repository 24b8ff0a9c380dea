"""What a campaign came to: how everybody on its list ended, what help arrived, and how long it took."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from statistics import median, quantiles

from django.db.models import Count, F, Max, OuterRef, Subquery

from linkworks.domain.outreach.choices import NeedState, Urgency
from linkworks.domain.outreach.models import CallAttempt, Campaign, CampaignContact, Need, NeedStep
from linkworks.domain.outreach.policies import may_see_board
from linkworks.domain.outreach.selectors.board import REACHED, counting
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor

MET = (NeedState.CONFIRMED, NeedState.UNCONFIRMED, NeedState.DELIVERED)
FEW = 10  # below this nine in ten is a guess


@dataclass(frozen=True)
class Delivery:
    """Of one urgency: how long from the call to the help. `most` is what nine in ten did not exceed; None for a few.

    `in_time` had it by when they were told.
    """

    urgency: Urgency
    raised: int
    delivered: int
    confirmed: int
    in_time: int
    half: timedelta | None
    most: timedelta | None


@dataclass(frozen=True)
class NeedCount:
    label: str
    raised: int
    delivered: int
    confirmed: int


@dataclass(frozen=True)
class EndReport:
    """`tries` are those that count, by how many it took until somebody was reached: 1, 2, 3…"""

    calls: int
    by_outcome: list[tuple[str, int]]
    tries: list[tuple[int, int]]
    needs: list[NeedCount]
    deliveries: list[Delivery]


def read_end_report(actor: Actor, campaign: Campaign) -> EndReport:
    require(may_see_board, actor)
    with acting(counting(actor)):
        by_outcome = _by_outcome(campaign)
        return EndReport(
            calls=sum(number for _, number in by_outcome),
            by_outcome=by_outcome,
            tries=_tries(campaign),
            needs=_needs(campaign),
            deliveries=_deliveries(campaign),
        )


def _by_outcome(campaign: Campaign) -> list[tuple[str, int]]:
    calls = CallAttempt.objects.filter(contact__campaign=campaign).order_by()
    told = calls.values_list("outcome__label").annotate(number=Count("pk"))
    return sorted(told, key=lambda one: -one[1])


def _tries(campaign: Campaign) -> list[tuple[int, int]]:
    reached = CampaignContact.objects.filter(campaign=campaign, ending__in=REACHED, tries__gt=0).order_by("tries")
    return list(reached.values_list("tries").annotate(Count("pk")))


def _needs(campaign: Campaign) -> list[NeedCount]:
    told: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    rows = Need.objects.filter(campaign=campaign).order_by("type__place")
    for label, state, number in rows.values_list("type__label", "state").annotate(Count("pk")):
        told[label]["raised"] += number
        told[label]["delivered"] += number if state in MET else 0
        told[label]["confirmed"] += number if state == NeedState.CONFIRMED else 0
    return [NeedCount(label, **{"delivered": 0, "confirmed": 0} | counted) for label, counted in told.items()]


def _deliveries(campaign: Campaign) -> list[Delivery]:
    came = NeedStep.objects.filter(need=OuterRef("pk"), state=NeedState.DELIVERED).values("need")
    delivered = Subquery(came.annotate(last=Max("at")).values("last"))
    rows = Need.objects.filter(campaign=campaign).annotate(took=delivered - F("raised_at"), came_at=delivered)
    told = defaultdict(list)
    for row in rows.values_list("urgency", "state", "took", "came_at", "deliver_by"):
        told[Urgency(row[0])].append(row[1:])
    return [_delivery(urgency, told[urgency]) for urgency in Urgency if urgency in told]


def _delivery(urgency: Urgency, needs: list[tuple[str, timedelta | None, object, object]]) -> Delivery:
    """A need whose help failed after all is not among those delivered: its last word is its state."""
    met = [one for one in needs if one[0] in MET and one[1] is not None]
    took = [one[1].total_seconds() for one in met if one[1] is not None]
    return Delivery(
        urgency=urgency,
        raised=len(needs),
        delivered=len(met),
        confirmed=sum(one[0] == NeedState.CONFIRMED for one in needs),
        in_time=sum(bool(one[2] <= one[3]) for one in met),  # type: ignore[operator]
        half=timedelta(seconds=median(took)) if took else None,
        most=timedelta(seconds=quantiles(took, n=10)[-1]) if len(took) >= FEW else None,
    )
