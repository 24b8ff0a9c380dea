import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from linkworks.domain.outreach.choices import NoticeAnswer
from linkworks.domain.outreach.models.campaign import CallOutcome
from linkworks.domain.outreach.models.contact import CampaignContact
from linkworks.domain.people.models import PersonRecord


@pghistory.track()
class LeadNotice(PersonRecord):
    """What a call told us that a lead sees to: somebody may have died, is in hospital, could not talk safely.

    `token` is that of the call, `words` what the caller wrote.
    """

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="lead_notices")
    token = models.UUIDField(unique=True)
    outcome = models.ForeignKey(CallOutcome, on_delete=models.PROTECT, related_name="+", db_index=False)
    words = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    answer = models.CharField(max_length=9, choices=NoticeAnswer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="") | Q(answered_at__isnull=False) & ~Q(answer=""),
                name="outreach_notice_answered_says_what",
            )
        ]
        indexes = [models.Index(fields=["team", "at"], condition=Q(answer=""), name="outreach_notices")]
