"""The page on which a worker looks for what could help one person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.matching.options import Found
from linkworks.domain.onward.presenters.about import AboutCase, find_url, known_banner, options_url
from linkworks.domain.onward.presenters.circumstances import Circumstances
from linkworks.domain.onward.presenters.found_option import Finding, FoundOption, RefusedService
from linkworks.domain.onward.selectors.looking import Looked, nearest_refused
from linkworks.domain.onward.selectors.story import Piece
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Link

IN_FULL, IN_BRIEF, NOT_FOR_THEM = 7, 13, 20
CLOSED = "This case is closed. Reopen it to look for more."
HAS_DIED = "{name} has died. Nothing more is looked for."
NO_DISTANCE = "There is no postcode on the record that we can place, so nothing is said of how far."


@dataclass(frozen=True)
class PieceChip:
    """A piece of the story, read or left out."""

    id: UUID
    kind: str
    words: str
    is_read: bool


@dataclass(frozen=True)
class FindPage(AboutCase):
    """`over` says why nothing is looked for any more; blank while something may be."""

    known_as: str
    url: str
    over: str
    is_known: bool
    lead: str
    notes: tuple[str, ...]
    pieces: tuple[PieceChip, ...]
    circumstances: Circumstances
    options: tuple[FoundOption, ...]
    more: tuple[FoundOption, ...]
    refused: tuple[RefusedService, ...]
    change_url: str
    add_need: Link
    sheet: Link | None

    @classmethod
    def of(cls, finding: Finding, services: Mapping[UUID, Service], panels_of: Callable[[Service], Any]) -> "FindPage":
        case, looked = finding.case, finding.looked
        known_as = case.person.known_as
        options = _options(finding, services, panels_of)
        return cls(
            title=f"Find options for {known_as}",
            banner=known_banner(case, looked.known),
            back=Link(f"Options for {known_as}", options_url(case.pk)),
            known_as=known_as,
            url=find_url(case.pk),
            is_known=looked.found is not None,
            over=_over(finding),
            lead=_lead(finding, options),
            notes=_notes(looked),
            pieces=tuple(_chip(piece, looked) for piece in looked.pieces),
            circumstances=Circumstances.of(looked, known_as),
            options=options[:IN_FULL],
            more=options[IN_FULL:],
            refused=_refused(finding, services),
            change_url=reverse("onward:find_change", args=[case.pk]),
            add_need=Link("Write down a need", reverse("casework:needs", args=[case.pk])),
            sheet=_sheet(finding),
        )


def named_services(found: Found | None) -> list[UUID]:
    """Those that the page shows."""
    if found is None:
        return []
    options = [option.service for option in found.options[: IN_FULL + IN_BRIEF]]
    refused = [one.service for one in nearest_refused(found, NOT_FOR_THEM)]
    return [UUID(service.id) for service in (*options, *refused)]


def _options(
    finding: Finding, services: Mapping[UUID, Service], panels_of: Callable[[Service], Any]
) -> tuple[FoundOption, ...]:
    best = finding.looked.found.options[: IN_FULL + IN_BRIEF] if finding.looked.found else ()
    here = [(option, services[UUID(option.service.id)]) for option in best if UUID(option.service.id) in services]
    return tuple(
        FoundOption.of(finding, option, service, number, panels_of(service) if number <= IN_FULL else ())
        for number, (option, service) in enumerate(here, start=1)
    )


def _refused(finding: Finding, services: Mapping[UUID, Service]) -> tuple[RefusedService, ...]:
    refused = nearest_refused(finding.looked.found, NOT_FOR_THEM) if finding.looked.found else []
    here = [(one, UUID(one.service.id)) for one in refused if UUID(one.service.id) in services]
    return tuple(RefusedService.of(finding, one, services[id_]) for one, id_ in here)


def _over(finding: Finding) -> str:
    case = finding.case
    if case.person.died_on is not None:
        return HAS_DIED.format(name=case.person.known_as)
    return CLOSED if case.status == CaseStatus.CLOSED else ""


def _lead(finding: Finding, options: tuple[FoundOption, ...]) -> str:
    if finding.looked.found is None:
        return ""
    if not options:
        return "Nothing in the directory fits what is said here."
    number = min(IN_FULL, len(options))
    return f"{'This fits' if number == 1 else f'These {number} fit'} best, from what is said here."


def _notes(looked: Looked) -> tuple[str, ...]:
    if looked.found is None:
        return ()
    return (*looked.found.notes, *(() if looked.near else (NO_DISTANCE,)))


def _chip(piece: Piece, looked: Looked) -> PieceChip:
    return PieceChip(piece.id, piece.kind, piece.words, piece.id not in looked.telling.left_out)


def _sheet(finding: Finding) -> Link | None:
    if not finding.offered:
        return None
    text = f"{words.count(len(finding.offered), 'option')} so far: make a sheet to keep"
    return Link(text, reverse("onward:sheet_new", args=[finding.case.pk]))
