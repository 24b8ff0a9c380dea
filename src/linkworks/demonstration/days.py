"""When things happen: days back from the day of the demonstration, office hours, and workers' diaries."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from uuid import UUID

from linkworks.demonstration.chance import Chance
from linkworks.foundation.core.clock import LONDON
from linkworks.foundation.core.working_days import add_working_days, is_working_day

ONE_DAY = timedelta(days=1)
MINUTES = timedelta(minutes=1)
SLOTS = (time(9, 15), time(10), time(10, 45), time(11, 30), time(13, 15), time(14), time(14, 45), time(15, 30))
"""When a conversation that was agreed beforehand begins; each has room for three quarters of an hour."""


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), LONDON)


def in_office_hours(day: date, chance: Chance, *, first: int = 9, last: int = 16) -> datetime:
    return at(day, chance.between(first, last), chance.between(0, 59))


def day_of(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


def working_day_on_or_after(day: date) -> date:
    while not is_working_day(day):
        day += ONE_DAY
    return day


class Diary:
    """Which times of a worker are taken. On days of leave there are none."""

    def __init__(self) -> None:
        self._taken: defaultdict[tuple[UUID, date], set[time]] = defaultdict(set)
        self._away: set[tuple[UUID, date]] = set()

    def go_away(self, worker_id: UUID, first: date, last: date) -> None:
        for number in range((last - first).days + 1):
            self._away.add((worker_id, first + number * ONE_DAY))

    def is_away(self, worker_id: UUID, day: date) -> bool:
        return (worker_id, day) in self._away

    def present_day(self, worker_id: UUID, day: date) -> date:
        """The first day from this one on which the worker is at work."""
        day = working_day_on_or_after(day)
        while self.is_away(worker_id, day):
            day = add_working_days(day, 1)
        return day

    def take(self, worker_id: UUID, day: date, chance: Chance) -> datetime:
        """A free time from this day on."""
        day = self.present_day(worker_id, day)
        while not (free := self._free(worker_id, day)):
            day = self.present_day(worker_id, add_working_days(day, 1))
        return self._book(worker_id, day, chance.one(free))

    def squeeze_in(self, worker_id: UUID, day: date) -> datetime | None:
        """The first free time of this very day, working day or not."""
        free = self._free(worker_id, day)
        return self._book(worker_id, day, free[0]) if free else None

    def release(self, worker_id: UUID, moment: datetime) -> None:
        local = moment.astimezone(LONDON)
        self._taken[worker_id, local.date()].discard(local.time())

    def _free(self, worker_id: UUID, day: date) -> list[time]:
        return [slot for slot in SLOTS if slot not in self._taken[worker_id, day]]

    def _book(self, worker_id: UUID, day: date, slot: time) -> datetime:
        self._taken[worker_id, day].add(slot)
        return datetime.combine(day, slot, LONDON)
