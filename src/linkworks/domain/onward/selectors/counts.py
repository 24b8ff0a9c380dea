"""How far options took people, in numbers, each with what it is a share of."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, DateField, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import TruncDate

from linkworks.domain.onward.choices import LADDER, Choice, NeedMet, Rung
from linkworks.domain.onward.ladder import RANK
from linkworks.domain.onward.models import ClientChoice, OnwardOutcome, Option
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.clock import LONDON


@dataclass(frozen=True)
class LadderCounts:
    """Options offered in a period. Each rung is a share of `wanted`: those to which people ever said yes, also when
    they changed their mind after they had tried.

    `not_known` are the wanted ones of which nobody has told how it went: the number missing beside every share.
    """

    offered: int
    wanted: int
    not_wanted: int
    contacted: int
    reached: int
    received: int
    need_met: int
    need_partly_met: int
    stopped: int
    not_known: int


def count_ladder(actor: Actor, *, start: date, end: date) -> LadderCounts:
    """Over options offered from the first day to the last, both included. What was corrected does not count."""
    offered = Option.objects.visible_to(actor).filter(offered_at__gte=_midnight(start), offered_at__lt=_after(end))
    wanted = Q(was_wanted=True)
    counts = _with_outcomes(offered).aggregate(
        offered=Count("pk"),
        wanted=Count("pk", filter=wanted),
        not_wanted=Count("pk", filter=Q(choice=Choice.NO, was_wanted=False)),
        need_met=Count("pk", filter=wanted & Q(answer=NeedMet.YES)),
        need_partly_met=Count("pk", filter=wanted & Q(answer=NeedMet.PARTLY)),
        stopped=Count("pk", filter=wanted & Q(last_stop__gt="")),
        not_known=Count("pk", filter=wanted & Q(has_any=False)),
        **{rung.value: Count("pk", filter=wanted & Q(**{f"has_{rung}": True})) for rung in LADDER[:-1]},
    )
    return LadderCounts(**counts)


def _with_outcomes(options: QuerySet[Option]) -> QuerySet[Option]:
    standing = OnwardOutcome.objects.filter(option=OuterRef("pk"), corrected_by__isnull=True)
    standing = standing.filter(Q(rung__gt="") | Q(stopped_because__gt=""))
    newest = standing.annotate(day=TruncDate("at", tzinfo=LONDON, output_field=DateField())).order_by(
        "-day", "-created_at"
    )
    return options.annotate(
        was_wanted=Exists(ClientChoice.objects.filter(option=OuterRef("pk"), choice=Choice.YES)),
        has_any=Exists(standing),
        answer=Subquery(newest.exclude(need_met="").values("need_met")[:1]),
        last_stop=Subquery(newest.values("stopped_because")[:1]),
        **{f"has_{rung}": Exists(standing.filter(rung__in=_from(rung))) for rung in LADDER[:-1]},
    )


def _from(rung: Rung) -> list[Rung]:
    return [higher for higher in LADDER if RANK[higher] >= RANK[rung]]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)


def _after(day: date) -> datetime:
    return _midnight(day + timedelta(days=1))
