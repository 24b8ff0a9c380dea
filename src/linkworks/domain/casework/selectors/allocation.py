"""Questions behind allocating: who works here, how much each carries, who is away, what was handed over."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Allocation, Case, Cover, Handover, WorkerProfile
from linkworks.domain.casework.policies import leads_the_team, may_allocate
from linkworks.domain.casework.selectors.cases import list_open_cases
from linkworks.domain.casework.suggesting import Suggestion, Wanted, WorkerFacts, share_out, suggest
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.access.models import RecordOpening
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


def get_case_to_allocate(actor: Actor, case_id: UUID) -> Case:
    """A case for those who allocate: who and where, without its story, so that no reason is asked."""
    require(may_allocate, actor)
    cases = Case.objects.visible_to(actor).select_related("person", "referral__practice__network")
    case: Case | None = cases.filter(pk=case_id).first()
    if case is None:
        raise NotFound
    return case


def current_allocation(actor: Actor, case: Case) -> Allocation | None:
    """Who holds the case now, if anybody."""
    return Allocation.objects.filter(case=case, ended_at__isnull=True).select_related("worker").first()


def suggest_workers(actor: Actor, referral: Referral) -> list[Suggestion]:
    """Workers for this referral, best placed first, with reasons. Six queries, however large the team."""
    require(may_allocate, actor)
    return suggest(worker_facts(actor), wanted_by(referral))


def wanted_by(referral: Referral) -> Wanted:
    network = referral.practice.network if referral.practice else None
    return Wanted(
        network_id=network.pk if network else None,
        network_name=network.name if network else "",
        language=referral.preferred_language,
    )


def propose_receivers(actor: Actor, from_worker_id: UUID) -> dict[UUID, UUID]:
    """For a handover: who is best placed for each case of the caseload, by case."""
    colleagues = [facts for facts in worker_facts(actor) if facts.worker_id != from_worker_id]
    cases = list_caseload(actor, from_worker_id)
    return share_out(colleagues, ((case.pk, wanted_by(case.referral)) for case in cases))


def worker_facts(actor: Actor) -> list[WorkerFacts]:
    profiles = {profile.user_id: profile for profile in WorkerProfile.objects.visible_to(actor)}
    loads, away = open_cases_by_worker(actor), workers_away(actor)
    leads = set(list_colleagues(actor, Role.TEAM_LEAD).values_list("pk", flat=True))
    return [
        replace(_facts(worker, profiles.get(worker.pk), loads, away), leads_the_team=worker.pk in leads)
        for worker in list_workers(actor)
    ]


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


def list_openings(actor: Actor) -> QuerySet[RecordOpening]:
    """Records opened from outside the opener's caseload, and why: newest first, for the lead."""
    require(leads_the_team, actor)
    return RecordOpening.objects.visible_to(actor).order_by("-created_at")


def list_caseload_rows(actor: Actor, worker_id: UUID | None) -> QuerySet[Case]:
    """Open cases for the list, longest without contact first: one worker's, or for those who allocate the team's.

    Each has `worker_name`, which may be None. Its person is fetched by itself, so that one page of the list does not
    join everybody.
    """
    current = Allocation.objects.filter(case_id=OuterRef("pk"), ended_at__isnull=True)
    cases = list_open_cases(actor, worker_id=worker_id).select_related(None).prefetch_related("person")
    named = cases.annotate(worker_name=Subquery(current.values("worker__name")[:1]))
    return named.order_by(F("last_contact_at").asc(nulls_first=True), "opened_at")


def get_handover(actor: Actor, handover_id: UUID) -> Handover:
    require(may_allocate, actor)
    handovers = Handover.objects.visible_to(actor).select_related("from_worker")
    handover: Handover | None = handovers.filter(pk=handover_id).first()
    if handover is None:
        raise NotFound
    return handover


def list_handed_over(actor: Actor, handover: Handover) -> QuerySet[Allocation]:
    """The allocations a handover made, with how each stands today. Each has the `worker_name` of now, or None."""
    made = Allocation.objects.filter(handover=handover).filter(Q(case__in=Case.objects.visible_to(actor)))
    current = Allocation.objects.filter(case_id=OuterRef("case_id"), ended_at__isnull=True)
    made = made.select_related("case__person", "worker").order_by("case__person__family_name")
    return made.annotate(worker_name=Subquery(current.values("worker__name")[:1]))  # type: ignore[no-any-return]
