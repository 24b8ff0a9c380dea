import pghistory
from django.db import models

from linkworks.domain.casework.choices import ClosureReason, HowItWent
from linkworks.domain.casework.models.base import CaseRecord
from linkworks.domain.casework.models.contact import Contact


@pghistory.track()
class Closure(CaseRecord):
    """Why and how a spell of support ended. Reopening leaves it standing; a second ending writes a second row."""

    at = models.DateTimeField()
    reason = models.CharField(max_length=16, choices=ClosureReason.choices)
    how_it_went = models.CharField(max_length=10, choices=HowItWent.choices)
    words = models.TextField(blank=True)
    check_in_on = models.DateField(null=True, blank=True)


class CodedEntry(CaseRecord):
    """A code that was due in the GP record, and the contact that made it due. `meaning` is a key of the code table."""

    append_only = True

    meaning = models.CharField(max_length=40)
    code = models.CharField(max_length=18)
    contact = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT, related_name="codes")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(meaning="referral"), name="referral_code_once_per_case"
            )
        ]
