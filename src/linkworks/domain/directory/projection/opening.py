"""When a service can be reached: rows to filter by, and the words for a reader."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from linkworks.domain.directory.choices import Weekday
from linkworks.domain.directory.projection import reading

DAYS = {
    "MO": Weekday.MONDAY,
    "TU": Weekday.TUESDAY,
    "WE": Weekday.WEDNESDAY,
    "TH": Weekday.THURSDAY,
    "FR": Weekday.FRIDAY,
    "SA": Weekday.SATURDAY,
    "SU": Weekday.SUNDAY,
}


@dataclass(frozen=True)
class Opening:
    weekday: int
    opens: time | None
    closes: time | None
    is_every_week: bool
    valid_from: date | None
    valid_to: date | None


def openings(record: Mapping[str, Any]) -> list[Opening]:
    """Each once; a schedule that names no day of the week has none."""
    found = (one for schedule in reading.items(record, "schedules") for one in _of_schedule(schedule))
    return list(dict.fromkeys(found))


def times_in_words(record: Mapping[str, Any]) -> str:
    """Their own words where they gave some, else days and times, a line each."""
    lines = (_in_words(schedule) for schedule in reading.items(record, "schedules"))
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _of_schedule(schedule: Mapping[str, Any]) -> Iterator[Opening]:
    opens, closes = reading.time_of_day(schedule, "opens_at"), reading.time_of_day(schedule, "closes_at")
    valid = reading.day(schedule, "valid_from"), reading.day(schedule, "valid_to")
    weekly = schedule.get("freq") != "MONTHLY" and schedule.get("interval") in (None, 1)
    for weekday, is_nth in _days(schedule):
        yield Opening(weekday, opens, closes, weekly and not is_nth, *valid)


def _days(schedule: Mapping[str, Any]) -> Iterator[tuple[Weekday, bool]]:
    """Days, and whether only one of the month is meant: “MO,TU” or “2SA”."""
    named = str(schedule.get("byday") or "").upper().replace(";", ",").split(",")
    for part in (part.strip() for part in named):
        if part[-2:] in DAYS:
            yield DAYS[part[-2:]], len(part) > len("MO")


def _in_words(schedule: Mapping[str, Any]) -> str:
    said = reading.text(schedule, "description")
    if said:
        return said
    days = ", ".join(day.label[:3] for day, _ in _days(schedule))
    times = "–".join(reading.text(schedule, name)[:5] for name in ("opens_at", "closes_at") if schedule.get(name))
    return f"{days} {times}".strip()
