"""Dates, times, numbers and lists as people say them, in the style of NHS.UK.

"today 2:30pm" · "in 3 working days" · "12 days ago" · "Tuesday 3 March 2:30pm". Moments
are told in London's time. Today may be given; otherwise the clock says which day it is.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from linkworks.foundation.core import clock
from linkworks.foundation.core.working_days import working_days_between

WORKING_DAYS_AHEAD = 10  # further off, a due day is told by its date
DAYS_BACK = 62  # two months are never longer; from here the past is told in months
YEARS_BACK = 2  # from here the past is told in years
NEAR_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}
NOON = time(12)
CLOCK_WORDS = {time(0): "midnight", NOON: "midday"}


def full_date(when: date) -> str:
    """3 March 2026"""
    told = _london_day(when)
    return f"{told.day} {told:%B %Y}"


def day(when: date, today: date | None = None) -> str:
    """today, tomorrow, yesterday, Tuesday 3 March, Monday 4 January 2027"""
    told, today = _london_day(when), today or clock.today()
    weekday_and_date = f"{told:%A} {told.day} {told:%B}"
    year = "" if told.year == today.year else f" {told.year}"
    return NEAR_DAYS.get((told - today).days, weekday_and_date + year)


def clock_time(when: time | datetime) -> str:
    """9am, 2:30pm, midday, midnight"""
    told = _london(when).time() if isinstance(when, datetime) else when
    told = told.replace(second=0, microsecond=0, tzinfo=None)
    if told in CLOCK_WORDS:
        return CLOCK_WORDS[told]
    minutes = f":{told:%M}" if told.minute else ""
    return f"{told.hour % 12 or 12}{minutes}{'am' if told < NOON else 'pm'}"


def moment(when: datetime, today: date | None = None) -> str:
    """today 2:30pm, tomorrow 9am, Tuesday 3 March midday"""
    return f"{day(when, today)} {clock_time(when)}"


def full_moment(when: datetime) -> str:
    """3 March 2026, 2:30pm: what stands beside the short form, or in its title"""
    return f"{full_date(when)}, {clock_time(when)}"


def due(when: date, today: date | None = None) -> str:
    """today, tomorrow, in 3 working days, Tuesday 3 March; once past, 2 working days late"""
    told, today = _london_day(when), today or clock.today()
    if told < today:
        late = working_days_between(told, today)
        return f"{count(late, 'working day')} late" if late else _days_ago(told, today)
    ahead = working_days_between(today, told)
    if (told - today).days in NEAR_DAYS or not 0 < ahead <= WORKING_DAYS_AHEAD:
        return day(told, today)
    return f"in {count(ahead, 'working day')}"


def ago(when: date, now: datetime | None = None) -> str:
    """just now, 5 minutes ago, 3 hours ago, yesterday, 12 days ago, 4 months ago, 2 years ago

    A date without a time is "today" all day long; what is still to come is told as a day.
    """
    now = _london(now or clock.now())
    told, today = _london_day(when), now.date()
    if isinstance(when, datetime) and told == today:
        return _earlier_today(now - when)
    return _days_ago(told, today)


def duration(length: timedelta) -> str:
    """45 minutes, 1 hour 30 minutes, 2 days 3 hours: the two largest units, cut short"""
    minutes_in_all = int(length.total_seconds() // 60)
    hours_in_all, minutes = divmod(minutes_in_all, 60)
    days, hours = divmod(hours_in_all, 24)
    units = ((days, "day"), (hours, "hour"), (minutes, "minute"))
    parts = [count(number, unit) for number, unit in units if number]
    return " ".join(parts[:2]) or "less than a minute"


def age(born: date, today: date | None = None) -> str:
    """74"""
    return str(years_between(born, today or clock.today()))


def years_between(start: date, end: date) -> int:
    """Whole years; somebody born on 29 February is a year older on 1 March."""
    return _months_between(start, end) // 12


def count(number: int, one: str, many: str | None = None) -> str:
    """1 person, 2 people, 1,200 people; `many` is needed only where an s will not do"""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def start_large(text: str) -> str:
    """As at the beginning of a sentence: only the first letter changes, so that names stay as they are."""
    return text[:1].upper() + text[1:]


def listed(items: Iterable[str], last: str = "and") -> str:
    """a · a and b · a, b and c"""
    *others, final = [*items] or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def _earlier_today(gone: timedelta) -> str:
    if gone < timedelta(minutes=1):
        return "just now"
    if gone < timedelta(hours=1):
        return f"{count(gone // timedelta(minutes=1), 'minute')} ago"
    return f"{count(gone // timedelta(hours=1), 'hour')} ago"


def _days_ago(told: date, today: date) -> str:
    days = (today - told).days
    if days <= 1:
        return day(told, today)
    if days < DAYS_BACK:
        return f"{days} days ago"
    years = years_between(told, today)
    if years < YEARS_BACK:
        return f"{_months_between(told, today)} months ago"
    return f"{years} years ago"


def _months_between(start: date, end: date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)


def _london_day(when: date) -> date:
    return _london(when).date() if isinstance(when, datetime) else when


def _london(when: datetime) -> datetime:
    if when.tzinfo is None:
        raise ValueError("A moment needs its time zone to be told in London's time.")
    return when.astimezone(clock.LONDON)
