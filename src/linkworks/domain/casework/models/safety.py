import pghistory
from django.conf import settings
from django.db import models

from linkworks.domain.casework.choices import ConcernDeed, ConcernStatus, PathTrigger, SafetyDeed
from linkworks.domain.casework.models.base import CaseRecord
from linkworks.domain.casework.models.measure import MeasureResponse
from linkworks.foundation.access.models import TeamRecord


@pghistory.track()
class SafeguardingRota(TeamRecord):
    """Whom the team tells of a safeguarding concern."""

    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team"], name="one_safeguarding_rota_per_team"),
            models.CheckConstraint(condition=~models.Q(lead=models.F("deputy")), name="deputy_is_another_person"),
        ]


@pghistory.track()
class SafeguardingConcern(CaseRecord):
    """Worry that somebody is being harmed or neglected. It never closes by itself.

    `wishes` says what the person wants to happen or, when they were not asked, why not. `reminders` counts how often
    those who were told have been reminded; `next_reminder_at` is empty once somebody has acknowledged it.
    """

    immediate_danger = models.BooleanField()
    emergency_called = models.BooleanField(default=False)
    what = models.TextField()
    wishes_asked = models.BooleanField()
    wishes = models.TextField()
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=ConcernStatus.choices, default=ConcernStatus.RAISED)
    reminders = models.PositiveSmallIntegerField(default=0)
    next_reminder_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["team", "status"], condition=~models.Q(status="closed"), name="casework_concerns_open"
            ),
        ]

    by_name: str
    """Where a selector sets it."""

    @property
    def state(self) -> ConcernStatus:
        return ConcernStatus(self.status)


class SafeguardingStep(CaseRecord):
    """One thing done about a concern. Never changed. For sharing without consent, `words` is the reason."""

    append_only = True

    concern = models.ForeignKey(SafeguardingConcern, on_delete=models.PROTECT, related_name="steps")
    deed = models.CharField(max_length=16, choices=ConcernDeed.choices)
    with_whom = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    at = models.DateTimeField()


@pghistory.track()
class SafetyPath(CaseRecord):
    """Somebody may harm themselves: who owns it, and what has been done. An open path stops the case from closing.

    Until somebody was called the owner, and then others, are reminded: `reminders` counts how often.
    """

    trigger = models.CharField(max_length=12, choices=PathTrigger.choices)
    response = models.ForeignKey(MeasureResponse, null=True, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    with_them_now = models.BooleanField(null=True, blank=True)
    immediate_danger = models.BooleanField(null=True, blank=True)
    emergency_called_at = models.DateTimeField(null=True, blank=True)
    practice_called_at = models.DateTimeField(null=True, blank=True)
    numbers_given_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    next_reminder_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner"], condition=models.Q(ended_at__isnull=True), name="casework_paths_open"),
        ]

    owner_name: str
    """Where a selector sets it."""

    @property
    def somebody_was_called(self) -> bool:
        return bool(self.emergency_called_at or self.practice_called_at)


class SafetyStep(CaseRecord):
    """One thing done on a safety path. Never changed."""

    append_only = True

    path = models.ForeignKey(SafetyPath, on_delete=models.PROTECT, related_name="steps")
    deed = models.CharField(max_length=10, choices=SafetyDeed.choices)
    with_whom = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
