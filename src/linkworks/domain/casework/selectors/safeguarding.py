"""Questions about safeguarding concerns, and whom to tell of one."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from linkworks.domain.casework.choices import ConcernStatus
from linkworks.domain.casework.models import Case, SafeguardingConcern, SafeguardingRota, SafeguardingStep
from linkworks.domain.casework.policies import ALLOCATORS, was_told_of
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.people.models import PersonRecord, Restriction
from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE, Role
from linkworks.foundation.accounts.models import Membership, User
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound

AFTER_LEAD_AND_DEPUTY = (Role.TEAM_LEAD, Role.COORDINATOR, Role.LINK_WORKER)


def get_rota(actor: Actor) -> SafeguardingRota | None:
    rota: SafeguardingRota | None = SafeguardingRota.objects.visible_to(actor).select_related("lead", "deputy").first()
    return rota


def whom_to_tell(actor: Actor, case: Case) -> tuple[User, User]:
    """The lead and the deputy for a concern in this case: those named, where they work here and may see this person.

    Where somebody is missing the next in line is told, so that a concern never waits for a setting.
    """
    in_line = list_in_line(actor, case)
    return in_line[0], in_line[min(1, len(in_line) - 1)]


def list_in_line(actor: Actor, about: PersonRecord) -> list[User]:
    """Everybody who may be told of a concern about this person, in the order in which they are: the actor last."""
    rota = get_rota(actor)
    named = [rota.lead_id, rota.deputy_id] if rota else []

    def place(member: Membership) -> tuple[bool, int, str]:
        rank = len(named) + AFTER_LEAD_AND_DEPUTY.index(Role(member.role))
        if member.user_id in named:
            return False, named.index(member.user_id), ""
        return member.user_id == actor.user_id, rank, member.user.name

    return [member.user for member in sorted(_who_may_see(about), key=place)]


def list_who_lead(case: Case) -> list[User]:
    """The team leads and coordinators who may see this person."""
    return [member.user for member in _who_may_see(case) if member.role in ALLOCATORS]


def get_concern(actor: Actor, case_id: UUID, concern_id: UUID) -> SafeguardingConcern:
    """The concern with its case and person. Those who were told of it need no other reason to open the record."""
    concerns = SafeguardingConcern.objects.visible_to(actor).select_related(
        "case__person__practice", "case__referral", "lead", "deputy", "by"
    )
    concern: SafeguardingConcern | None = concerns.filter(pk=concern_id, case_id=case_id).first()
    if concern is None:
        raise NotFound
    if was_told_of(actor, concern):
        concern.case.opening_reason = "Told of a safeguarding concern"
    else:
        concern.case = get_case(actor, case_id)
    return concern


def list_open_concerns(actor: Actor, case: Case) -> QuerySet[SafeguardingConcern]:
    return _open(actor).filter(case=case)


def list_concerns_that_wait_for(actor: Actor) -> QuerySet[SafeguardingConcern]:
    """Open concerns of which this actor is lead or deputy; once escalated, unacknowledged ones of any lead."""
    theirs = Q(lead_id=actor.user_id) | Q(deputy_id=actor.user_id)
    if actor.role in ALLOCATORS:
        theirs |= Q(status=ConcernStatus.RAISED, reminders__gte=1)
    return _open(actor).filter(theirs).select_related("by", "case")


def list_concerns_to_remind_of(actor: Actor) -> list[UUID]:
    """Concerns that nobody has acknowledged and whose next reminder is due."""
    due = _open(actor).filter(status=ConcernStatus.RAISED, next_reminder_at__lte=clock.now())
    return list(due.values_list("pk", flat=True))


def list_concern_steps(actor: Actor, concern: SafeguardingConcern) -> QuerySet[SafeguardingStep]:
    """What was done about a concern, oldest first."""
    steps: QuerySet[SafeguardingStep] = SafeguardingStep.objects.visible_to(actor).filter(concern=concern)
    return steps.select_related("by").order_by("at", "created_at")


def why_case_waits_for_concern(actor: Actor, case: Case) -> str | None:
    if not list_open_concerns(actor, case).exists():
        return None
    return "A safeguarding concern is open. Its lead must close it first."


def _open(actor: Actor) -> QuerySet[SafeguardingConcern]:
    concerns: QuerySet[SafeguardingConcern] = SafeguardingConcern.objects.visible_to(actor)
    return concerns.exclude(status=ConcernStatus.CLOSED).order_by("created_at")


def _who_may_see(about: PersonRecord) -> Iterable[Membership]:
    members = Membership.objects.filter(
        team_id=about.team_id, ended_at__isnull=True, role__in=ROLES_THAT_SEE_PEOPLE, user__is_active=True
    ).select_related("user")
    restriction = Restriction.objects.filter(person_id=about.person_id, ended_at__isnull=True).first()
    return members.filter(user_id__in=restriction.staff_ids) if restriction else members
