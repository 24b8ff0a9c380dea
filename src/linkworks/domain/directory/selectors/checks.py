"""Which entries wait to be checked, who has them, and which need it most."""

from collections.abc import Iterator
from datetime import timedelta
from heapq import nlargest
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from linkworks.domain.directory import demand
from linkworks.domain.directory.choices import CheckEnd
from linkworks.domain.directory.freshness import due_before
from linkworks.domain.directory.models import EntryAsk, EntryCheck, FreshnessSettings, Service, ToldChange, Whereabouts
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.rota import Given, Hand, need
from linkworks.foundation.access.models import TeamRecord
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.selectors import get_colleague, list_colleagues, team_of
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

CHECKERS = (Role.LINK_WORKER, Role.COORDINATOR)
# So far back it is evened out who had more, and a hand-back counts as a no.
REMEMBERED = timedelta(weeks=13)
# Organisations that were asked have so long before one of us rings them.
TIME_TO_ANSWER_FIRST = timedelta(days=14)

NOT_ASSURED_SINCE = Q(service__assured_on__isnull=True) | Q(service__assured_on__lt=F("given_on"))


def get_settings(actor: Actor) -> FreshnessSettings:
    """What the team has settled; the ordinary ones, not saved, while it has settled nothing."""
    settled: FreshnessSettings | None = FreshnessSettings.objects.visible_to(actor).first()
    return settled or FreshnessSettings(team_id=actor.own_team)


def list_open_checks(actor: Actor) -> QuerySet[EntryCheck]:
    """The team's, without those of which somebody elsewhere has assured the entry meanwhile."""
    require(may_keep_services, actor)
    checks: QuerySet[EntryCheck] = EntryCheck.objects.visible_to(actor).filter(ended_on__isnull=True)
    return checks.filter(NOT_ASSURED_SINCE, service__gone_at__isnull=True)


def list_own_checks(actor: Actor) -> list[EntryCheck]:
    """What this worker is to check: those that can be checked now first, the oldest entry first."""
    own = list_open_checks(actor).filter(worker_id=actor.user_id).select_related("service__organization")
    ordered = own.order_by(F("service__assured_on").asc(nulls_first=True), "service__name")
    return sorted(ordered, key=is_paused)


def is_paused(check: EntryCheck) -> bool:
    return check.paused_until is not None and check.paused_until > clock.today()


def own_checks_now(actor: Actor) -> QuerySet[EntryCheck]:
    """Those that can be checked now."""
    pausing = Q(paused_until__gt=clock.today())
    return list_open_checks(actor).filter(worker_id=actor.user_id).exclude(pausing)


def count_by_colleague(actor: Actor) -> list[tuple[str, int]]:
    """How many each colleague has, by name."""
    others = list_open_checks(actor).exclude(worker_id=actor.user_id)
    return list(others.values_list("worker__name").annotate(Count("pk")).order_by("worker__name"))


def get_open_check(actor: Actor, check_id: UUID) -> EntryCheck:
    check = list_open_checks(actor).select_related("service__organization", "worker").filter(pk=check_id).first()
    if check is None:
        raise NotFound
    return check


def list_checkers(actor: Actor) -> QuerySet[User]:
    """Everybody in the team who takes a share."""
    return list_colleagues(actor, *CHECKERS)


def get_checker(actor: Actor, user_id: UUID) -> User:
    checker = get_colleague(actor, user_id)
    if not list_checkers(actor).filter(pk=checker.pk).exists():
        raise NotFound
    return checker


def list_hands(actor: Actor) -> list[Hand]:
    """What each has had this week, or still has, and what they had of late."""
    today = clock.today()
    monday = today - timedelta(days=today.weekday())
    hands = {user_id: Hand(user_id) for user_id in list_checkers(actor).values_list("pk", flat=True)}
    checks = EntryCheck.objects.visible_to(actor).filter(worker_id__in=hands).values("worker_id")
    counted = checks.annotate(
        has=Count("pk", filter=Q(given_on__gte=monday) | Q(ended_on__isnull=True)),
        had=Count("pk", filter=Q(given_on__gt=today - REMEMBERED)),
    )
    for row in counted.order_by():
        hands[row["worker_id"]] = Hand(**row)
    return list(hands.values())


def list_refused(actor: Actor) -> set[Given]:
    """What somebody handed back of late."""
    late = EntryCheck.objects.visible_to(actor).filter(
        ended_by=CheckEnd.HANDED_BACK, ended_on__gt=clock.today() - REMEMBERED
    )
    return {Given(*pair) for pair in late.values_list("service_id", "worker_id")}


def list_neediest(actor: Actor, most: int) -> list[UUID]:
    """Entries that are due and that nobody takes care of, in the order of their need."""
    waiting = nlargest(most, _needs(actor))
    return [service_id for _, service_id in waiting]


def _needs(actor: Actor) -> Iterator[tuple[float, UUID]]:
    due = Service.objects.listed().filter(Q(assured_on__isnull=True) | Q(assured_on__lt=due_before()))
    offered, area, today = demand.offers(actor), _Area(actor), clock.today()
    for model, waits in _taken_care_of():
        due = due.exclude(pk__in=model.objects.visible_to(actor).filter(waits).values("service_id"))
    fields = due.values_list("pk", "assured_on", "areas", "postcode_districts")
    for service_id, assured_on, areas, districts in fields.iterator():
        days = (today - assured_on).days if assured_on else None
        yield need(days, offers=offered.get(service_id, 0), is_near=area.is_served(areas, districts)), service_id


def _taken_care_of() -> list[tuple[type[TeamRecord], Q]]:
    """Somebody has it, or was asked, or has told us what waits to be decided."""
    asked_since = clock.now() - TIME_TO_ANSWER_FIRST
    return [
        (EntryCheck, Q(ended_on__isnull=True)),
        (EntryAsk, Q(asked_at__gt=asked_since, answered_at__isnull=True, withdrawn_at__isnull=True)),
        (ToldChange, Q(settled_at__isnull=True)),
    ]


class _Area:
    """Where the team works, by the names and the postcode districts that entries use."""

    def __init__(self, actor: Actor) -> None:
        self._name = team_of(actor).area.lower()
        known = Whereabouts.objects.exclude(code__contains=" ").values_list("code", "councils")
        self._districts = {code for code, councils in known if any(map(self._is_ours, councils))}

    def is_served(self, areas: list[str], districts: list[str]) -> bool:
        return any(map(self._is_ours, areas)) or not self._districts.isdisjoint(districts)

    def _is_ours(self, name: str) -> bool:
        return bool(self._name) and name.lower() in self._name
