import pghistory
from django.conf import settings
from django.db import models

from linkworks.domain.casework.choices import ConcernStatus, PathTrigger
from linkworks.domain.casework.models.base import CaseRecord
from linkworks.domain.casework.models.measure import MeasureResponse


@pghistory.track()
class SafeguardingConcern(CaseRecord):
    """Worry that somebody is being harmed or neglected. It never closes by itself."""

    immediate_danger = models.BooleanField()
    emergency_called = models.BooleanField(default=False)
    what = models.TextField()
    wishes_asked = models.BooleanField()
    wishes = models.TextField(blank=True)
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=ConcernStatus.choices, default=ConcernStatus.RAISED)
    acknowledged_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    next_reminder_at = models.DateTimeField(null=True, blank=True)
    shared_with = models.CharField(max_length=200, blank=True)
    shared_without_consent_because = models.TextField(blank=True)
    closing_words = models.TextField(blank=True)


class SafeguardingStep(CaseRecord):
    """One thing done about a concern. Never changed."""

    append_only = True

    concern = models.ForeignKey(SafeguardingConcern, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    at = models.DateTimeField()


@pghistory.track()
class SafetyPath(CaseRecord):
    """Somebody may harm themselves: who owns it, and what has been done. An open path stops the case from closing."""

    trigger = models.CharField(max_length=12, choices=PathTrigger.choices)
    response = models.ForeignKey(MeasureResponse, null=True, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    with_them_now = models.BooleanField(null=True)
    immediate_danger = models.BooleanField(null=True)
    emergency_called_at = models.DateTimeField(null=True, blank=True)
    practice_called_at = models.DateTimeField(null=True, blank=True)
    practice_spoke_to = models.CharField(max_length=120, blank=True)
    numbers_given_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
