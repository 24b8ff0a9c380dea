from uuid import UUID

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from linkworks.domain.casework.models import SafeguardingConcern
from linkworks.domain.outreach.models.base import CallRecord
from linkworks.domain.outreach.models.contact import CampaignContact
from linkworks.foundation.core.row_scope import RowScope


@pghistory.track()
class CallConcern(CallRecord):
    """Somebody said in a call that they may be hurt, or may hurt themselves. For the lead's eyes alone.

    It never closes by itself, and the caller who heard it cannot read it. `lead` owns it. Until it is acknowledged they
    are told again, and after them all who lead. `became` is the concern of the person's case, where it was made one.
    """

    row_scope = RowScope.LEAD
    append_only = False

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="concerns")
    token = models.UUIDField()
    step = models.SlugField(max_length=40)
    words = models.TextField()

    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    reminders = models.PositiveSmallIntegerField(default=0)
    remind_at = models.DateTimeField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    closed_words = models.TextField(blank=True)
    became = models.ForeignKey(SafeguardingConcern, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token", "step"], name="one_concern_per_question_and_call"),
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=False) | Q(remind_at__isnull=False),
                name="no_concern_is_forgotten",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, closed_words="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(closed_words="")),
                name="a_concern_is_closed_by_somebody_with_words",
            ),
        ]
        indexes = [models.Index(fields=["team", "at"], condition=Q(closed_at__isnull=True), name="outreach_concerns")]

    lead_name: str
    campaign_id: UUID
    """Where a selector sets them."""
