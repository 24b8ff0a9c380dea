from datetime import timedelta

from django.db import models

from linkworks.domain.outreach.models.base import CallRecord
from linkworks.domain.outreach.models.campaign import CallOutcome
from linkworks.domain.outreach.models.contact import CampaignContact


class HandOut(CallRecord):
    """Somebody was given to a caller, with the token that proves it, or rang in and was taken by one.

    `code` is what a resident can read back on the published number to check that the call is ours.
    """

    CODE_GOOD_FOR = timedelta(days=1)

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="+")
    token = models.UUIDField(unique=True)
    code = models.CharField(max_length=4, blank=True, db_default="")
    is_incoming = models.BooleanField(default=False, db_default=False)

    class Meta:
        indexes = [models.Index(fields=["team", "code", "at"], name="outreach_codes")]


class CallAttempt(CallRecord):
    """One ring, as it went. Written once; `token` is that of the hand-out, so that saving twice changes nothing."""

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="attempts")
    token = models.UUIDField(unique=True)
    outcome = models.ForeignKey(CallOutcome, on_delete=models.PROTECT, related_name="+", db_index=False)
    phone_key = models.CharField(max_length=20)
    note = models.TextField(blank=True)
    ring_at = models.DateTimeField(null=True, blank=True)
    is_incoming = models.BooleanField(default=False, db_default=False)


class LateNote(CallRecord):
    """What somebody typed about a call that was no longer theirs. Kept for whoever rings next; it changes nothing."""

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="late_notes")
    token = models.UUIDField()
    outcome = models.ForeignKey(CallOutcome, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    note = models.TextField(blank=True)
