"""What was found: a row for each service with its nearest place and why it is listed, and a map besides."""

from collections.abc import Callable, Set
from dataclasses import dataclass
from textwrap import shorten
from uuid import UUID

from linkworks.domain.directory.choices import Reach
from linkworks.domain.directory.entry_words import place_in_words
from linkworks.domain.directory.freshness import is_stale
from linkworks.domain.directory.presenters.place_map import District, PlaceMap, draw_map
from linkworks.domain.directory.presenters.reasons import reasons
from linkworks.domain.directory.presenters.service import freshness, state_tag
from linkworks.domain.directory.selectors.search import Hit, Search
from linkworks.foundation.core import words
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import SummaryRow, Tag

LONGEST = 220
SAID_OF_REACH = {Reach.EITHER: "{within} or {serving}", Reach.NEAR: "{within}", Reach.SERVES: "{serving}"}


@dataclass(frozen=True)
class Reader:
    """Who reads the list: where a service's page is for them, whether they are the public, and where they collect."""

    href: Callable[[UUID], str]
    is_public: bool
    collect: Callable[[UUID], str] | None = None


@dataclass(frozen=True)
class FoundRow:
    """`number` is its place in the list, and on the map."""

    number: int
    name: str
    href: str
    organisation: str
    state: Tag
    says: str
    why: tuple[str, ...]
    facts: tuple[SummaryRow, ...]
    freshness: str
    is_stale: bool
    is_told: bool
    """Somebody told us that it may have changed, and nobody has settled that."""
    collect: str
    """Where it is put in a collection; blank for those who keep none."""

    @classmethod
    def of(cls, hit: Hit, search: Search, number: int, reader: Reader, *, is_told: bool) -> "FoundRow":
        service = hit.service
        organisation = service.organization.name
        return cls(
            number=number,
            name=service.name,
            href=reader.href(service.pk),
            organisation="" if organisation == service.name else organisation,
            state=state_tag(service),
            says=shorten(service.description, LONGEST, placeholder="…"),
            why=reasons(hit, search.wanted),
            facts=tuple(row for row in _facts(hit) if row.value),
            freshness=freshness(service, for_public=reader.is_public),
            is_stale=is_stale(service.assured_on),
            is_told=is_told,
            collect=reader.collect(service.pk) if reader.collect else "",
        )


@dataclass(frozen=True)
class FoundList:
    summary: str
    notices: tuple[str, ...]
    rows: tuple[FoundRow, ...]
    paging: Paging
    map: PlaceMap | None

    @classmethod
    def of(
        cls,
        search: Search,
        paging: Paging,
        districts: list[District],
        reader: Reader,
        told: Set[UUID],
        notices: tuple[str, ...] = (),
    ) -> "FoundList":
        numbered = list(enumerate(search.hits, start=paging.first_row))
        return cls(
            summary=_summary(search),
            notices=(*notices, *_mended(search)),
            rows=tuple(
                FoundRow.of(hit, search, number, reader, is_told=hit.service.pk in told) for number, hit in numbered
            ),
            paging=paging,
            map=draw_map(search.wanted, numbered, districts),
        )


def _facts(hit: Hit) -> list[SummaryRow]:
    service = hit.service
    return [
        SummaryRow("Where", _where(hit)),
        SummaryRow("When", service.times),
        SummaryRow("Cost", service.cost),
        SummaryRow("Who it is for", service.eligibility),
    ]


def _where(hit: Hit) -> str:
    """The nearest place, and how many others there are."""
    if hit.place is None:
        return ""
    others = len(hit.service.places.all()) - 1
    more = f" (and {words.count(others, 'other place')})" if others else ""
    return f"{place_in_words(hit.place)}{more}"


def _summary(search: Search) -> str:
    told = words.count(search.total, "service")
    wanted = search.wanted
    if wanted.near is None:
        return told
    within = f"within {wanted.miles:g} {'mile' if wanted.miles == 1 else 'miles'} of {wanted.near.name}"
    serving = f"serving {words.listed([*wanted.near.districts, *wanted.near.councils])}"
    return f"{told} {SAID_OF_REACH[wanted.reach].format(within=within, serving=serving)}"


def _mended(search: Search) -> list[str]:
    words = " ".join(search.wanted.words.split())
    if words and not search.asked.groups:
        return [f"“{words}” says too little to look for, so these are listed whatever they say."]
    return [f"Nothing in the directory says “{way.asked}”. These say “{way.words}”." for way in search.asked.slips]
