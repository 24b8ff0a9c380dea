import pghistory
from django.db import models

from linkworks.domain.casework.choices import ClosureReason, HowItWent, NotAskedReason
from linkworks.domain.casework.models.base import CaseRecord
from linkworks.domain.casework.models.contact import Contact


class ClosingAnswers(CaseRecord):
    """What is said about the end of a spell of support."""

    reason = models.CharField(max_length=16, choices=ClosureReason.choices)
    how_it_went = models.CharField(max_length=10, choices=HowItWent.choices)
    words = models.TextField(blank=True)
    check_in_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


@pghistory.track()
class Closure(ClosingAnswers):
    """Why and how a spell of support ended. Reopening leaves it standing; a second ending writes a second row."""

    at = models.DateTimeField()


class ClosingDraft(ClosingAnswers):
    """A closing that is being prepared: said already, and not done until the messages back have been looked at."""

    web_may_delete = True

    measures_not_asked = models.CharField(max_length=12, choices=NotAskedReason.choices, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case"], name="one_closing_prepared_per_case")]


class CodedEntry(CaseRecord):
    """A code that went into the GP record, and the contact that made it due. `meaning` is a key of the code table."""

    append_only = True

    meaning = models.CharField(max_length=40)
    code = models.CharField(max_length=18)
    contact = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT, related_name="codes")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "meaning"], name="each_code_once_per_case")]
