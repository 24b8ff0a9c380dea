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
