from dataclasses import dataclass

from linkworks.domain.directory.presenters.found import FoundList
from linkworks.domain.directory.presenters.service import ServiceCard
from linkworks.domain.directory.questions import SearchQuestions
from linkworks.foundation.design.parts import SummaryRow
from linkworks.interfaces.public_site.presenters.public_page import PublicPage


@dataclass(frozen=True)
class FindSupportPage(PublicPage):
    """`found` is nothing while the questions are not in order."""

    questions: SearchQuestions
    found: FoundList | None


@dataclass(frozen=True)
class ServicePage(PublicPage):
    card: ServiceCard
    rows: tuple[SummaryRow, ...]
    tell_url: str
    has_told: bool
    """They have just told us of a change."""


@dataclass(frozen=True)
class TellPage(PublicPage):
    name: str
    back: str
