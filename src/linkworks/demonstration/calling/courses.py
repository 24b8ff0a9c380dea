"""How it goes for one person on a list: which calls, which other ways, how it ends. Worked out to the end.

A campaign that is under way is the same story, cut off at the moment that is now.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from linkworks.demonstration.chance import Chance
from linkworks.domain.outreach.choices import ENDING_OF, Ending, OtherWay, StepResult
from linkworks.foundation.core.clock import LONDON

PARTS = (time(11), time(14), time(16, 30))  # open on every day of the week
LEFT_ALONE = timedelta(hours=3)
ANSWERS = 0.62
TALKS_NEXT_TIME = 0.5  # who did not want to talk the first time
NEVER_ANSWERS = 0.13
IN_VAIN = {"no-answer": 62.0, "voicemail": 22, "engaged": 8, "other-person": 8}
FATES = {
    "talked": 63.0,
    "talked-needs": 29,
    "call-back": 3,
    "declined": 2.2,
    "do-not-call": 0.5,
    "moved": 1.2,
    "has-died": 1.1,
}
ENDINGS = {
    "talked": Ending.REACHED,
    "talked-needs": Ending.REACHED,
    "declined": Ending.DECLINED,
    "do-not-call": Ending.DECLINED,
    "moved": Ending.MOVED,
    "has-died": Ending.DIED,
}
# Of each other way: how likely each result is; what is left is that we still do not know.
WAYS: dict[OtherWay, dict[StepResult, float]] = {
    OtherWay.MESSAGE: {},
    OtherWay.OTHER_NUMBERS: {StepResult.NUMBER_FOUND: 0.22},
    OtherWay.NEXT_OF_KIN: {StepResult.SEEN_SAFE: 0.34},
    OtherWay.SURGERY: {StepResult.SEEN_SAFE: 0.26, StepResult.MOVED: 0.04},
    OtherWay.RECORDS: {StepResult.IN_CARE: 0.08, StepResult.DIED: 0.05, StepResult.EXCLUDED: 0.04},
    OtherWay.DOORSTEP: {StepResult.SEEN_SAFE: 0.72, StepResult.MOVED: 0.08},
    OtherWay.NEIGHBOUR: {StepResult.SEEN_SAFE: 0.5},
    OtherWay.POLICE: {StepResult.SEEN_SAFE: 0.9, StepResult.HANDED_ON: 0.1},
}


@dataclass(frozen=True, slots=True)
class Call:
    at: datetime
    outcome: str
    ring_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OtherTry:
    """One other way: due from when it was begun until its result."""

    begun: datetime
    kind: OtherWay
    result: StepResult
    at: datetime


@dataclass(slots=True)
class Course:
    calls: list[Call] = field(default_factory=list)
    tries: list[OtherTry] = field(default_factory=list)
    ending: Ending | None = None
    ended_at: datetime | None = None


def tell_course(
    chance: Chance, first: datetime, most_tries: int, once_more_after: timedelta, *, has_number: bool
) -> Course:
    """`once_more_after` is for who does not want to talk: nothing where they are done then."""
    course = Course()
    moments = _moments(chance, first)
    if has_number and not chance.happens(NEVER_ANSWERS):
        while len(course.calls) < most_tries - 1 and not chance.happens(ANSWERS):
            course.calls.append(Call(next(moments), chance.weighted(IN_VAIN)))
        _talk(course, chance, next(moments), once_more_after)
        return course
    if has_number:
        course.calls += [Call(next(moments), chance.weighted(IN_VAIN)) for _ in range(most_tries)]
    _try_other_ways(course, chance, course.calls[-1].at if course.calls else first, once_more_after)
    return course


def _talk(course: Course, chance: Chance, at: datetime, once_more_after: timedelta) -> None:
    outcome = chance.weighted(FATES)
    if outcome == "call-back":
        agreed = _at_part(at.date() + timedelta(days=1), chance.one(PARTS), chance)
        course.calls.append(Call(at, outcome, agreed))
        at, outcome = agreed + timedelta(minutes=chance.between(0, 9)), "talked"
    if outcome == "declined" and once_more_after:
        course.calls.append(Call(at, outcome))
        at = _at_part((at + once_more_after).date() + timedelta(days=1), chance.one(PARTS), chance)
        outcome = "talked" if chance.happens(TALKS_NEXT_TIME) else "declined"
    course.calls.append(Call(at, outcome))
    course.ending, course.ended_at = ENDINGS[outcome], at


def _try_other_ways(course: Course, chance: Chance, begun: datetime, once_more_after: timedelta) -> None:
    for kind in WAYS:
        at = _at_part(begun.date() + timedelta(days=1), chance.one(PARTS), chance)
        result = _result(kind, chance)
        course.tries.append(OtherTry(begun, kind, result, at))
        begun = at
        if result is StepResult.NUMBER_FOUND:
            _talk(course, chance, _at_part(at.date() + timedelta(days=1), PARTS[0], chance), once_more_after)
            return
        if result is not StepResult.NOTHING:
            course.ending, course.ended_at = ENDING_OF[result], at
            return


def _result(kind: OtherWay, chance: Chance) -> StepResult:
    likely = WAYS[kind]
    return chance.weighted({**likely, StepResult.NOTHING: 1 - sum(likely.values())})


def _moments(chance: Chance, first: datetime) -> Iterator[datetime]:
    """Tries in other and other parts of the day, never twice within three hours."""
    at = first
    while True:
        yield at
        days = (at.date() + timedelta(days=number) for number in range(2))
        later = [begins for day in days for begins in _parts_of(day) if begins >= at + LEFT_ALONE]
        at = later[chance.between(0, 1)] + _a_little_later(chance)


def _parts_of(day: date) -> list[datetime]:
    return [datetime.combine(day, begins, LONDON) for begins in PARTS]


def _at_part(day: date, begins: time, chance: Chance) -> datetime:
    return datetime.combine(day, begins, LONDON) + _a_little_later(chance)


def _a_little_later(chance: Chance) -> timedelta:
    return timedelta(minutes=chance.between(0, 80), seconds=chance.between(0, 59))
