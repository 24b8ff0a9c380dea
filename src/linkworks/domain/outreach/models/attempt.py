from django.conf import settings
from django.db import models

from linkworks.domain.outreach.models.campaign import CallOutcome
from linkworks.domain.outreach.models.contact import CampaignContact
from linkworks.domain.people.models import PersonRecord


class HandOut(PersonRecord):
    """Somebody was given to a caller, with the token that proves it."""

    append_only = True

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="+")
    token = models.UUIDField(unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()


class CallAttempt(PersonRecord):
    """One ring, as it went. Written once; `token` is that of the hand-out, so that saving twice changes nothing."""

    append_only = True

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="attempts")
    token = models.UUIDField(unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    outcome = models.ForeignKey(CallOutcome, on_delete=models.PROTECT, related_name="+", db_index=False)
    phone_key = models.CharField(max_length=20)
    at = models.DateTimeField()
    note = models.TextField(blank=True)
    ring_at = models.DateTimeField(null=True, blank=True)


class LateNote(PersonRecord):
    """What somebody typed about a call that was no longer theirs. Kept for whoever rings next; it changes nothing."""

    append_only = True

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="late_notes")
    token = models.UUIDField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    outcome = models.ForeignKey(CallOutcome, on_delete=models.PROTECT, related_name="+", db_index=False)
    note = models.TextField(blank=True)
