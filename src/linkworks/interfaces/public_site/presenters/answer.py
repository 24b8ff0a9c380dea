from dataclasses import dataclass

from linkworks.interfaces.public_site.presenters.public_page import PublicPage


@dataclass(frozen=True)
class AnswerPage(PublicPage):
    reference: str
    initials: str
    question: str
