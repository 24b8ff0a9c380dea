import pghistory
from django.conf import settings
from django.db import models

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.people.models import PersonRecord
from linkworks.domain.referrals.choices import SupportLevel
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core.errors import Refused


@pghistory.track(exclude=["last_contact_at"])
class Case(PersonRecord):
    """One spell of support from opening to closure. `status` repeats the newest step, for lists.

    `last_contact_at` is when its newest contact was; the database keeps it, by a trigger of that table.
    """

    referral = models.OneToOneField(Referral, on_delete=models.PROTECT, related_name="case")
    opened_at = models.DateTimeField()
    status = models.CharField(max_length=10, choices=CaseStatus.choices, default=CaseStatus.OPEN)
    support_level = models.CharField(max_length=10, choices=SupportLevel.choices)
    first_contact_due = models.DateField()
    first_contact_at = models.DateTimeField(null=True, blank=True)
    last_contact_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)

    # Set by `selectors.cases.get_case`.
    is_in_caseload: bool
    opening_reason: str | None

    class Meta:
        indexes = [
            models.Index(fields=["team", "status"], name="casework_case_status"),
            models.Index(
                "team",
                models.F("last_contact_at").asc(nulls_first=True),
                "opened_at",
                condition=~models.Q(status="closed"),
                name="casework_longest_unspoken",
            ),
            models.Index(
                fields=["team", "first_contact_due"],
                condition=models.Q(status="open", first_contact_at__isnull=True),
                name="casework_first_contacts",
            ),
        ]

    def __str__(self) -> str:
        return f"Case {self.pk}"

    def insist_not_closed(self) -> None:
        if self.status == CaseStatus.CLOSED:
            raise Refused("This case is closed. Reopen it first, then save this again.")


class CaseStep(PersonRecord):
    """One move of a case's status; the newest row is where it stands. Never changed."""

    append_only = True

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps")
    status = models.CharField(max_length=10, choices=CaseStatus.choices)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "-at"], name="casework_steps")]
