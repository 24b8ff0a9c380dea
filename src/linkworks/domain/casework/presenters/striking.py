"""Before something is marked as entered in error: what it is, and what goes on without it."""

from collections.abc import Iterator
from dataclasses import dataclass

from linkworks.domain.casework.choices import AttemptOutcome, MeasurePoint, Way
from linkworks.domain.casework.measures import INSTRUMENTS
from linkworks.domain.casework.models import CaseNote, Contact, ContactAttempt, MeasureResponse
from linkworks.domain.casework.presenters.case_form import CaseFormPage
from linkworks.foundation.design.parts import When

Row = Contact | ContactAttempt | MeasureResponse | CaseNote
ABOUT_ANOTHER = "If it was about another person, write it again on their case."


@dataclass(frozen=True)
class StrikePage(CaseFormPage):
    what: str
    at: When
    writer: str
    follows: tuple[str, ...]

    @classmethod
    def of(cls, form_page: CaseFormPage, row: Row, at: When) -> "StrikePage":
        return cls(
            title=form_page.title,
            banner=form_page.banner,
            back=form_page.back,
            what=_what(row),
            at=at,
            writer=row.by.name if row.by else "",
            follows=tuple(_follows(row)),
        )


def _what(row: Row) -> str:
    if isinstance(row, Contact):
        return f"Contact: {Way(row.way).label}"
    if isinstance(row, ContactAttempt):
        return f"{AttemptOutcome(row.outcome).label}, {Way(row.way).label.lower()}"
    if isinstance(row, CaseNote):
        return "Note"
    return f"{INSTRUMENTS[row.instrument].name}, {MeasurePoint(row.point).label.lower()}"


def _follows(row: Row) -> Iterator[str]:
    yield "It stays on the timeline, crossed out, with your name and reason."
    if isinstance(row, Contact):
        yield "Figures and the date of the first contact go on without it. A task that it made stays."
        yield ABOUT_ANOTHER
        yield "If its code went into the GP record, ask the practice to take it out."
    elif isinstance(row, ContactAttempt):
        yield "It no longer counts as a try, and what comes next is worked out without it."
    elif isinstance(row, CaseNote):
        yield "My day no longer shows it as the last note."
        yield ABOUT_ANOTHER
    else:
        yield "The chart, what changed and every report go on without it."
        yield "A safety path that it opened stays open until somebody ends it."
