"""How help comes to somebody who asked for it in a call, from the asking to their own word that it came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from linkworks.demonstration.chance import Chance
from linkworks.demonstration.stories import read
from linkworks.domain.outreach.choices import HeardFrom, NeedState, Urgency
from linkworks.foundation.core.clock import LONDON

S = NeedState
KINDS = {
    "food-parcel": (24.0, Urgency.TODAY),
    "shopping": (18, Urgency.TWO_DAYS),
    "medicines": (21, Urgency.TODAY),
    "hot-meal": (5, Urgency.TWO_DAYS),
    "regular-call": (13, Urgency.ROUTINE),
    "money-advice": (7, Urgency.ROUTINE),
    "fuel": (4, Urgency.IMMEDIATE),
    "surgery": (4, Urgency.TODAY),
    "get-online": (2, Urgency.ROUTINE),
    "talking": (2, Urgency.ROUTINE),
}
# Minutes until whoever is asked answers, and from then until it is there.
PACE = {
    Urgency.IMMEDIATE: ((3, 15), (40, 190)),
    Urgency.TODAY: ((6, 40), (50, 260)),
    Urgency.TWO_DAYS: ((20, 200), (600, 2300)),
    Urgency.ROUTINE: ((120, 2000), (2000, 15_000)),
}
SECOND_NEED, REFUSED, FAILED, NOBODY_COULD_BE_ASKED, NOT_NEEDED = 0.28, 0.07, 0.04, 0.04, 0.03
AT_ONCE = timedelta(seconds=1)
FIRST_HOUR, LAST_HOUR = 9, 21


@dataclass(frozen=True, slots=True)
class Step:
    at: datetime
    state: NeedState
    heard_from: HeardFrom
    provider: str


@dataclass(frozen=True, slots=True)
class Help:
    kind: str
    urgency: Urgency
    steps: Sequence[Step]


def tell_help(chance: Chance, called_at: datetime) -> Iterator[Help]:
    kinds = {kind: share for kind, (share, _) in KINDS.items()}
    wanted = dict.fromkeys(chance.weighted(kinds) for _ in range(1 + chance.happens(SECOND_NEED)))
    for kind in wanted:
        urgency = KINDS[kind][1]
        yield Help(kind, urgency, list(_steps(chance, kind, urgency, called_at)))


def _steps(chance: Chance, kind: str, urgency: Urgency, at: datetime) -> Iterator[Step]:
    answer, bring = PACE[urgency]
    providers = [one["name"] for one in read("calling.toml")["provider"] if kind in one["brings"]]
    provider = providers[0]
    yield Step(at, S.RAISED, HeardFrom.PERSON, "")
    yield Step(at + AT_ONCE, S.OFFERED, HeardFrom.CLOCK, provider)
    if chance.happens(REFUSED):
        at = _later(at, chance.between(*answer))
        yield Step(at, S.REFUSED, HeardFrom.PROVIDER, provider)
        provider = providers[-1]
        yield Step(at + AT_ONCE, S.OFFERED, HeardFrom.CLOCK, provider)
    at = _later(at, chance.between(*answer))
    yield Step(at, S.ACCEPTED, HeardFrom.PROVIDER, provider)
    if chance.happens(NOT_NEEDED):
        yield Step(_later(at, 60), S.NOT_NEEDED, HeardFrom.PERSON, provider)
        return
    if chance.happens(FAILED):
        at = _later(at, chance.between(*bring))
        yield Step(at, S.FAILED, HeardFrom.PERSON, provider)
        yield Step(at + AT_ONCE, S.OFFERED, HeardFrom.STAFF, provider)
        at = _later(at, chance.between(*answer))
        yield Step(at, S.ACCEPTED, HeardFrom.PROVIDER, provider)
    at = _later(at, chance.between(*bring))
    yield Step(at, S.DELIVERED, HeardFrom.PROVIDER, provider)
    at = _later(at, chance.between(60, 1500))
    if chance.happens(NOBODY_COULD_BE_ASKED):
        yield Step(_later(at, 3000), S.UNCONFIRMED, HeardFrom.STAFF, provider)
    else:
        yield Step(at, S.CONFIRMED, HeardFrom.PERSON, provider)


def _later(at: datetime, minutes: int) -> datetime:
    """So many minutes on; nobody brings or rings by night."""
    at = (at + timedelta(minutes=minutes)).astimezone(LONDON)
    if at.hour >= LAST_HOUR:
        at = datetime.combine(at.date() + timedelta(days=1), time(FIRST_HOUR, at.minute, at.second), LONDON)
    elif at.hour < FIRST_HOUR:
        at = datetime.combine(at.date(), time(FIRST_HOUR, at.minute, at.second), LONDON)
    return at
