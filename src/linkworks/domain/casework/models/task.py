import pghistory
from django.conf import settings
from django.db import models

from linkworks.domain.casework.models.base import CaseRecord
from linkworks.foundation.core import clock


@pghistory.track()
class Task(CaseRecord):
    """Something that staff must do, by a date."""

    title = models.CharField("wording", max_length=300)
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField("day")
    done_at = models.DateTimeField(null=True, blank=True)
    was_dropped = models.BooleanField(default=False, editable=False)
    """No longer to be done when its case closed; `done_at` says since when."""

    class Meta:
        indexes = [
            models.Index(
                fields=["worker", "due_on"], condition=models.Q(done_at__isnull=True), name="casework_tasks_open"
            ),
        ]

    worker_name: str
    """Where a selector sets it."""

    @property
    def is_late(self) -> bool:
        return self.done_at is None and self.due_on < clock.today()


class TaskChange(CaseRecord):
    """What a task was before somebody worded it anew, moved its day or handed it on. Never changed."""

    append_only = True

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="changes")
    at = models.DateTimeField()
    was_title = models.CharField(max_length=300)
    was_due_on = models.DateField()
    was_with = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
