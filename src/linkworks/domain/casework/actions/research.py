"""What came up in conversation to look into, and what was found."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.models import Case, ResearchTask
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.selectors import get_colleague
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def ask(
    actor: Actor,
    *,
    case: Case,
    question: str,
    worker_id: UUID,
    due_on: date | None = None,
    at: datetime | None = None,
) -> ResearchTask:
    """`worker_id` is the colleague who looks into it."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    worker = get_colleague(actor, worker_id)
    task = ResearchTask.on(case, actor, question=question, worker=worker, due_on=due_on, at=at or clock.now())
    task.save()
    record(actor, "research.asked", subject=task, person_id=task.person_id, due_on=due_on)
    return task


@transaction.atomic
def record_finding(
    actor: Actor,
    *,
    task: ResearchTask,
    expected_version: int | None,
    found: str,
    source: str,
    found_at: datetime | None = None,
) -> None:
    """What was found and where; “nothing” is a finding too. May be written again when more is found."""
    require(may_work_on, actor, task.case)
    task.case.insist_not_closed()
    task.change(
        expected_version=expected_version, found=found, source=source, found_at=task.found_at or found_at or clock.now()
    )
    record(actor, "research.found", subject=task, person_id=task.person_id)


@transaction.atomic
def hand_on_research(actor: Actor, *, task: ResearchTask, worker_id: UUID) -> None:
    """Another colleague looks into it."""
    require(may_work_on, actor, task.case)
    worker = get_colleague(actor, worker_id)
    task.change(worker_id=worker.pk)
    record(actor, "research.handed_on", subject=task, person_id=task.person_id, worker=worker.pk)
