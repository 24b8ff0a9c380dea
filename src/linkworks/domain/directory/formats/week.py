"""“Mon-Fri 9:00-17:00, Sat am”: days and times as people write them, as schedules."""

import re
from collections.abc import Iterator
from typing import Any

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAME = rf"({'|'.join(NAMES)})[a-z]*"
_SPAN = re.compile(rf"\b{_NAME}(?:\s*(?:-|–|to)\s*{_NAME})?")
_TIMES = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*(?:-|–|to)\s*(\d{1,2})[:.](\d{2}))?")
_EVERY_DAY = re.compile(r"\b(7 days|daily|24 hours)\b")
_NTH = re.compile(r"\b(first|second|third|fourth|last|monthly|every two|fortnight)")
MIDNIGHT = "24"


def schedules(words: str) -> list[dict[str, Any]]:
    """Each carries the words themselves; where no day can be read, one carries nothing else."""
    return [schedule | {"description": words} for schedule in list(_read(words.lower())) or [{}]] if words else []


def _read(words: str) -> Iterator[dict[str, Any]]:
    """Days wait for the times that follow them; days at the end without times are days all the same."""
    waiting: list[str] = []
    for part in re.split(r"[,;]", words):
        waiting += _days(part)
        times = _TIMES.search(part)
        if times and waiting:
            yield _schedule(waiting, words, times)
            waiting = []
    if waiting:
        yield _schedule(waiting, words, None)


def _days(part: str) -> list[str]:
    if _EVERY_DAY.search(part):
        return list(CODES)
    days = []
    for first, last in _SPAN.findall(part):
        start = NAMES.index(first)
        end = NAMES.index(last) if last else start
        days += [CODES[day % 7] for day in range(start, (end if end >= start else end + 7) + 1)]
    return days


def _schedule(days: list[str], words: str, times: "re.Match[str] | None") -> dict[str, Any]:
    freq = "MONTHLY" if _NTH.search(words) else "WEEKLY"
    schedule = {"freq": freq, "interval": 1, "byday": ",".join(dict.fromkeys(days))}
    if times:
        opens_hour, opens_minute, closes_hour, closes_minute = times.groups()
        schedule["opens_at"] = f"{int(opens_hour):02}:{opens_minute}"
        if closes_hour:
            schedule["closes_at"] = "23:59" if closes_hour == MIDNIGHT else f"{int(closes_hour):02}:{closes_minute}"
    return schedule
