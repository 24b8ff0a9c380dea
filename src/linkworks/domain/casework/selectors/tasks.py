from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.casework.models import Task
from linkworks.domain.casework.selectors.cases import get_case, is_worked_by
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def get_task(actor: Actor, task_id: UUID) -> Task:
    """The task with its case. Whose task it is needs no reason to tick it off; others are asked for one."""
    task: Task | None = Task.objects.visible_to(actor).select_related("case").filter(pk=task_id).first()
    if task is None:
        raise NotFound
    if task.worker_id != actor.user_id:
        task.case = get_case(actor, task.case_id)
    return task


def list_due_tasks(actor: Actor) -> QuerySet[Task]:
    """What the actor has to do by today, the longest overdue first; that of colleagues for whom they cover too."""
    tasks: QuerySet[Task] = Task.objects.visible_to(actor).filter(is_worked_by(actor), done_at__isnull=True)
    return tasks.filter(due_on__lte=clock.today()).order_by("due_on", "created_at")


def list_open_tasks(actor: Actor, case_id: UUID) -> QuerySet[Task]:
    tasks: QuerySet[Task] = Task.objects.visible_to(actor).filter(case_id=case_id, done_at__isnull=True)
    return tasks.order_by("due_on", "created_at")
