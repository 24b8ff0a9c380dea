from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.presenters.comparison import Comparison


@dataclass(frozen=True)
class WhoPage:
    title: str
    name: str
    back: str
    who_url: str
    comparisons: tuple[Comparison, ...]
    number_is_taken: bool

    @classmethod
    def of(cls, referral: Referral, comparisons: tuple[Comparison, ...], *, number_is_taken: bool) -> "WhoPage":
        return cls(
            title="Is this somebody we know?",
            name=referral.full_name,
            back=reverse("referrals:referral", args=[referral.pk]),
            who_url=reverse("referrals:who", args=[referral.pk]),
            comparisons=comparisons,
            number_is_taken=number_is_taken,
        )
