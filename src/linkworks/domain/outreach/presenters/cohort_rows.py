"""Rows of a list beside whoever they may be."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.outreach.choices import CohortState, RowDecision, Section
from linkworks.domain.outreach.lists.entries import Entry, under_headings
from linkworks.domain.outreach.lists.staged import told_apart, unpack_entry
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead
from linkworks.domain.outreach.presenters.cohort import LISTS
from linkworks.domain.outreach.selectors.cohort_review import Alike
from linkworks.domain.people.models import Person
from linkworks.domain.people.presenters.comparing import Told, compare_told
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import ComparedRow, Link, Tag
from linkworks.foundation.design.stretches import Stretch

DECIDED = {
    "": Tag("To decide", "yellow"),
    RowDecision.SAME: Tag("Known", "green"),
    RowDecision.NEW: Tag("New", "blue"),
    RowDecision.REPEAT: Tag("Counts once", "grey"),
    RowDecision.LEAVE_OUT: Tag("Left out", "white"),
    RowDecision.KEEP: Tag("Stays", "green"),
}
TOGETHER = {
    RowDecision.SAME: "They are who we think",
    RowDecision.NEW: "They are all new",
    RowDecision.REPEAT: "They are the same people twice",
    RowDecision.KEEP: "Go on ringing all of them",
}


@dataclass(frozen=True)
class RowsPage:
    title: str
    head: CampaignHead
    back: Link
    rows: tuple[tuple[Any, ...], ...]
    shown: Stretch[CohortRow]
    one_by_one: str
    together: tuple[tuple[str, str], ...]
    may_leave_out: bool

    HEADS = ("Row", "Name", "Born", "Who it may be", "What to check", "Decided")

    @classmethod
    def of(
        cls,
        actor: Actor,
        batch: CohortImport,
        title: str,
        shown: Stretch[CohortRow],
        who: Mapping[UUID, Person | CohortRow],
        *,
        one_by_one: str = "",
        together: Iterable[RowDecision] = (),
    ) -> "RowsPage":
        may_decide = batch.state == CohortState.REVIEW
        return cls(
            title=title,
            head=CampaignHead.of(actor, batch.campaign, LISTS),
            back=Link(batch.file_name, reverse("outreach:list", args=[batch.pk])),
            rows=tuple(_row(one, who) for one in shown.rows),
            shown=shown,
            one_by_one=one_by_one if may_decide else "",
            together=tuple((one, said) for one, said in TOGETHER.items() if one in together) if may_decide else (),
            may_leave_out=may_decide and RowDecision.LEAVE_OUT in together,
        )


def _row(row: CohortRow, who: Mapping[UUID, Person | CohortRow]) -> tuple[Any, ...]:
    entry = unpack_entry(row.entry)
    place = "Look" if row.section == Section.GONE else f"{row.number:,}"
    return (
        Link(place, reverse("outreach:list_row", args=[row.pk]), hidden=f"{_name(entry)}"),
        _name(entry),
        words.full_date(entry.date_of_birth) if entry.date_of_birth else "",
        list(_may_be(row, who)),
        [f"{heading}: {sentence}" for heading, sentence in row.problems],
        DECIDED[row.decision],
    )


def _may_be(row: CohortRow, who: Mapping[UUID, Person | CohortRow]) -> Iterator[str]:
    for one in row.candidates:
        found = who.get(UUID(one.get("person") or one["row"]))
        if found is not None:
            yield f"{called(found)}: {one['agreement']}"


def called(who: Person | CohortRow) -> str:
    return who.full_name if isinstance(who, Person) else f"row {who.number:,}, {_name(unpack_entry(who.entry))}"


def place_of(row: CohortRow) -> str:
    """Who is gone from the list stands on no row of it."""
    return _name(unpack_entry(row.entry)) if row.section == Section.GONE else f"Row {row.number:,}"


def _title(row: CohortRow) -> str:
    return place_of(row) if row.section == Section.GONE else f"{place_of(row)}: {_name(unpack_entry(row.entry))}"


def _name(entry: Entry) -> str:
    return f"{entry.given_name} {entry.family_name}".strip() or "No name"


@dataclass(frozen=True)
class Candidate:
    """Somebody it may be; `key` is pressed for them, `value` is what the button says."""

    name: str
    heading: str
    agreement: str
    caution: str
    rows: tuple[ComparedRow, ...]
    right: str
    button: str
    value: str
    key: int


@dataclass(frozen=True)
class RowPage:
    title: str
    head: CampaignHead
    back: Link
    left: str
    record: Link | None
    section: Tag
    decided: Tag
    decided_by: str
    candidates: tuple[Candidate, ...]
    cells: tuple[tuple[str, str], ...]
    problems: tuple[str, ...]
    buttons: tuple[tuple[str, str, str], ...]
    may_leave_out: bool

    @classmethod
    def of(cls, actor: Actor, row: CohortRow, alike: Iterable[Alike], *, left: int) -> "RowPage":
        batch, may_decide = row.batch, row.batch.state == CohortState.REVIEW and row.committed_at is None
        section = Section(row.section)
        return cls(
            title=_title(row),
            head=CampaignHead.of(actor, batch.campaign, LISTS),
            back=Link(str(section.label), reverse("outreach:list_rows", args=[batch.pk, section])),
            left=f"{words.count(left, 'row')} of this kind to decide" if left else "",
            record=_record(row, section),
            section=Tag(str(section.label)),
            decided=DECIDED[row.decision],
            decided_by=f"by {row.decided_by.name}" if row.decided_by else "",
            candidates=tuple(_candidates(row, alike, may_decide=may_decide)),
            cells=tuple(_cells(row)),
            problems=tuple(f"{heading}: {sentence}" for heading, sentence in row.problems),
            buttons=tuple(_buttons(section)) if may_decide else (),
            may_leave_out=may_decide,
        )

    @property
    def offered(self) -> tuple[str, ...]:
        """The values of all buttons."""
        named = [one.value for one in self.candidates if one.value]
        return (*named, *(value for value, _, _ in self.buttons), RowDecision.LEAVE_OUT)


def _record(row: CohortRow, section: Section) -> Link | None:
    """Where it stands who asked that they are not rung, and where that is taken back."""
    if section != Section.DO_NOT_CALL or row.person_id is None:
        return None
    return Link("Their record says whether they asked not to be rung", reverse("people:person", args=[row.person_id]))


def _candidates(row: CohortRow, alike: Iterable[Alike], *, may_decide: bool) -> Iterator[Candidate]:
    entry = unpack_entry(row.entry)
    told = Told.of(entry, (one.e164 for one in entry.telephones))
    for key, one in enumerate(alike, 1):
        is_person = isinstance(one.who, Person)
        decision = RowDecision.SAME if is_person else RowDecision.REPEAT
        yield Candidate(
            name=called(one.who),
            heading=words.start_large(called(one.who)),
            agreement=one.agreement,
            caution=one.caution,
            rows=compare_told(told, _told(one), one.pair),
            right="On record" if is_person else "In the other row",
            button="This is the person" if is_person else "It is the person of that row",
            value=f"{decision}:{one.who.pk}" if may_decide else "",
            key=key,
        )


def _told(one: Alike) -> Told:
    if isinstance(one.who, Person):
        return Told.of(one.who, one.telephones)
    entry = unpack_entry(one.who.entry)
    return Told.of(entry, (phone.e164 for phone in entry.telephones))


def _cells(row: CohortRow) -> Iterator[tuple[str, str]]:
    """As they came, but for the blank ones."""
    cells = under_headings(told_apart(row.batch.headings), row.came)
    return ((heading, cell) for heading, cell in cells if cell)


def _buttons(section: Section) -> Iterator[tuple[str, str, str]]:
    """Value, words and key of what can be said without naming anybody."""
    if section == Section.GONE:
        yield RowDecision.KEEP, "Go on ringing", "k"
    elif section != Section.UNREADABLE:
        yield RowDecision.NEW, "Somebody new", "n"
