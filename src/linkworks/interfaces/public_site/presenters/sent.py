from dataclasses import dataclass

from linkworks.domain.referrals.choices import Channel
from linkworks.domain.referrals.models import Referral
from linkworks.foundation.core import words
from linkworks.interfaces.public_site.presenters.public_page import PublicPage


@dataclass(frozen=True)
class SentPage(PublicPage):
    """What happens next, and by when. It is the same whether or not we know the person."""

    reference: str
    promise: str
    for_oneself: bool
    progress_url: str

    @classmethod
    def about(cls, referral: Referral, progress_url: str) -> "SentPage":
        return cls.of(
            referral.team,
            "Thank you. We have your referral",
            reference=referral.reference,
            promise=words.full_date(referral.first_contact_due),
            for_oneself=referral.channel == Channel.SELF_FORM,
            progress_url=progress_url,
        )
