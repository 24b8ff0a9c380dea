"""The lists of a campaign, and one of them on its way in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from linkworks.domain.outreach.choices import CohortState, Difference, Section
from linkworks.domain.outreach.lists.columns import Guess
from linkworks.domain.outreach.models import Campaign, CohortImport
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead, add_tab
from linkworks.domain.outreach.presenters.cohort_plan import tell_plan
from linkworks.domain.outreach.selectors.cohort_counts import Tally
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import Link, SummaryRow, Tag, When

LISTS = "outreach:lists"
STATES = {
    CohortState.COLUMNS: Tag("Check its columns", "yellow"),
    CohortState.STOPPED: Tag("Stopped", "red"),
    CohortState.MATCHING: Tag("Being compared", "blue"),
    CohortState.REVIEW: Tag("To look through", "yellow"),
    CohortState.COMMITTING: Tag("Being added", "blue"),
    CohortState.COMMITTED: Tag("Added", "green"),
    CohortState.UNDOING: Tag("Being taken back", "blue"),
    CohortState.UNDONE: Tag("Taken back", "white"),
    CohortState.DROPPED: Tag("Dropped", "white"),
}
WAITS = {
    CohortState.MATCHING: "The rows are being compared with the people we know. A long list takes a minute or two.",
    CohortState.COMMITTING: "The people are being added to the campaign. If this is cut off, it goes on by itself.",
    CohortState.UNDOING: "What this list added is being taken back.",
}
add_tab("List", LISTS, order=20)


@dataclass(frozen=True)
class ListsPage:
    title: str
    head: CampaignHead
    new_url: str
    rows: tuple[tuple[Any, ...], ...]
    paging: Paging

    HEADS = ("List", "Sent by", "#Rows", "Where it stands", "Came", "Deleted by")

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, imports: Iterable[CohortImport], paging: Paging) -> "ListsPage":
        return cls(
            title="List",
            head=CampaignHead.of(actor, campaign, LISTS),
            new_url=reverse("outreach:list_new", args=[campaign.pk]),
            rows=tuple(_line(one) for one in imports),
            paging=paging,
        )


def _line(batch: CohortImport) -> tuple[Any, ...]:
    return (
        Link(batch.file_name, reverse("outreach:list", args=[batch.pk])),
        batch.sender,
        f"{batch.size:,}",
        STATES[CohortState(batch.state)],
        When(batch.created_at),
        When(batch.delete_by),
    )


@dataclass(frozen=True)
class SectionLine:
    """`waiting` are rows of which somebody must say who they are."""

    link: Link
    number: str
    waiting: str


@dataclass(frozen=True)
class ListPage:
    title: str
    head: CampaignHead
    back: Link
    state: Tag
    about: tuple[SummaryRow, ...]
    stopped: tuple[str, str]
    waits: str
    difference: str
    sections: tuple[SectionLine, ...]
    problems: Link | None
    plan: tuple[str, ...]
    undecided: str
    next_deed: Link | None
    deeds: tuple[Link, ...]

    @classmethod
    def of(cls, actor: Actor, batch: CohortImport, tally: Tally, *, found_numbers: int) -> "ListPage":
        state = CohortState(batch.state)
        return cls(
            title=batch.file_name,
            head=CampaignHead.of(actor, batch.campaign, LISTS),
            back=Link("Lists of this campaign", reverse(LISTS, args=[batch.campaign_id])),
            state=STATES[state],
            about=tuple(_about(batch)),
            stopped=_stopped(batch, state),
            waits=WAITS.get(state, ""),
            difference=_difference(batch, tally.differences),
            sections=tuple(_section(batch, section, *numbers) for section, numbers in tally.sections.items()),
            problems=_problems(batch, tally.problems),
            plan=tuple(tell_plan(tally, found_numbers)) if state == CohortState.REVIEW else (),
            undecided=_undecided(tally.waiting) if state == CohortState.REVIEW else "",
            next_deed=_next_deed(batch, state, tally.sections),
            deeds=tuple(_deeds(batch, state)),
        )


def _about(batch: CohortImport) -> Iterator[SummaryRow]:
    yield SummaryRow("Sent by", batch.sender)
    yield SummaryRow("Made from", batch.source)
    yield SummaryRow("May be used for", batch.purpose)
    yield SummaryRow("Legal basis", batch.legal_basis)
    yield SummaryRow("Rows are deleted by", When(batch.delete_by))
    yield SummaryRow("Rows", f"{batch.size:,}")


def _stopped(batch: CohortImport, state: CohortState) -> tuple[str, str]:
    """What was stopped, and why; blank where nothing was."""
    what = "This list was stopped" if state == CohortState.STOPPED else "This list could not be taken back"
    return (what, batch.stopped_because) if batch.stopped_because else ("", "")


def _section(batch: CohortImport, section: Section, number: int, waiting: int) -> SectionLine:
    address = reverse("outreach:list_rows", args=[batch.pk, section])
    return SectionLine(Link(str(section.label), address), f"{number:,}", f"{waiting:,}" if waiting else "")


def _problems(batch: CohortImport, number: int) -> Link | None:
    if not number:
        return None
    said = words.count(number, "row has a cell", "rows have cells")
    return Link(f"{said} to check", reverse("outreach:list_problems", args=[batch.pk]))


def _difference(batch: CohortImport, counted: Mapping[Difference, int]) -> str:
    if not batch.previous:
        return ""
    told = [f"{counted[kind]:,} {kind.label.lower()}" for kind in Difference if counted.get(kind)]
    return f"Compared with the list of {words.full_date(batch.previous.created_at)}: {words.listed(told)}."


def _undecided(waiting: int) -> str:
    if not waiting:
        return "Every row is decided."
    return f"{words.count(waiting, 'row waits', 'rows wait')} for somebody to say who it is."


def _next_deed(batch: CohortImport, state: CohortState, sections: Mapping[Section, tuple[int, int]]) -> Link | None:
    """What leads on, on the way in."""
    if state in (CohortState.COLUMNS, CohortState.STOPPED):
        return _deed("Check its columns", "columns", batch)
    if state != CohortState.REVIEW:
        return None
    for section, (_, waiting) in sections.items():
        if waiting:
            return Link("Decide who they are", reverse("outreach:list_next", args=[batch.pk, section]))
    return _deed("Add them to the campaign", "commit", batch)


def _deeds(batch: CohortImport, state: CohortState) -> Iterator[Link]:
    """What else can be done now."""
    if state == CohortState.COMMITTED and batch.erased_at is None:
        yield _deed("The sender’s sheet, with what became of each row", "sheet", batch)
        yield _deed("Take this list back", "undo", batch)
    if state in (CohortState.COLUMNS, CohortState.STOPPED, CohortState.REVIEW):
        yield _deed("Drop this list", "drop", batch)


def _deed(text: str, name: str, batch: CohortImport) -> Link:
    return Link(text, reverse(f"outreach:list_{name}", args=[batch.pk]))


@dataclass(frozen=True)
class ColumnsPage:
    title: str
    head: CampaignHead
    back: Link
    stopped: str
    unknown: str

    @classmethod
    def of(cls, actor: Actor, batch: CohortImport, guesses: list[Guess]) -> "ColumnsPage":
        unknown = [guess.heading for guess in guesses if guess.column is None]
        return cls(
            title="What is in each column?",
            head=CampaignHead.of(actor, batch.campaign, LISTS),
            back=Link(batch.file_name, reverse("outreach:list", args=[batch.pk])),
            stopped=batch.stopped_because,
            unknown=f"We could not tell what these are: {words.listed(unknown)}." if unknown else "",
        )


@dataclass(frozen=True)
class DeedPage:
    title: str
    head: CampaignHead
    back: Link
    lines: tuple[str, ...]

    @classmethod
    def of(cls, actor: Actor, batch: CohortImport, title: str, lines: Iterable[str]) -> "DeedPage":
        return cls(
            title=title,
            head=CampaignHead.of(actor, batch.campaign, LISTS),
            back=Link(batch.file_name, reverse("outreach:list", args=[batch.pk])),
            lines=tuple(lines),
        )
