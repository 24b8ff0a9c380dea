from dataclasses import dataclass

from linkworks.domain.onward.presenters.about import AboutCase
from linkworks.domain.onward.presenters.options import FoundService
from linkworks.domain.onward.selectors.law import Law
from linkworks.foundation.core.words import start_large


@dataclass(frozen=True)
class OfferPage(AboutCase):
    found: FoundService


def although_sentence(law: Law) -> str:
    """What speaks against it and may be put aside; blank when nothing does."""
    against = " and ".join(refusal.because for refusal in law.overridable)
    return f"{start_large(against)}. Your reason is kept with the option." if against else ""
