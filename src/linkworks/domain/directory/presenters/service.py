"""A service in words: for whom, when, where, what it costs, how to get in, and how fresh that is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from linkworks.domain.directory.choices import DELIVERY_WORDS, ROUTE_WORDS, AgeOf, ForGender, LiveState
from linkworks.domain.directory.entry_words import limit_in_words, place_in_words, telephone_in_words
from linkworks.domain.directory.freshness import is_stale
from linkworks.domain.directory.models import Location, Service
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Colour, Link, SummaryRow, Tag

STATE_COLOURS: dict[LiveState, Colour] = {
    LiveState.OPEN: "green",
    LiveState.WAITING_LIST: "yellow",
    LiveState.FULL: "orange",
    LiveState.CLOSED_FOR_NOW: "red",
}
SAID_TO_BE_OPEN = Tag("Said to be open", "grey")  # nobody has assured us of it
NEVER_ASSURED = "Never assured: check with them before anybody relies on it"
IS_OLD = ": it may have changed since"
WITHHELD: dict[bool | None, str] = {True: "the number is withheld", False: "their number shows"}


@dataclass(frozen=True)
class ServiceCard:
    """One service as lists show it. Rows of which nothing is known are left out."""

    name: str
    href: str
    organisation: str
    """Blank when the service is called like its organisation."""
    says: str
    state: Tag
    rows: tuple[SummaryRow, ...]
    freshness: str
    is_stale: bool

    @classmethod
    def of(cls, service: Service, *, near: str = "", for_public: bool = False) -> "ServiceCard":
        organisation = service.organization.name
        return cls(
            name=service.name,
            href=reverse("directory:service", args=[service.pk]),
            organisation="" if organisation == service.name else organisation,
            says=service.description,
            state=state_tag(service),
            rows=tuple(_known(_rows(service, near))),
            freshness=freshness(service, for_public=for_public),
            is_stale=is_stale(service.assured_on),
        )


def state_tag(service: Service) -> Tag:
    state = LiveState(service.live_state)
    if state == LiveState.OPEN and service.assured_on is None:
        return SAID_TO_BE_OPEN
    wait = f", about {words.count(service.waiting_weeks, 'week')}" if service.waiting_weeks else ""
    return Tag(f"{state.label}{wait}", STATE_COLOURS[state])


def freshness(service: Service, *, for_public: bool = False) -> str:
    """Who assured it may be somebody's name, which is not for the public."""
    if service.assured_on is None:
        return NEVER_ASSURED
    by = f" by {service.assured_by}" if service.assured_by and not for_public else ""
    old = IS_OLD if is_stale(service.assured_on) else ""
    return f"Last assured {words.ago(service.assured_on)}{by}{old}"


def where(service: Service, near: str = "") -> list[str]:
    """Its places, those in the postcode district `near` first."""
    locations = [place.location for place in service.places.all()]
    return [_place(location, near) for location in sorted(locations, key=lambda one: one.district != near)]


def detail_rows(service: Service) -> tuple[SummaryRow, ...]:
    """What only the page of the service says besides."""
    more = [
        *_whom_rows(service),
        *_experience_rows(service),
        SummaryRow("Languages", words.listed(service.languages)),
        SummaryRow("Access", words.listed(service.access_features)),
        SummaryRow("Also known as", words.listed(service.aliases)),
        SummaryRow("Formerly", words.listed(service.former_names)),
        SummaryRow("Kinds", words.listed(service.categories)),
        SummaryRow("Information from", attribution(service)),
    ]
    return tuple(_known(more))


def attribution(service: Service) -> list[str]:
    """Whose words these are and on what terms we pass them on, where that is known."""
    source = service.source
    return [told for told in (source.publisher, source.licence) if told] if source else []


def _whom_rows(service: Service) -> list[SummaryRow]:
    return [
        SummaryRow("Ages", _ages(service)),
        SummaryRow("For", "" if service.gender == ForGender.ANY else ForGender(service.gender).label),
        SummaryRow("Only for", _conditions(service.conditions_needed)),
        SummaryRow("Not for", _conditions(service.conditions_ruled_out)),
        SummaryRow("At most", limit_in_words(service)),
    ]


def _experience_rows(service: Service) -> list[SummaryRow]:
    """What the person will experience."""
    return [
        SummaryRow("First reply", service.first_reply),
        SummaryRow("When they ring", WITHHELD.get(service.number_withheld, "")),
        SummaryRow("What to bring", words.listed(service.bring)),
    ]


def _ages(service: Service) -> str:
    low, high = service.minimum_age, service.maximum_age
    if low is None and high is None:
        return ""
    told = f"up to {high}" if low is None else f"{low} and over" if high is None else f"{low} to {high}"
    return f"{told}: the person or their child" if service.age_of == AgeOf.CLIENT_OR_CHILD else told


def _conditions(names: list[str]) -> str:
    return words.listed((name.replace("_", " ") for name in names), last="or")


def reach_rows(service: Service) -> tuple[SummaryRow, ...]:
    return tuple(
        _known(
            [
                SummaryRow("Telephone", _telephone(service.telephone) if service.telephone else None),
                SummaryRow("Email", Link(service.email, f"mailto:{service.email}") if service.email else None),
                SummaryRow("Website", Link(service.website, service.website) if service.website else None),
            ]
        )
    )


def _telephone(number: str) -> Link:
    return Link(telephone_in_words(number), f"tel:{number.replace(' ', '')}")


def words_of(column: str, value: Any) -> str:
    """The value of a column in words; lists as one sentence."""
    if isinstance(value, list):
        return words.listed(_told(value, ROUTE_WORDS if column == "referral_routes" else {}))
    return str(value)


def _rows(service: Service, near: str) -> list[SummaryRow]:
    return [
        SummaryRow("Who it is for", service.eligibility),
        SummaryRow("Area", words.listed([*service.areas, *service.postcode_districts])),
        SummaryRow("When", service.times),
        SummaryRow("Where", where(service, near)),
        SummaryRow("How", words.listed(_told(service.delivery, DELIVERY_WORDS), last="or")),
        SummaryRow("Cost", service.cost),
        SummaryRow("How to get in", words.listed(_told(service.referral_routes, ROUTE_WORDS), last="or")),
    ]


def _place(location: Location, near: str) -> str:
    told = place_in_words(location)
    is_theirs = near and location.district == near and not location.is_confidential
    return f"{told}: their own postcode district" if is_theirs else told


def _told(given: Iterable[str], meanings: Mapping[str, str]) -> list[str]:
    return [meanings.get(word, word) for word in given]


def _known(rows: Iterable[SummaryRow]) -> list[SummaryRow]:
    return [row for row in rows if row.value]
