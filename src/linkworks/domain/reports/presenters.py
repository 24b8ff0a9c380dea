from dataclasses import dataclass

from linkworks.domain.reports.selectors import Figures
from linkworks.foundation.core.counting import Count
from linkworks.foundation.core.words import count, full_date
from linkworks.foundation.design.parts import Fact

LADDER_NOTE = (
    "Options put to people in this time, not people. Whoever received help got in touch and got through before. "
    "Read each line beside those wanted, and beside those of which nothing is told yet."
)


@dataclass(frozen=True)
class Counted:
    """One small table: what was counted, and the counts."""

    title: str
    head: str
    rows: tuple[tuple[str, str], ...]
    note: str = ""

    @property
    def heads(self) -> tuple[str, str]:
        return self.head, "#How many"


@dataclass(frozen=True)
class FiguresPage:
    title: str
    period: str
    facts: tuple[Fact, ...]
    waits: str
    tables: tuple[Counted, ...]

    @classmethod
    def of(cls, figures: Figures) -> "FiguresPage":
        return cls(
            title="The team in figures",
            period=f"Referrals received from {full_date(figures.since)} to {full_date(figures.until)}",
            facts=(
                Fact(figures.received, "referrals received"),
                Fact(figures.open_now, "cases open now"),
                Fact(figures.contacts, "conversations held"),
            ),
            waits=_waits(figures),
            tables=(
                _table("When they came", "Month", figures.by_month),
                _table("Where they came from", "Source", figures.by_source),
                _table("Why", "Reason", figures.by_reason, "A referral with two reasons counts under both."),
                _table("What became of them", "Status", figures.by_status),
                _table("How far options took people", "Options", figures.options, LADDER_NOTE),
                _table("Why support ended", "Reason", figures.endings, "Closed cases only."),
                _table("How it went", "At closing", figures.went, "As recorded by the link worker with the person."),
            ),
        )


def _waits(figures: Figures) -> str:
    still = count(figures.not_yet_contacted, "person has", "people have")
    if figures.median_wait is None:
        return f"Nobody has been reached yet; {still} not been reached."
    return (
        f"Half were reached within {figures.median_wait:g} working days of the referral. {still} not been reached yet,"
        " and their wait is not in that figure."
    )


def _table(title: str, head: str, counts: list[Count], note: str = "") -> Counted:
    return Counted(title, head, tuple((one.label, one.shown) for one in counts), note)
