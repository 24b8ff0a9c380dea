"""Reading what is asked for in an address. What the standard gives a type is refused when it is not of it.

What is only words to the standard (a day, a time, a postcode, an id) is never refused: what cannot be read matches
nothing, and the answer says which it was.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, time
from math import ceil, floor, isfinite
from typing import Any, TypeVar
from uuid import UUID

from django.utils.dateparse import parse_date, parse_datetime

from linkworks.domain.directory.choices import Weekday
from linkworks.domain.directory.selectors.open_data import Filters
from linkworks.foundation.core.clock import LONDON
from linkworks.foundation.core.postcode import parse_postcode

PER_PAGE, MOST_PER_PAGE = 50, 100
LAST_PAGE = 10**12
LONGEST = 200
OLDEST = 1000
FURTHEST = 2_000_000.0  # metres: the whole country
YES = {"true", "1", "yes"}
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(:[0-5][0-9])?")

Value = TypeVar("Value")


class UnreadableError(Exception):
    """Its message names what cannot be read and says what would do."""


class Asked:
    """The questions in an address. `not_understood` names those that nothing can match."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self._told = {name: value.replace("\x00", "").strip() for name, value in told.items()}
        self.not_understood: list[str] = []
        self.page = self._whole_number("page", LAST_PAGE) or 1
        self.per_page = self._whole_number("per_page", MOST_PER_PAGE) or PER_PAGE
        self.is_full = self._told.get("full", "").lower() in YES
        self.filters = self._filters()

    def _filters(self) -> Filters:
        return Filters(
            words=self._told.get("search", "")[:LONGEST],
            term_id=self._word("taxonomy_term_id", UUID),
            taxonomy_id=self._word("taxonomy_id", UUID),
            organization_id=self._word("organization_id", UUID),
            minimum_age=self._age("minimum_age", ceil),
            maximum_age=self._age("maximum_age"),
            age=self._age("age"),
            weekday=self._word("day", _weekday),
            opens_from=self._word("start_time", _time),
            closes_by=self._word("end_time", _time),
            modified_after=self._moment("modified_after"),
            postcode=self._word("postcode", lambda words: parse_postcode(words, allow_half=True)),
            within_metres=self._word("proximity", _metres),
        )

    def _number(self, name: str) -> float | None:
        told = self._told.get(name)
        if told is None:
            return None
        if not _NUMBER.fullmatch(told):
            raise UnreadableError(f"{name} is a number, for example {name}=10.")
        return float(told)

    def _whole_number(self, name: str, most: int) -> int | None:
        """From 1 to `most`: whatever lies outside counts as the nearest that does not."""
        told = self._number(name)
        if told is None:
            return None
        if isfinite(told) and not told.is_integer():
            raise UnreadableError(f"{name} is a whole number, for example {name}=10.")
        return int(min(max(told, 1), most))

    def _age(self, name: str, whole: Callable[[float], int] = floor) -> int | None:
        """In whole years: somebody of 17½ is 17, and an age of at least 17½ is one of at least 18."""
        told = self._number(name)
        return None if told is None else whole(min(max(told, -1), OLDEST))

    def _moment(self, name: str) -> datetime | None:
        told = self._told.get(name)
        if told is None:
            return None
        try:
            moment = parse_datetime(told.replace(" ", "+")) or parse_datetime(told)
            day = None if moment else parse_date(told)
        except ValueError:
            moment = day = None
        found = moment or (datetime.combine(day, time()) if day else None)
        if found is None:
            raise UnreadableError(f"{name} is a day or a moment, for example {name}=2026-01-31T00:00:00Z.")
        return found if found.tzinfo else found.replace(tzinfo=LONDON)

    def _word(self, name: str, read: Callable[[str], Value]) -> Value | None:
        told = self._told.get(name)
        if not told:
            return None
        try:
            return read(told)
        except ValueError:
            self.not_understood.append(name)
            return None


def _weekday(words: str) -> Weekday:
    """“MO”, “Mon” and “Monday”."""
    words = words.lower()
    for day in Weekday:
        if len(words) > 1 and day.label.lower().startswith(words):
            return day
    raise ValueError(words)


def _time(words: str) -> time:
    if not _TIME.fullmatch(words):
        raise ValueError(words)
    return time.fromisoformat(words.zfill(8) if words.count(":") > 1 else words.zfill(5))


def _metres(words: str) -> float:
    if not _NUMBER.fullmatch(words):
        raise ValueError(words)
    return min(max(float(words), 0.0), FURTHEST)


def in_pages(asked: Asked, total: int, contents: list[dict[str, Any]]) -> dict[str, Any]:
    pages = -(-total // asked.per_page)
    page = {
        "total_items": total,
        "total_pages": pages,
        "page_number": asked.page,
        "size": len(contents),
        "first_page": asked.page == 1,
        "last_page": asked.page >= pages,
        "empty": not contents,
        "contents": contents,
    }
    return page | ({"linkworks": {"not_understood": asked.not_understood}} if asked.not_understood else {})
