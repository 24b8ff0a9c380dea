from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.referrals.models import Referral


@dataclass(frozen=True)
class ReferralFormPage:
    title: str
    name: str
    reference: str
    lines: tuple[str, ...]
    back: str

    @classmethod
    def of(cls, referral: Referral, title: str, lines: tuple[str, ...]) -> "ReferralFormPage":
        back = reverse("referrals:referral", args=[referral.pk])
        return cls(title, referral.full_name, referral.reference, lines, back)
