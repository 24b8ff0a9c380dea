import pghistory
from django.conf import settings
from django.db import models

from linkworks.domain.people.choices import TELEPHONES, AdjustmentKind, AlertKind, ContactKind
from linkworks.domain.people.models.base import PersonRecord

# Of contact details: those that can be rung.
TELEPHONE_IN_USE = models.Q(kind__in=TELEPHONES, ended_at__isnull=True)


@pghistory.track()
class ContactDetail(PersonRecord):
    """One number or address, and when and how it is safe to use it. Telephone numbers are stored as E.164."""

    kind = models.CharField(max_length=10, choices=ContactKind.choices)
    value = models.CharField(max_length=254)
    may_voicemail = models.BooleanField(default=False)
    may_text = models.BooleanField(default=False)
    safe_when = models.CharField(max_length=200, blank=True)
    is_preferred = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["team", "value"], name="people_detail_value"),
        ]


@pghistory.track()
class Alert(PersonRecord):
    """Something that must be seen before contact."""

    kind = models.CharField(max_length=20, choices=AlertKind.choices)
    words = models.CharField(max_length=300, blank=True)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)


@pghistory.track()
class Adjustment(PersonRecord):
    """What makes contact possible: a communication need or another reasonable adjustment."""

    kind = models.CharField(max_length=20, choices=AdjustmentKind.choices)
    words = models.CharField(max_length=300, blank=True)
    how_met = models.CharField(max_length=300, blank=True)
    may_share = models.BooleanField(default=True)
    review_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)


@pghistory.track()
class RelatedPerson(PersonRecord):
    """A supporter: carer, relative, friend. `may_talk_to` is the person's own yes."""

    name = models.CharField(max_length=120)
    relationship = models.CharField(max_length=60)
    telephone = models.CharField(max_length=20, blank=True)
    is_carer = models.BooleanField(default=False)
    is_emergency_contact = models.BooleanField(default=False)
    may_talk_to = models.BooleanField(default=False)
    words = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
