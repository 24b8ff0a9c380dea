"""A whole caseload passed on at once: every case has its own result, and the whole can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.actions.allocation import give
from linkworks.domain.casework.models import Allocation, Case, Handover
from linkworks.domain.casework.policies import may_allocate
from linkworks.domain.casework.selectors.allocation import get_worker, list_caseload, list_handed_over
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@dataclass(frozen=True, slots=True)
class HandoverResult:
    """What became of one case. `problem` is empty when it went well."""

    case_id: UUID
    problem: str = ""


@transaction.atomic
def hand_over(
    actor: Actor, *, from_worker_id: UUID, receivers: Mapping[UUID, UUID], reason: str
) -> tuple[Handover, list[HandoverResult]]:
    """Give each case to its receiver (case id to worker id). A case that cannot go stays, and says why."""
    require(may_allocate, actor)
    from_worker = get_worker(actor, from_worker_id)
    handover = Handover.objects.create(
        team_id=actor.own_team, from_worker=from_worker, reason=reason, by_id=actor.user_id
    )
    cases = {case.pk: case for case in list_caseload(actor, from_worker_id)}
    results = [
        _give_one(actor, cases.get(case_id), case_id, worker_id, handover) for case_id, worker_id in receivers.items()
    ]
    problems = _problems(results)
    record(
        actor,
        "caseload.handed_over",
        subject=handover,
        from_worker=from_worker_id,
        cases=len(results) - problems,
        kept_back=problems,
    )
    return handover, results


@transaction.atomic
def take_back(actor: Actor, *, handover: Handover) -> list[HandoverResult]:
    """Undo: every case that is still where the handover put it goes back; one that has moved on since stays."""
    require(may_allocate, actor)
    handover = Handover.objects.select_for_update(of=("self",)).select_related("from_worker").get(pk=handover.pk)
    if handover.undone_at is not None:
        raise Refused("This handover was taken back already.")
    results = [_return_one(actor, made, handover) for made in list_handed_over(actor, handover)]
    handover.change(undone_at=clock.now())
    left = _problems(results)
    record(actor, "caseload.taken_back", subject=handover, cases=len(results) - left, left=left)
    return results


def _give_one(actor: Actor, case: Case | None, case_id: UUID, worker_id: UUID, handover: Handover) -> HandoverResult:
    if case is None:
        return HandoverResult(case_id, "It is no longer in this caseload.")
    try:
        with transaction.atomic():
            give(actor, case, get_worker(actor, worker_id), handover.reason, handover)
    except Refused as refusal:
        return HandoverResult(case_id, refusal.message)
    return HandoverResult(case_id)


def _return_one(actor: Actor, made: Allocation, handover: Handover) -> HandoverResult:
    if made.ended_at is not None:
        return HandoverResult(made.case_id, "It has moved on since, and stays where it is.")
    try:
        with transaction.atomic():
            give(actor, made.case, handover.from_worker, "Handover taken back")
    except Refused as refusal:
        return HandoverResult(made.case_id, refusal.message)
    return HandoverResult(made.case_id)


def _problems(results: list[HandoverResult]) -> int:
    return sum(1 for result in results if result.problem)
