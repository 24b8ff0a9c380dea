"""Finding services by words, place and facts."""

from dataclasses import dataclass
from itertools import compress
from math import hypot
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from linkworks.domain.directory.choices import KnownAs
from linkworks.domain.directory.models import KnownWord, Location, OpeningTime, Service, ServiceAtLocation
from linkworks.domain.directory.policies import may_search_directory
from linkworks.domain.directory.selectors.search.asked import Asked, Way, read_words
from linkworks.domain.directory.selectors.search.statement import find_statement
from linkworks.domain.directory.selectors.search.wanted import Near, Wanted
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.rows import read_rows

PER_PAGE = 25
# Wide columns that no list shows.
NOT_SHOWN = ("record", "changed_on", "search_names", "search_words")
OF_WHOM_NOT_SHOWN = ("record", "changed_on", "search_names", "description")
PLACE_SHOWN = (
    *("name", "address", "postcode", "district", "is_approximate", "is_confidential"),
    *("measured_latitude", "measured_longitude", "is_measured_about"),
)
PLACES = (
    ServiceAtLocation.objects.filter(location__gone_at=None)
    .select_related("location")
    .only("service", *(f"location__{name}" for name in PLACE_SHOWN))
)
MOST_CHOICES = 40


@dataclass(frozen=True)
class Hit:
    """A service and why it was found. `place` is its nearest, `miles` how far that is where it is within reach."""

    service: Service
    place: Location | None
    miles: float | None
    serves: bool
    is_run_by: bool
    ways: tuple[Way, ...]
    openings: tuple[OpeningTime, ...]

    @property
    def is_about(self) -> bool:
        return self.place is not None and self.place.is_measured_about


@dataclass(frozen=True)
class Search:
    wanted: Wanted
    asked: Asked
    hits: tuple[Hit, ...]
    total: int
    """How many there are, of which `hits` are one page."""
    page: int


def search(actor: Actor, wanted: Wanted, *, page: int = 1, per_page: int = PER_PAGE) -> Search:
    """Best first; a page past the end is the first. At most six queries, however many are found."""
    require(may_search_directory, actor)
    asked = read_words(wanted.words)
    rows = _run(wanted, asked, (page - 1) * per_page, per_page)
    if not rows and page > 1:
        page = 1
        rows = _run(wanted, asked, 0, per_page)
    services = _services([row[0] for row in rows])
    openings = _openings(wanted, list(services))
    ways = [way for group in asked.groups for way in group.ways]
    hits = tuple(
        Hit(
            service=services[id_],
            place=_nearest(services[id_], wanted.near),
            miles=miles,
            serves=serves,
            is_run_by=is_run_by,
            ways=tuple(compress(ways, answers)),
            openings=tuple(openings.get(id_, ())),
        )
        for id_, miles, serves, is_run_by, answers, _ in rows
    )
    return Search(wanted, asked, hits, rows[0][-1] if rows else 0, page)


def list_choices(actor: Actor) -> dict[KnownAs, list[str]]:
    """The languages and access features that entries tell of, by the alphabet."""
    require(may_search_directory, actor)
    known = KnownWord.objects.exclude(known_as=KnownAs.WORD).order_by("-services")
    choices: dict[KnownAs, list[str]] = {KnownAs.LANGUAGE: [], KnownAs.ACCESS: []}
    for known_as, word in known.values_list("known_as", "word"):
        choices[KnownAs(known_as)].append(word)
    return {known_as: sorted(words[:MOST_CHOICES]) for known_as, words in choices.items()}


def _run(wanted: Wanted, asked: Asked, first: int, count: int) -> list[tuple[Any, ...]]:
    statement = find_statement(wanted, asked, first, count)
    return read_rows(statement.text, statement.parameters)


def _services(ids: list[UUID]) -> dict[UUID, Service]:
    shown: QuerySet[Service] = Service.objects.select_related("organization")
    shown = shown.defer(*NOT_SHOWN, *(f"organization__{name}" for name in OF_WHOM_NOT_SHOWN))
    return shown.prefetch_related(Prefetch("places", PLACES)).in_bulk(ids)


def _nearest(service: Service, near: Near | None) -> Location | None:
    """One that cannot be measured comes last; a confidential one only when there is no other."""
    places = [place.location for place in service.places.all()]
    return min(places, key=lambda place: _distance(place, near), default=None)


def _distance(place: Location, near: Near | None) -> tuple[bool, bool, float]:
    latitude, longitude = place.measured_latitude, place.measured_longitude
    if near is None or latitude is None or longitude is None:
        return place.is_confidential, latitude is None, 0.0
    return place.is_confidential, False, hypot(*near.miles_to(latitude, longitude))


def _openings(wanted: Wanted, ids: list[UUID]) -> dict[UUID, list[OpeningTime]]:
    """On the day that was asked for."""
    found: dict[UUID, list[OpeningTime]] = {}
    if wanted.weekday is not None and ids:
        asked = OpeningTime.objects.filter(service_id__in=ids, weekday=wanted.weekday).order_by("opens")
        for time in asked:
            found.setdefault(time.service_id, []).append(time)
    return found
