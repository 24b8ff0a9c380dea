from dataclasses import dataclass

from linkworks.domain.onward.presenters.about import AboutCase
from linkworks.domain.onward.presenters.options import FoundService


@dataclass(frozen=True)
class OfferPage(AboutCase):
    found: FoundService
