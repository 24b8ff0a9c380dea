"""One option that was found: why, what to check first, how far, when, how to get in, how fresh."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.freshness import is_stale
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.presenters.service import ServiceCard
from linkworks.domain.onward.check_first import district_of
from linkworks.domain.onward.matching.facts import CLIENT
from linkworks.domain.onward.matching.options import NotOffered, Option
from linkworks.domain.onward.presenters.about import option_url
from linkworks.domain.onward.presenters.options import what_to_check
from linkworks.domain.onward.selectors.looking import Looked
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Link, SummaryRow

KILOMETRES_A_MILE = 1.609344
NEXT_DOOR = 0.1
LONGEST = 180
LEFT_OUT = frozenset({"Area"})
STALE = "What we know of it is old: ask whether it still runs."
TOLD = "Somebody told us that its entry may have changed."
TO_OFFER = "?found=1"


@dataclass(frozen=True)
class Finding:
    """For whom options are found, and what the page knows besides: what was offered before, by service, and
    about which services a change was told that nobody has settled."""

    case: Case
    looked: Looked
    offered: Mapping[UUID, UUID]
    told: Set[UUID]


@dataclass(frozen=True)
class FoundOption:
    """`offered` leads to the option that it already is. Otherwise it can be put to the person: `offer` asks what they
    say, `put_url` takes it as it is.
    """

    number: int
    anchor: str
    card: ServiceCard
    is_stale: bool
    why: str
    check_first: tuple[str, ...]
    offered: Link | None
    offer: Link
    put_url: str
    panels: tuple[Any, ...]

    @classmethod
    def of(cls, finding: Finding, option: Option, service: Service, number: int, panels: Any = ()) -> "FoundOption":
        case = finding.case
        return cls(
            number=number,
            anchor=anchor(service),
            card=_card(finding, option, service),
            is_stale=is_stale(service.assured_on),
            why=option.why,
            check_first=tuple(_check_first(finding, option, service)),
            offered=_offered(finding, service),
            offer=_offer_link(case, service, f"Put to {case.person.known_as}"),
            put_url=reverse("onward:find_put", args=[case.pk, service.pk]),
            panels=tuple(panels),
        )


@dataclass(frozen=True)
class RefusedService:
    """Not for this person. `offer` is there where every rule against it may be put aside with a reason."""

    name: str
    href: str
    because: str
    offer: Link | None

    @classmethod
    def of(cls, finding: Finding, refused: NotOffered, service: Service) -> "RefusedService":
        may_be = all(refusal.may_be_overridden for refusal in refused.refusals)
        is_new = service.pk not in finding.offered
        return cls(
            name=service.name,
            href=reverse("directory:service", args=[service.pk]),
            because=f"{words.start_large(refused.because)}.",
            offer=_offer_link(finding.case, service, "Put it to them all the same") if may_be and is_new else None,
        )


def anchor(service: Service) -> str:
    return f"service-{service.pk}"


def _card(finding: Finding, option: Option, service: Service) -> ServiceCard:
    card = ServiceCard.of(service, near=district_of(finding.case.person))
    rows = [row for row in card.rows if row.key not in LEFT_OUT]
    return replace(card, says=shorten(card.says, LONGEST, placeholder="…"), rows=(*_far(finding, option), *rows))


def _far(finding: Finding, option: Option) -> Iterator[SummaryRow]:
    if option.kilometres is None or finding.looked.near is None:
        return
    miles = option.kilometres / KILOMETRES_A_MILE
    about = "About " if finding.looked.near.is_about else ""
    told = "Very near" if miles < NEXT_DOOR else f"{about}{miles:.1f} miles"
    yield SummaryRow("How far", f"{told} from where {finding.case.person.known_as} lives")


def _check_first(finding: Finding, option: Option, service: Service) -> Iterator[str]:
    known_as = finding.case.person.known_as
    if option.person.who != CLIENT:
        yield f"It would be for the {option.person.who}, not for {known_as}."
    yield from what_to_check(finding.case, finding.looked.known, service, finding.looked.telling.confirmed)
    if is_stale(service.assured_on):
        yield STALE
    if service.pk in finding.told:
        yield TOLD


def _offered(finding: Finding, service: Service) -> Link | None:
    if service.pk not in finding.offered:
        return None
    address = option_url(finding.case.pk, finding.offered[service.pk])
    return Link("Among the options already", address, f": {service.name}")


def _offer_link(case: Case, service: Service, text: str) -> Link:
    return Link(text, reverse("onward:offer", args=[case.pk, service.pk]) + TO_OFFER, f": {service.name}")
