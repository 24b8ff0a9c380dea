from django.conf import settings
from django.db import models
from django.db.models import Q

from linkworks.domain.outreach.choices import ColleagueFor
from linkworks.domain.outreach.models.campaign import Campaign
from linkworks.foundation.access.models import TeamRecord


class CallerIntroduction(TeamRecord):
    """Somebody has read what a call is and what to do in one. Asked once, before they ring for the first time."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "user"], name="introduced_once")]


class ColleagueAsked(TeamRecord):
    """A caller asked for somebody: at once, in a call, or to talk afterwards. It stays open until a colleague answers.

    `token` is that of the call, where there is one: who was rung can be found by it, and only by whoever may see them.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="colleagues_asked")
    what_for = models.CharField(max_length=4, choices=ColleagueFor.choices)
    token = models.UUIDField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["by", "what_for"], condition=Q(answered_at__isnull=True), name="asked_once_until_answered"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="answered_by_somebody",
            ),
        ]

    by_name: str
    """Where a selector sets it."""
