"""An options sheet as its worker sees it: how it stands, what it says, and how to hand it out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.directory.delicate import health_word
from linkworks.domain.onward.actions.hand_out import NOT_SAFE, link_address
from linkworks.domain.onward.choices import Choice, SheetState
from linkworks.domain.onward.models import OptionsSheet, SheetEntry
from linkworks.domain.onward.presenters.about import AboutCase, known_banner, options_url
from linkworks.domain.onward.selectors.sheets import list_sheets
from linkworks.domain.onward.sheet.entry_words import EntryWords, rows_of
from linkworks.domain.onward.sheet.plainness import hard_parts
from linkworks.domain.onward.sheet.text_message import safe_number, wording
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.phone import Phone
from linkworks.foundation.design.parts import Colour, Link, SummaryRow, Tag
from linkworks.foundation.design.qr import qr_address

STATE_COLOURS: dict[SheetState, Colour] = {
    SheetState.MADE: "white",
    SheetState.OUT: "blue",
    SheetState.OPENED: "green",
    SheetState.ENDED_UNREAD: "orange",
    SheetState.ENDED: "grey",
    SheetState.REVOKED: "grey",
    SheetState.SHUT: "red",
}


@dataclass(frozen=True)
class EntryCard:
    """`hard` are sentences above the grade: until they are mended the sheet cannot be handed out."""

    title: str
    rows: tuple[SummaryRow, ...]
    hard: tuple[str, ...]
    mend: Link
    notes: tuple[str, ...]
    answered: Tag | None


@dataclass(frozen=True)
class SheetLink:
    """The link that works now, and the text that would carry it; `no_text` says why none may be sent."""

    address: str
    code: str
    text: str
    text_to: str
    no_text: str


@dataclass(frozen=True)
class WorkerSheetPage(AboutCase):
    known_as: str
    state: Tag
    story: tuple[str, ...]
    entries: tuple[EntryCard, ...]
    is_plain: bool
    link: SheetLink | None
    is_closed: bool
    hand_out_url: str
    text_url: str
    take_back_url: str
    document_url: str

    @classmethod
    def of(
        cls, case: Case, known: BeforeContact, sheet: OptionsSheet, entries: Iterable[SheetEntry]
    ) -> "WorkerSheetPage":
        cards = tuple(_card(entry) for entry in entries)
        return cls(
            title=f"Options sheet for {case.person.known_as}",
            banner=known_banner(case, known),
            back=Link(f"Options for {case.person.known_as}", options_url(case.pk)),
            known_as=case.person.known_as,
            state=state_tag(sheet),
            story=tuple(_story(sheet)),
            entries=cards,
            is_plain=not any(card.hard for card in cards),
            link=_link(case, known, sheet),
            is_closed=case.status == CaseStatus.CLOSED,
            hand_out_url=sheet_url(sheet, "hand_out"),
            text_url=sheet_url(sheet, "text_sheet"),
            take_back_url=sheet_url(sheet, "take_back_sheet"),
            document_url=sheet_url(sheet, "sheet_document"),
        )


@dataclass(frozen=True)
class SheetLine:
    link: Link
    state: Tag


@dataclass(frozen=True)
class SheetsPanel:
    """On the page of a case's options: the sheets there are, and a new one."""

    known_as: str
    sheets: tuple[SheetLine, ...]
    new: Link | None


def sheets_panel(actor: Actor, case: Case) -> SheetsPanel:
    is_closed = case.status == CaseStatus.CLOSED
    return SheetsPanel(
        known_as=case.person.known_as,
        sheets=tuple(
            SheetLine(Link(f"Sheet of {words.full_date(sheet.made_at)}", sheet_url(sheet)), state_tag(sheet))
            for sheet in list_sheets(actor, case)
        ),
        new=None if is_closed else Link("Make a sheet to keep", reverse("onward:sheet_new", args=[case.pk])),
    )


def sheet_url(sheet: OptionsSheet, page: str = "sheet") -> str:
    return reverse(f"onward:{page}", args=[sheet.case_id, sheet.pk])


def state_tag(sheet: OptionsSheet) -> Tag:
    return Tag(sheet.state.label, STATE_COLOURS[sheet.state])


def _card(entry: SheetEntry) -> EntryCard:
    hard = hard_parts(EntryWords.of(entry).by_part)
    return EntryCard(
        title=entry.title,
        rows=tuple(SummaryRow(heading, text) for heading, text in rows_of(entry)),
        hard=tuple(f"“{sentence.text}” (grade {sentence.grade:.0f})" for part in hard.values() for sentence in part),
        mend=Link("Change the words", _entry_url(entry), f"about {entry.title}"),
        notes=tuple(_notes(entry)),
        answered=Tag(f"“{Choice(entry.option.choice).label}”") if entry.option.choice else None,
    )


def _notes(entry: SheetEntry) -> Iterator[str]:
    if entry.asked_for:
        yield "On the sheet because they asked for it."
    word = health_word("\n".join(EntryWords.of(entry).by_part.values()))
    if word:
        yield f"“{word}” says something about health. Leave it only if they do not mind that others read it."


def _entry_url(entry: SheetEntry) -> str:
    return reverse("onward:sheet_entry", args=[entry.case_id, entry.sheet_id, entry.pk])


def _story(sheet: OptionsSheet) -> Iterator[str]:
    """What has become of it, a sentence each."""
    yield f"Made {words.ago(sheet.made_at)} by {sheet.by.name if sheet.by else 'Linkworks'}."
    if sheet.handed_out_at and sheet.expires_at:
        yield f"Its link was made {words.ago(sheet.handed_out_at)}, to work until {words.full_date(sheet.expires_at)}."
    if sheet.texted_at:
        yield f"Sent by text message {words.ago(sheet.texted_at)}."
    if sheet.last_opened_at:
        yield f"Last opened {words.ago(sheet.last_opened_at)}."
    if sheet.wrong_years_at:
        tries = len(sheet.wrong_years_at)
        yield f"{words.count(tries, 'wrong year was', 'wrong years were')} tried on it."


def _link(case: Case, known: BeforeContact, sheet: OptionsSheet) -> SheetLink | None:
    address = link_address(sheet)
    if not address:
        return None
    number = safe_number(known)
    return SheetLink(
        address=address,
        code=qr_address(address),
        text=wording(address, case.team.telephone),
        text_to=Phone(number).national if number else "",
        no_text="" if number else NOT_SAFE.format(name=case.person.known_as),
    )
