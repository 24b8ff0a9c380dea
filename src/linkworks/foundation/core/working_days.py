"""Working days in England: Monday to Friday, but for its bank holidays."""

from datetime import date, timedelta
from functools import cache

import holidays

SATURDAY = 5
WORKING_DAYS_A_WEEK = 5
ONE_DAY = timedelta(days=1)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def add_working_days(start: date, days: int) -> date:
    """The working day that many working days after `start`, or before it if negative.

    `start` itself is never counted, so one day on from a Saturday is the Monday.
    Nothing added is `start`, whatever day that is.
    """
    step = ONE_DAY if days > 0 else -ONE_DAY
    day = start
    for _ in range(abs(days)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days come after `start`, up to and with `end`; negative the
    other way about. The opposite of `add_working_days`."""
    if end < start:
        return -_count(end, start - ONE_DAY)
    return _count(start + ONE_DAY, end)


def due_by(received: date, days: int) -> date:
    """The last day of a promise made in working days.

    What comes on a day off counts as received on the next working day, and the day of
    receipt is not counted: a five-day promise made on a Saturday ends on Monday week.
    """
    first = received
    while not is_working_day(first):
        first += ONE_DAY
    return add_working_days(first, days)


def _count(first: date, last: date) -> int:
    weeks, days_left = divmod((last - first).days + 1, 7)
    weekdays = weeks * WORKING_DAYS_A_WEEK + sum(
        (first + timedelta(days=day)).weekday() < SATURDAY for day in range(days_left)
    )
    holidays_known = (day for year in range(first.year, last.year + 1) for day in bank_holidays(year))
    return weekdays - sum(first <= day <= last and day.weekday() < SATURDAY for day in holidays_known)
