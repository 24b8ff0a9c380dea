"""When will everybody have been rung? Callers, the pace of calls, rests and calling hours, followed slot by slot.

Amounts of people are expected ones, so that the answer is the same each time it is asked. It is a forecast, not a
promise: it says what happens if calls go on as they went lately.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush
from itertools import count

from linkworks.domain.outreach.windows import Windows

SLOT = timedelta(hours=1)
HORIZON = timedelta(days=60)
NOBODY = 0.5  # less than half a person is nobody

# Until a campaign has calls of its own: twelve minutes of talk and two of writing, a minute and a half without answer,
# six of ten answer.
USUAL_ANSWERED = 0.6
USUAL_TALK, USUAL_NO_ANSWER = timedelta(minutes=14), timedelta(seconds=90)
AS_MANY_CALLS = 20  # as weigh as much as what is usual


@dataclass(frozen=True)
class Waiting:
    """So many people who can be rung from `at` on, and are rung `tries` more times at most."""

    at: datetime
    tries: int
    people: float


@dataclass(frozen=True)
class Pace:
    """Of one try: how likely it is the last one that is needed, how long it takes, and the rest after one in vain."""

    answered: float
    minutes: float
    rest: timedelta


@dataclass(frozen=True)
class Left:
    """How many are still to be rung at a moment, and how many were rung in vain as often as they may be."""

    at: datetime
    people: float
    unreached: float = 0.0


@dataclass(frozen=True)
class Forecast:
    """`finish` is None where nobody rings, or where it lies beyond two months. `unreached` are left when tries are
    used up, to be tried in another way."""

    finish: datetime | None
    reached: float
    unreached: float
    line: tuple[Left, ...]


def pace_of(calls: int, answered: int, talk: timedelta, in_vain: timedelta, rest: timedelta) -> Pace:
    """From so many recent calls, and how long those that were answered, and those that were not, took in all."""
    told = calls + AS_MANY_CALLS
    share = (answered + USUAL_ANSWERED * AS_MANY_CALLS) / told
    usual = AS_MANY_CALLS * (USUAL_ANSWERED * USUAL_TALK + (1 - USUAL_ANSWERED) * USUAL_NO_ANSWER)
    return Pace(share, (talk + in_vain + usual) / told / timedelta(minutes=1), rest)


def forecast(waiting: Iterable[Waiting], pace: Pace, callers: int, windows: Windows, now: datetime) -> Forecast:
    room = _Room([one for one in waiting if one.people > 0], pace, windows)
    line = [Left(now, room.left)]
    for start, end in _slots(windows, now) if callers else ():
        if room.left < NOBODY:
            break
        room.ring(start, callers * ((end - start) / timedelta(minutes=1)) / pace.minutes)
        line.append(Left(end, room.left, room.unreached))
    finish = line[-1].at if room.left < NOBODY else None
    return Forecast(finish, room.reached, room.unreached, tuple(line))


def _slots(windows: Windows, now: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Whole hours of calling, or what a window leaves of one."""
    at = now
    while (start := windows.first_open(at)) is not None and start < now + HORIZON:
        at = start + min(SLOT, windows.open_for(start) or SLOT)
        yield start, at


class _Room:
    """People in the order in which they can be rung."""

    def __init__(self, waiting: list[Waiting], pace: Pace, windows: Windows) -> None:
        self.pace, self.windows = pace, windows
        self.reached = self.unreached = 0.0
        self._order = count()
        self._queue = [(one.at, next(self._order), one.tries, one.people) for one in waiting]
        heapify(self._queue)

    @property
    def left(self) -> float:
        return sum(people for *_, people in self._queue)

    def ring(self, at: datetime, tries: float) -> None:
        """As many tries as the slot has room for."""
        again: dict[int, float] = {}
        while tries > 0 and self._queue and self._queue[0][0] <= at:
            due, order, left, people = heappop(self._queue)
            rung = min(people, tries)
            tries -= rung
            if people > rung:
                heappush(self._queue, (due, order, left, people - rung))
            self.reached += rung * self.pace.answered
            again[left - 1] = again.get(left - 1, 0) + rung * (1 - self.pace.answered)
        for left, people in again.items():
            self._rest(at, left, people)

    def _rest(self, at: datetime, tries: int, people: float) -> None:
        """Rung in vain: later, in another part of the day; or not by telephone any more."""
        later = at + self.pace.rest
        again = self.windows.first_open(later, avoiding=self.windows.part_at(at)) or self.windows.first_open(later)
        if tries > 0 and again is not None:
            heappush(self._queue, (again, next(self._order), tries, people))
        else:
            self.unreached += people
