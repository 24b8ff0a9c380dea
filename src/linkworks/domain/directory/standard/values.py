"""Reading one value as what its field should hold. Each reader gives the value and, where it changed it, says how."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from linkworks.domain.directory.choices import ServiceStatus
from linkworks.domain.directory.plain_text import plain_text
from linkworks.domain.directory.standard.fields import Holds

Read = tuple[Any, str]
NO_NOTE = ""

_URL = re.compile(r"(https?|ftp)://[^\s/?#.]+(\.[^\s/?#.]+)+(:\d+)?([/?#]\S*)?", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?([/?#]\S*)?", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s<>,;:]+@[\w-]+(\.[\w-]+)+")
_NUMBER = re.compile(r"[£$€]?\s*(-?\d+(?:\.\d+)?)\s*(?:years?(?: old)?|yrs?)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?(?:Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE)
_DAYS = re.compile(r"([+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))(\s*[,;]\s*[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU))*")
_DAY_NAMES = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", re.IGNORECASE)
_DAY_FORMS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%Y/%m/%d", "%m/%d/%Y")
_STATUSES = {
    ServiceStatus.ACTIVE: {"active", "open", "live", "published", "current", "true"},
    ServiceStatus.INACTIVE: {"inactive", "unpublished", "draft", "suspended", "false"},
    ServiceStatus.DEFUNCT: {"defunct", "ended", "closed", "archived", "deleted", "permanently closed"},
    ServiceStatus.TEMPORARILY_CLOSED: {"temporarily closed", "temporarily_closed", "paused", "closed for now"},
}
_KNOWN_STATUSES = frozenset(ServiceStatus.values)
NOON, HOURS, MINUTES = 12, 24, 60


class NoValueError(Exception):
    """The value cannot be read as what the field holds."""


def read_value(holds: Holds, value: Any) -> Read:
    """The value, and a note when it is not as it came. Raises NoValueError."""
    return _READERS[holds](value)


def _text(value: Any) -> Read:
    if isinstance(value, str):
        return value, NO_NOTE
    if isinstance(value, bool):
        raise NoValueError
    if isinstance(value, int | float):
        return str(value), "was a number, and is written as words"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value), "was a list, and is written as one line"
    raise NoValueError


def _number(value: Any) -> Read:
    if isinstance(value, bool):
        raise NoValueError
    if isinstance(value, int | float):
        return value, NO_NOTE
    match = _NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise NoValueError
    number = float(match[1])
    return int(number) if number == int(number) else number, f"“{value}” is read as a number"


def _day(value: Any) -> Read:
    words = _words(value)
    try:
        date.fromisoformat(words)
    except ValueError:
        return _other_day(words), f"“{words}” is read as a day"
    return words, NO_NOTE


def _other_day(words: str) -> str:
    """With a time, or as people here write days; the American order last, and only where no other fits."""
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        pass
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(words, form).date().isoformat()  # noqa: DTZ007
        except ValueError:
            continue
    raise NoValueError


def _moment(value: Any) -> Read:
    words = _words(value)
    try:
        moment = datetime.fromisoformat(words)
    except ValueError as error:
        raise NoValueError from error
    if moment.tzinfo and len(words) > len("2026-01-01"):
        return words, NO_NOTE
    return f"{moment.isoformat()}Z", "has no time zone, and is taken for Greenwich time"


def _time(value: Any) -> Read:
    words = _words(value)
    match = _CLOCK.fullmatch(words)
    if match is None:
        raise NoValueError
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        hour = hour % NOON + (NOON if half == "pm" else 0)
    if (hour, minute) == (HOURS, 0):
        return "23:59", "midnight is written as 23:59"
    if hour >= HOURS or minute >= MINUTES:
        raise NoValueError
    told = f"{hour:02}:{minute:02}"
    return (words, NO_NOTE) if words.startswith(told) else (told, f"“{words}” is read as a time")


def _address(value: Any) -> Read:
    words = _words(value)
    if _URL.fullmatch(words):
        return words, NO_NOTE
    squeezed = words.replace(" ", "%20") if words.lower().startswith("http") else words
    if _URL.fullmatch(squeezed):
        return squeezed, "spaces in the address are written as %20"
    if _BARE.fullmatch(words):
        return f"https://{words}", "had no https:// before it, and now has"
    raise NoValueError


def _email(value: Any) -> Read:
    words = _words(value)
    if _EMAIL.fullmatch(words):
        return words, NO_NOTE
    found = _EMAIL.search(words)
    if found is None:
        raise NoValueError
    return found[0], f"is read out of “{words}”"


def _status(value: Any) -> Read:
    words = _words(str(value).lower() if isinstance(value, bool) else value)
    if words in _KNOWN_STATUSES:
        return words, NO_NOTE
    for status, others in _STATUSES.items():
        if words.lower() in others:
            return status.value, f"“{words}” is taken for {status.value}"
    raise NoValueError


def _days(value: Any) -> Read:
    words = _words(",".join(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else value)
    if _DAYS.fullmatch(words):
        return words, NO_NOTE
    named = [name[:2].upper() for name in _DAY_NAMES.findall(words)]
    if not named:
        raise NoValueError
    return ",".join(dict.fromkeys(named)), f"“{words}” is read as days"


def _one_of(*allowed: str) -> Callable[[Any], Read]:
    def read(value: Any) -> Read:
        words = _words(value)
        if words in allowed:
            return words, NO_NOTE
        found = next((one for one in allowed if one.lower() == words.lower()), None)
        if found is None:
            raise NoValueError
        return found, f"“{words}” is written as {found}"

    return read


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise NoValueError
    return plain_text(value).strip()


_READERS: dict[Holds, Callable[[Any], Read]] = {
    Holds.TEXT: _text,
    Holds.NUMBER: _number,
    Holds.DAY: _day,
    Holds.MOMENT: _moment,
    Holds.TIME: _time,
    Holds.ADDRESS: _address,
    Holds.EMAIL: _email,
    Holds.STATUS: _status,
    Holds.DAYS: _days,
    Holds.FREQUENCY: _one_of("WEEKLY", "MONTHLY"),
    Holds.PLACE_TYPE: _one_of("physical", "postal", "virtual"),
}
