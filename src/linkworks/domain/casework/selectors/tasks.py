from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.casework.models import Task
from linkworks.foundation.core.actor import Actor


def list_open_tasks(actor: Actor, case_id: UUID) -> QuerySet[Task]:
    tasks: QuerySet[Task] = Task.objects.visible_to(actor).filter(case_id=case_id, done_at__isnull=True)
    return tasks.select_related("worker").order_by("due_on", "created_at")
