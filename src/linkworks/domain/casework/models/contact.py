import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.casework.choices import AttemptOutcome, ContactOutcome, Way
from linkworks.domain.casework.models.base import CaseRecord, StrikableRecord

# So that the longest caseload is read in order, without asking each case for its contacts.
NEWEST_CONTACT = """
UPDATE casework_case SET last_contact_at = (
    SELECT max(at) FROM casework_contact WHERE case_id = NEW.case_id AND struck_at IS NULL
) WHERE id = NEW.case_id;
RETURN NULL;
"""


@pghistory.track()
class Contact(StrikableRecord):
    """A conversation that happened."""

    at = models.DateTimeField()
    way = models.CharField(max_length=10, choices=Way.choices)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    outcomes = ArrayField(models.CharField(max_length=20, choices=ContactOutcome.choices))
    next_step = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="casework_contacts")]
        triggers = [
            pgtrigger.Trigger(
                name="newest_contact",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("struck_at"),  # type: ignore[no-untyped-call]
                func=NEWEST_CONTACT,
            )
        ]


@pghistory.track()
class ContactAttempt(StrikableRecord):
    """A contact that was tried and did not happen."""

    at = models.DateTimeField()
    way = models.CharField(max_length=10, choices=Way.choices)
    outcome = models.CharField(max_length=16, choices=AttemptOutcome.choices)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="casework_attempts")]


@pghistory.track()
class CaseNote(CaseRecord):
    """Free words on a case. A correction is a new note that points at the old one; both stay.

    One that `strikes` says that the old one was entered in error, and why.
    """

    append_only = True

    body = models.TextField()
    at = models.DateTimeField()
    contact = models.OneToOneField(Contact, null=True, on_delete=models.PROTECT, related_name="note")
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    strikes = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="casework_notes")]
