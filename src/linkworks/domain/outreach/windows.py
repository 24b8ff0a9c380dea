"""When a campaign may ring: wall-clock spans of the week in its own zone, true through both changes of the clocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from linkworks.domain.outreach.choices import PartOfDay
from linkworks.foundation.core.words import clock_time

NOON, EVENING = time(12), time(17)
END_OF_DAY = time.max
DAYS_AHEAD = 14


@dataclass(frozen=True)
class Span:
    weekday: int  # 1 is Monday
    opens: time
    closes: time


class Windows:
    def __init__(self, zone: str, spans: Iterable[Span]) -> None:
        self.zone = ZoneInfo(zone)
        self.spans = sorted(spans, key=lambda span: (span.weekday, span.opens))

    def is_open(self, at: datetime) -> bool:
        return self.first_open(at) == at.astimezone(UTC)

    def first_open(self, after: datetime, *, avoiding: int = 0) -> datetime | None:
        """The first moment from `after` on at which we may ring, in UTC, in a part of the day that is not avoided.

        None where there is none within two weeks.
        """
        after = after.astimezone(UTC)
        for opens, closes, part in self._pieces(after):
            if closes > after and not part & avoiding:
                return max(opens, after)
        return None

    def open_for(self, moment: datetime) -> timedelta:
        """How long the part of a window lasts that is open at this moment; nothing where none is."""
        moment = moment.astimezone(UTC)
        pieces = self._pieces(moment)
        return next((closes - moment for opens, closes, _ in pieces if opens <= moment < closes), timedelta())

    def after_open_time(self, start: datetime, length: timedelta) -> datetime | None:
        """When that much time has passed in which we may ring; None where there is less within two weeks."""
        start = start.astimezone(UTC)
        for opens, closes, _ in self._pieces(start):
            begins = max(opens, start)
            if begins + length <= closes:
                return begins + length
            length -= max(closes - begins, timedelta())
        return None

    def part_at(self, moment: datetime) -> PartOfDay:
        return _part_of(moment.astimezone(self.zone).time())

    def _pieces(self, after: datetime) -> Iterator[tuple[datetime, datetime, PartOfDay]]:
        """Spans in order from the day of `after`, cut where one part of the day ends and the next begins."""
        first = after.astimezone(self.zone).date()
        for day in (first + timedelta(days=number) for number in range(DAYS_AHEAD)):
            for span in self.spans:
                if span.weekday == day.isoweekday():
                    for opens, closes in pairwise(_edges(span)):
                        yield self._moment(day, opens), self._moment(day, closes), _part_of(opens)

    def _moment(self, day: date, clock_time: time) -> datetime:
        return datetime.combine(day, clock_time, tzinfo=self.zone).astimezone(UTC)


def _edges(span: Span) -> list[time]:
    return [span.opens, *(edge for edge in (NOON, EVENING) if span.opens < edge < span.closes), span.closes]


def _part_of(clock_time: time) -> PartOfDay:
    if clock_time < NOON:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if clock_time < EVENING else PartOfDay.EVENING


def tell_hours(hours: Iterable[tuple[time, time]]) -> str:
    """“9am to 1pm, 2pm to midnight”: hours of one day."""
    return ", ".join(f"{clock_time(opens)} to {_told_end(closes)}" for opens, closes in hours)


def _told_end(closes: time) -> str:
    return "midnight" if closes == END_OF_DAY else clock_time(closes)
