"""Questions about safety paths: somebody may harm themselves."""

from uuid import UUID

from django.db.models import Q, QuerySet

from linkworks.domain.casework.models import Case, SafetyPath, SafetyStep
from linkworks.domain.casework.policies import may_allocate
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def list_open_paths(actor: Actor, case: Case) -> QuerySet[SafetyPath]:
    """The case's open safety paths, oldest first."""
    paths: QuerySet[SafetyPath] = SafetyPath.objects.visible_to(actor).filter(case=case, ended_at__isnull=True)
    return paths.select_related("owner").order_by("created_at")


def list_paths_to_remind_of(actor: Actor) -> QuerySet[SafetyPath]:
    """Open paths on which nobody was called and whose next reminder is due."""
    paths: QuerySet[SafetyPath] = SafetyPath.objects.visible_to(actor).filter(ended_at__isnull=True)
    nobody_called = paths.filter(practice_called_at__isnull=True, emergency_called_at__isnull=True)
    return nobody_called.filter(next_reminder_at__lte=clock.now()).select_related("owner", "case")


def list_paths_that_need(actor: Actor) -> QuerySet[SafetyPath]:
    """Open paths that this actor owns; for leads and coordinators also every path on which nobody was called yet."""
    paths: QuerySet[SafetyPath] = SafetyPath.objects.visible_to(actor).filter(ended_at__isnull=True)
    theirs = Q(owner_id=actor.user_id)
    if may_allocate(actor):
        theirs |= Q(practice_called_at__isnull=True, emergency_called_at__isnull=True)
    return paths.filter(theirs).select_related("owner", "case").order_by("created_at")


def get_path(actor: Actor, case_id: UUID, path_id: UUID) -> SafetyPath:
    """The path with its case, person and practice. Its owner needs no other reason to open the record."""
    paths = SafetyPath.objects.visible_to(actor).select_related("case__person__practice", "case__referral", "owner")
    path: SafetyPath | None = paths.filter(pk=path_id, case_id=case_id).first()
    if path is None:
        raise NotFound
    if path.owner_id == actor.user_id:
        path.case.opening_reason = "Owns a safety path"
    else:
        path.case = get_case(actor, case_id)
    return path


def why_case_waits_for_path(actor: Actor, case: Case) -> str | None:
    if not list_open_paths(actor, case).exists():
        return None
    return "A safety path is open. Record who was called and end the path first."


def list_steps(actor: Actor, path: SafetyPath) -> QuerySet[SafetyStep]:
    """What was done on a path, oldest first."""
    steps: QuerySet[SafetyStep] = SafetyStep.objects.visible_to(actor).filter(path=path)
    return steps.select_related("by").order_by("at", "created_at")
