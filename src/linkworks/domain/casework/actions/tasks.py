"""What staff must do, by a day."""

from datetime import date
from uuid import UUID

from django.db import transaction

from linkworks.domain.casework.models import Case, Task, TaskChange
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.selectors import get_colleague
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def add_task(actor: Actor, *, case: Case, title: str, due_on: date, worker_id: UUID | None = None) -> Task:
    """A task for the worker named, or for the actor."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    if due_on < clock.today():
        raise Refused("The day must be today or later.", field="due_on")
    worker = get_colleague(actor, worker_id or actor.user_id)
    task = Task.on(case, actor, title=title, due_on=due_on, worker=worker)
    task.save()
    record(actor, "task.added", subject=task, person_id=task.person_id, worker=worker.pk, due_on=due_on)
    return task


@transaction.atomic
def change_task(
    actor: Actor,
    *,
    task: Task,
    title: str,
    worker_id: UUID,
    due_on: date | None = None,
    expected_version: int | None = None,
) -> None:
    """Put it in other words, hand it to a colleague, or move it to another day; without `due_on` the day stays."""
    require(may_work_on, actor, task.case)
    if task.done_at is not None:
        raise Refused("This task is done. Open it again first.")
    if due_on is not None and due_on < clock.today():
        raise Refused("The day must be today or later.", field="due_on")
    before = TaskChange.on(
        task.case,
        actor,
        task=task,
        at=clock.now(),
        was_title=task.title,
        was_due_on=task.due_on,
        was_with_id=task.worker_id,
    )
    worker = get_colleague(actor, worker_id)
    task.change(expected_version=expected_version, title=title, worker_id=worker.pk, due_on=due_on or task.due_on)
    before.save()
    record(actor, "task.changed", subject=task, person_id=task.person_id, worker=worker.pk, due_on=task.due_on)


@transaction.atomic
def finish_task(actor: Actor, *, task: Task) -> None:
    require(may_work_on, actor, task.case)
    if task.done_at is None:
        task.change(done_at=clock.now())
        record(actor, "task.done", subject=task, person_id=task.person_id)


@transaction.atomic
def reopen_task(actor: Actor, *, task: Task) -> None:
    require(may_work_on, actor, task.case)
    task.case.insist_not_closed()
    if task.done_at is not None:
        task.change(done_at=None, was_dropped=False)
        record(actor, "task.reopened", subject=task, person_id=task.person_id)


@transaction.atomic
def drop_task(actor: Actor, *, task: Task) -> None:
    """It is no longer to be done, because its case closes."""
    require(may_work_on, actor, task.case)
    task.change(done_at=clock.now(), was_dropped=True)
    record(actor, "task.dropped", subject=task, person_id=task.person_id, worker=task.worker_id)
