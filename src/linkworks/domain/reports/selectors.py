"""Numbers about the team's work. Nobody is named, and whoever may not see people gets the same numbers."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Count as CountRows
from django.db.models import F, Func, QuerySet
from django.db.models.functions import TruncMonth

from linkworks.domain.casework.choices import CaseStatus, ClosureReason, HowItWent
from linkworks.domain.casework.models import Case, Closure, Contact
from linkworks.domain.onward.selectors.counts import LadderCounts, count_ladder
from linkworks.domain.referrals.choices import ReferralReason, ReferralSource, ReferralStatus
from linkworks.domain.referrals.models import Referral
from linkworks.domain.reports.policies import may_read_figures
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.counting import Count, hide_small
from linkworks.foundation.core.working_days import working_days_between


@dataclass(frozen=True)
class Figures:
    """One period's numbers. `waits` counts cases by whether first contact was in time; medians in working days."""

    since: date
    until: date
    received: int
    open_now: int
    contacts: int
    by_month: list[Count]
    by_source: list[Count]
    by_reason: list[Count]
    by_status: list[Count]
    median_wait: float | None
    not_yet_contacted: int
    endings: list[Count]
    went: list[Count]
    options: list[Count]


def figures(actor: Actor, *, since: date, until: date) -> Figures:
    """The team's numbers for referrals received from `since` to `until`, both days included."""
    require(may_read_figures, actor)
    with _counting(actor) as counting:
        return _figures(counting, since, until)


@contextmanager
def _counting(actor: Actor) -> Iterator[Actor]:
    """Row security shows a commissioner nobody, so the counting is done by a named job that returns numbers only."""
    counting = Actor.system("figures", actor.own_team)
    with acting(counting):
        yield counting


def _figures(actor: Actor, since: date, until: date) -> Figures:
    referrals = Referral.objects.filter(received_at__date__range=(since, until))
    cases = Case.objects.filter(referral__in=referrals)
    closures = Closure.objects.filter(case__in=cases)
    waits = [
        working_days_between(opened.date(), contacted.date())
        for opened, contacted in cases.filter(first_contact_at__isnull=False).values_list(
            "referral__received_at", "first_contact_at"
        )
    ]
    return Figures(
        since=since,
        until=until,
        received=referrals.count(),
        open_now=Case.objects.exclude(status=CaseStatus.CLOSED).count(),
        contacts=Contact.objects.standing().filter(at__date__range=(since, until)).count(),
        by_month=_by_month(referrals),
        by_source=_by(referrals, "source", ReferralSource.choices),
        by_reason=_by_reason(referrals),
        by_status=_by(referrals, "status", ReferralStatus.choices),
        median_wait=median(waits) if waits else None,
        not_yet_contacted=cases.filter(first_contact_at__isnull=True).exclude(status=CaseStatus.CLOSED).count(),
        endings=_by(closures, "reason", ClosureReason.choices),
        went=_by(closures, "how_it_went", HowItWent.choices),
        options=_options(count_ladder(actor, start=since, end=until)),
    )


def _options(counts: LadderCounts) -> list[Count]:
    """From what was offered to the need met, in the order of the ladder; nothing when nothing was offered."""
    if not counts.offered:
        return []
    return [
        Count("Put to people", counts.offered),
        Count("Wanted", counts.wanted),
        Count("Wanted, and got in touch", counts.contacted),
        Count("Wanted, and got through", counts.reached),
        Count("Wanted, and received help", counts.received),
        Count("Wanted, and the need was met", counts.need_met),
        Count("Wanted, and the need was met in part", counts.need_partly_met),
        Count("Wanted, and stopped on the way", counts.stopped),
        Count("Wanted, and nothing told yet", counts.not_known),
    ]


def _by(rows: QuerySet[Referral] | QuerySet[Closure], field: str, choices: Iterable[tuple[str, str]]) -> list[Count]:
    numbers = dict(rows.order_by().values_list(field).annotate(CountRows("pk")))
    return hide_small(_largest_first(Count(str(label), numbers.get(value, 0)) for value, label in choices))


def _by_reason(referrals: QuerySet[Referral]) -> list[Count]:
    """A referral with two reasons counts under both."""
    reasons = referrals.order_by().annotate(reason=Func(F("reasons"), function="unnest")).values_list("reason")
    numbers = dict(reasons.annotate(CountRows("pk")))
    return _largest_first(Count(str(label), numbers.get(value, 0)) for value, label in ReferralReason.choices)


def _by_month(referrals: QuerySet[Referral]) -> list[Count]:
    months = referrals.annotate(month=TruncMonth("received_at")).order_by("month")
    return [
        Count(month.strftime("%B %Y"), number)
        for month, number in months.values_list("month").annotate(CountRows("pk"))
    ]


def _largest_first(counts: Iterable[Count]) -> list[Count]:
    return sorted((count for count in counts if count.number), key=lambda count: -count.number)
