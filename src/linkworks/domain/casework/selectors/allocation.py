"""Questions behind allocating: who works here, how much each carries, who is away, what was handed over."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Allocation, Case, Cover, Handover, WorkerProfile
from linkworks.domain.casework.policies import may_allocate
from linkworks.domain.casework.suggesting import Suggestion, Wanted, WorkerFacts, suggest
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

USUAL_FULL_CASELOAD = 40


def list_workers(actor: Actor) -> QuerySet[User]:
    """Everybody who may hold a case."""
    return list_colleagues(actor, Role.LINK_WORKER, Role.TEAM_LEAD)


def get_worker(actor: Actor, worker_id: UUID) -> User:
    worker = list_workers(actor).filter(pk=worker_id).first()
    if worker is None:
        raise NotFound
    return worker


def current_allocation(actor: Actor, case: Case) -> Allocation | None:
    """Who holds the case now, if anybody."""
    return Allocation.objects.filter(case=case, ended_at__isnull=True).select_related("worker").first()


def suggest_workers(actor: Actor, referral: Referral) -> list[Suggestion]:
    """Workers for this referral, best placed first, with reasons. Five queries, however large the team."""
    require(may_allocate, actor)
    network = referral.practice.network if referral.practice else None
    wanted = Wanted(
        network_id=network.pk if network else None,
        network_name=network.name if network else "",
        language=referral.preferred_language,
    )
    return suggest(worker_facts(actor), wanted)


def worker_facts(actor: Actor) -> list[WorkerFacts]:
    profiles = {profile.user_id: profile for profile in WorkerProfile.objects.visible_to(actor)}
    loads, away = open_cases_by_worker(actor), workers_away(actor)
    return [_facts(worker, profiles.get(worker.pk), loads, away) for worker in list_workers(actor)]


def _facts(
    worker: User, profile: WorkerProfile | None, loads: Mapping[UUID, int], away: Mapping[UUID, Cover]
) -> WorkerFacts:
    return WorkerFacts(
        worker_id=worker.pk,
        name=worker.name,
        network_ids=frozenset(profile.network_ids) if profile else frozenset(),
        languages=frozenset(profile.languages) if profile else frozenset(),
        open_cases=loads.get(worker.pk, 0),
        full_caseload=profile.full_caseload if profile else USUAL_FULL_CASELOAD,
        is_away=worker.pk in away,
    )


def open_cases_by_worker(actor: Actor) -> dict[UUID, int]:
    current = Allocation.objects.visible_to(actor).filter(ended_at__isnull=True)
    still_open = current.exclude(case__status=CaseStatus.CLOSED)
    return dict(still_open.values_list("worker_id").annotate(Count("pk")).order_by())


def workers_away(actor: Actor) -> dict[UUID, Cover]:
    """Today's arrangements of cover, by the worker who is away."""
    covers = list_cover(actor).filter(starts_on__lte=clock.today())
    return {cover.away_id: cover for cover in covers}


def list_cover(actor: Actor) -> QuerySet[Cover]:
    """Cover now and to come, soonest first."""
    covers = Cover.objects.visible_to(actor).filter(ended_at__isnull=True, ends_on__gte=clock.today())
    return covers.select_related("away", "covered_by").order_by("starts_on")


def get_cover(actor: Actor, cover_id: UUID) -> Cover:
    cover = list_cover(actor).filter(pk=cover_id).first()
    if cover is None:
        raise NotFound
    return cover


def list_caseload(actor: Actor, worker_id: UUID) -> QuerySet[Case]:
    """What a handover would pass on: the worker's cases that are not closed, with the person and the practice."""
    current = Allocation.objects.filter(worker_id=worker_id, ended_at__isnull=True).values("case_id")
    cases = Case.objects.visible_to(actor).filter(pk__in=current).exclude(status=CaseStatus.CLOSED)
    return cases.select_related("person__practice", "referral__practice__network").order_by("opened_at")


def get_handover(actor: Actor, handover_id: UUID) -> Handover:
    require(may_allocate, actor)
    handovers = Handover.objects.visible_to(actor).select_related("from_worker")
    handover: Handover | None = handovers.filter(pk=handover_id).first()
    if handover is None:
        raise NotFound
    return handover


def list_handed_over(actor: Actor, handover: Handover) -> QuerySet[Allocation]:
    """The allocations a handover made, with how each stands today."""
    made = Allocation.objects.filter(handover=handover).filter(Q(case__in=Case.objects.visible_to(actor)))
    return made.select_related("case__person", "worker").order_by("case__person__family_name")
