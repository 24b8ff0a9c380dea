from datetime import date

import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models.base import PersonRecord


@pghistory.track()
class Consent(PersonRecord):
    """What somebody agreed to or refused, in the words they were asked. Withdrawn, never deleted."""

    kind = models.CharField(max_length=20, choices=ConsentKind.choices)
    given = models.BooleanField()
    wording = models.TextField()
    about = models.CharField(max_length=160, blank=True)
    given_how = models.CharField(max_length=12, choices=GivenHow.choices)
    given_at = models.DateTimeField()
    until = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["person", "kind", "-given_at"], name="people_consent_newest")]

    def stands_on(self, day: date) -> bool:
        """Whether it is a yes that is neither withdrawn nor past its last day."""
        return self.given and self.withdrawn_at is None and (self.until is None or day <= self.until)


@pghistory.track()
class Restriction(PersonRecord):
    """Hides a person from all but the named staff; the row security of every table reads it."""

    staff_ids = ArrayField(models.UUIDField())
    reason = models.CharField(max_length=300)
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(ended_at__isnull=True), name="one_restriction_per_person"
            )
        ]
