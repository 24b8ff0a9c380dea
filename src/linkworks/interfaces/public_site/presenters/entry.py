from dataclasses import dataclass
from enum import Enum

from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import EntryAsk
from linkworks.domain.directory.presenters.service import state_tag, where
from linkworks.domain.directory.presenters.tellings import fact_rows
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import SummaryRow, Tag
from linkworks.interfaces.public_site.presenters.public_page import PublicPage

TITLE = "Is this still right?"
NOTHING = "We have nothing about this"


class Why(Enum):
    """Why a link no longer answers: a heading, and what to do."""

    ANSWERED = ("Thank you, we have your answer", "If something else has changed, please tell us.")
    RUN_OUT = ("This link has run out", "Please ask us for a new one. It takes us a minute.")
    WITHDRAWN = (
        "This link no longer works",
        "A newer email may have taken its place. If you have none, please ask us.",
    )


@dataclass(frozen=True)
class EntryPage(PublicPage):
    """What we say of a service, as its organisation may see it: what anybody may see, and what we lack."""

    name: str
    organisation: str
    state: Tag
    rows: tuple[SummaryRow, ...]
    until: str
    correct_url: str
    problem: str

    @classmethod
    def about(cls, team: Team, ask: EntryAsk, correct_url: str, problem: str) -> "EntryPage":
        service = ask.service
        organisation = service.organization.name
        stands = state_tag(service).text if service.assured_on else LiveState(service.live_state).label
        rows = [SummaryRow("Is there room?", stands), *fact_rows(service), SummaryRow("Where", where(service))]
        return cls.of(
            team,
            TITLE,
            name=service.name,
            organisation="" if organisation == service.name else organisation,
            state=state_tag(service),
            rows=tuple(SummaryRow(row.key, row.value or NOTHING) for row in rows),
            until=words.full_date(ask.expires_at),
            correct_url=correct_url,
            problem=problem,
        )


@dataclass(frozen=True)
class CorrectPage(PublicPage):
    name: str
    back: str


@dataclass(frozen=True)
class NoEntryPage(PublicPage):
    says: str

    @classmethod
    def because(cls, team: Team, why: Why) -> "NoEntryPage":
        title, says = why.value
        return cls.of(team, title, says=says)
