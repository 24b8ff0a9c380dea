import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from linkworks.domain.outreach.choices import Verdict
from linkworks.domain.outreach.models.attempt import CallAttempt
from linkworks.domain.outreach.models.campaign import Campaign
from linkworks.domain.people.models import PersonRecord


@pghistory.track()
class CallSample(PersonRecord):
    """A call that a colleague reads, or rings back about, to see that it was right, and says a kind word about."""

    attempt = models.OneToOneField(CallAttempt, on_delete=models.PROTECT, related_name="sample")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="samples")
    caller = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=8, choices=Verdict.choices, blank=True)
    was_rung_back = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    looked_at_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    looked_at = models.DateTimeField(null=True, blank=True)
    seen_by_caller_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(looked_at__isnull=True, verdict="") | Q(looked_at__isnull=False) & ~Q(verdict=""),
                name="outreach_sample_looked_at_says_what_of_it",
            )
        ]
        indexes = [
            models.Index(
                fields=["campaign", "created_at"], condition=Q(looked_at__isnull=True), name="outreach_to_look_at"
            ),
            models.Index(fields=["caller", "looked_at"], name="outreach_words_to_caller"),
        ]
