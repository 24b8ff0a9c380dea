import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.casework.models.base import CaseRecord
from linkworks.foundation.access.models import TeamRecord


class WorkerProfile(TeamRecord):
    """What allocation needs to know of a worker: networks served, languages spoken, how many cases are a full load."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    network_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    full_caseload = models.PositiveSmallIntegerField(default=40)


class Handover(TeamRecord):
    """A whole caseload passed on at once, and whether it was taken back."""

    from_worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)


@pghistory.track()
class Allocation(CaseRecord):
    """A case given to a worker, with dates. At most one is current."""

    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    handover = models.ForeignKey(Handover, null=True, on_delete=models.PROTECT, related_name="allocations")

    worker_name: str
    """Where a selector sets it."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(ended_at__isnull=True), name="one_current_worker_per_case"
            )
        ]
        indexes = [
            models.Index(fields=["worker"], condition=models.Q(ended_at__isnull=True), name="casework_caseload"),
        ]


class Cover(TeamRecord):
    """A colleague who looks after a worker's cases for some days, so that opening them asks for no reason."""

    away = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    covered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="cover_ends_after_start"
            )
        ]
