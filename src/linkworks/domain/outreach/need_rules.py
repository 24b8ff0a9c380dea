"""What may become of a need, and by when: rules over plain facts. What counts comes after the match."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol, TypeVar

from linkworks.domain.outreach.choices import NeedState

S = NeedState
UNDER_WAY = (S.ACCEPTED, S.SCHEDULED, S.ON_THE_WAY)
EARLY = (S.RAISED, S.OFFERED, *UNDER_WAY)
OPEN = (*EARLY, S.DELIVERED)
ENDED = (S.CONFIRMED, S.UNCONFIRMED, S.CANCELLED, S.NOT_NEEDED, S.HANDED_ON)
GIVEN_UP = (S.CANCELLED, S.NOT_NEEDED, S.HANDED_ON)
GOES_ON = (S.REFUSED, S.FAILED)  # written as a step; then somebody else is asked
WITH_WORDS = (*GIVEN_UP, S.UNCONFIRMED)

ALLOWED: dict[NeedState, frozenset[NeedState]] = {
    S.RAISED: frozenset({S.OFFERED, *UNDER_WAY, S.DELIVERED, *GIVEN_UP}),
    S.OFFERED: frozenset({S.OFFERED, S.RAISED, *UNDER_WAY, S.DELIVERED, S.REFUSED, *GIVEN_UP}),
    **{
        state: frozenset({S.OFFERED, S.RAISED, S.SCHEDULED, S.ON_THE_WAY, S.DELIVERED, *GOES_ON, *GIVEN_UP})
        for state in UNDER_WAY
    },
    S.DELIVERED: frozenset({S.CONFIRMED, S.FAILED, S.UNCONFIRMED}),
    S.REFUSED: frozenset({S.OFFERED, S.RAISED}),
    S.FAILED: frozenset({S.OFFERED, S.RAISED}),
    S.UNCONFIRMED: frozenset({S.CONFIRMED, S.FAILED}),
    S.CONFIRMED: frozenset(),
    **{state: frozenset() for state in GIVEN_UP},
    S.HANDED_ON: frozenset({S.RAISED}),
}
"""CONFIRMED is reached from what was brought and from nowhere else: it is for the person to say. What was handed on
comes back where that came to nothing."""

ON_OTHER_PAGES = frozenset({S.RAISED, S.OFFERED, S.HANDED_ON})  # not a step that somebody writes down by itself

BY_PROVIDER = frozenset({*UNDER_WAY, S.DELIVERED, S.REFUSED})
ASK_WITHIN = timedelta(days=2)


@dataclass(frozen=True)
class Clock:
    """How long an offer may stay unanswered, and by when the person is to have what they need."""

    answer: timedelta
    deliver: timedelta


def due(
    state: NeedState, now: datetime, clock: Clock, *, deliver_by: datetime, scheduled_for: datetime | None
) -> datetime | None:
    """When the next step is due; None once nothing more is."""
    if state in ENDED:
        return None
    if state == S.DELIVERED:
        return now + ASK_WITHIN
    if state == S.SCHEDULED and scheduled_for is not None:
        return scheduled_for + clock.answer
    return deliver_by if state in UNDER_WAY else now + clock.answer


@dataclass(frozen=True)
class Asked:
    """What a route is chosen by. `weekday` is ISO's, on the campaign's clock."""

    urgency: str
    area: str
    weekday: int
    at: time


class Route(Protocol):
    urgency: str
    area: str
    days: list[int]
    begins: time | None
    ends: time | None


AnyRoute = TypeVar("AnyRoute", bound=Route)


def fitting(routes: Iterable[AnyRoute], asked: Asked) -> list[AnyRoute]:
    """Those that serve what is asked, the closest first: their area, then their urgency, then their hours."""
    return sorted((route for route in routes if all(_fits(route, asked))), key=_closeness, reverse=True)


def _fits(route: Route, asked: Asked) -> Iterator[bool]:
    yield route.urgency in ("", asked.urgency)
    yield route.area in ("", asked.area)
    yield not route.days or asked.weekday in route.days
    yield route.begins is None or route.ends is None or route.begins <= asked.at < route.ends


def _closeness(route: Route) -> tuple[bool, bool, bool, bool]:
    return bool(route.area), bool(route.urgency), bool(route.days), route.begins is not None
