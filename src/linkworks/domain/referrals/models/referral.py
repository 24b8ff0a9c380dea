import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.people.choices import Gender
from linkworks.domain.people.models import Person, PersonRecord, Practice
from linkworks.domain.referrals.choices import (
    Channel,
    DeclineReason,
    ReferralReason,
    ReferralSource,
    ReferralStatus,
    SupportLevel,
    WithdrawReason,
)


@pghistory.track()
class Referral(PersonRecord):
    """A request that we support a person.

    What the referrer wrote about the person stays as written (`given_name` … `telephone`). `person` is empty only
    while staff must still say whether this is somebody we know.
    """

    person = models.ForeignKey(  # type: ignore[assignment]
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="referrals"
    )
    reference = models.CharField(max_length=12)
    received_at = models.DateTimeField()
    channel = models.CharField(max_length=20, choices=Channel.choices)
    source = models.CharField(max_length=20, choices=ReferralSource.choices)
    status = models.CharField(max_length=12, choices=ReferralStatus.choices, default=ReferralStatus.RECEIVED)

    given_name = models.CharField(max_length=100)
    family_name = models.CharField(max_length=100)
    date_of_birth = models.DateField(null=True, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True)
    gender = models.CharField(max_length=20, choices=Gender.choices, default=Gender.NOT_SAID)
    address_line_1 = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=60, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    telephone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    preferred_language = models.CharField(max_length=40, default="English")
    interpreter_needed = models.BooleanField(default=False)
    practice = models.ForeignKey(Practice, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    may_voicemail = models.BooleanField(default=False)
    may_text = models.BooleanField(default=False)
    safe_when = models.CharField(max_length=200, blank=True)
    communication_needs = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    communication_asked = models.BooleanField(default=False)
    communication_words = models.CharField(max_length=300, blank=True)

    reasons = ArrayField(models.CharField(max_length=24, choices=ReferralReason.choices))
    reason_words = models.TextField(blank=True)
    risk_words = models.TextField(blank=True)
    consent_given = models.BooleanField()
    consent_wording = models.TextField()
    may_tell_practice = models.BooleanField(default=False)
    tell_practice_wording = models.TextField(blank=True)
    may_tell_referrer = models.BooleanField(default=False)
    tell_referrer_wording = models.TextField(blank=True)

    referrer_name = models.CharField(max_length=120, blank=True)
    referrer_role = models.CharField(max_length=80, blank=True)
    referrer_organisation = models.CharField(max_length=120, blank=True)
    referrer_email = models.EmailField(blank=True)
    referrer_telephone = models.CharField(max_length=20, blank=True)

    support_level = models.CharField(max_length=10, choices=SupportLevel.choices, blank=True)
    decline_reason = models.CharField(max_length=20, choices=DeclineReason.choices, blank=True)
    withdraw_reason = models.CharField(max_length=20, choices=WithdrawReason.choices, blank=True)
    first_contact_due = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "reference"], name="one_referral_per_reference")]
        indexes = [
            models.Index(fields=["team", "status", "received_at"], name="referrals_inbox"),
        ]

    def __str__(self) -> str:
        return f"Referral {self.reference}"

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}"


class ReferralStep(PersonRecord):
    """One move of a referral's status; the newest row is where it stands."""

    person = models.ForeignKey(  # type: ignore[assignment]
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="steps")
    status = models.CharField(max_length=12, choices=ReferralStatus.choices)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["referral", "-at"], name="referrals_steps")]


class ReferralCorrection(PersonRecord):
    """The NHS number on a waiting referral was wrong: what it was before, and how the right one is known."""

    person = models.ForeignKey(  # type: ignore[assignment]
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="corrections")
    was_nhs_number = models.CharField(max_length=10, blank=True)
    words = models.CharField(max_length=300)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
