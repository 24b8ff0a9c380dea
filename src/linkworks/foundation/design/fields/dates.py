"""Dates in the three boxes of NHS.UK; an impossible date gets the sentence that says why."""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from linkworks.foundation.core import clock, words

from .base import DesignedField, FieldOnPage

OLDEST_YEAR = 1900
LAST_YEAR = 2200
LONGEST_MONTH = 31
MONTHS_IN_A_YEAR = 12
FEBRUARY = 2
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}


class TypedDate(NamedTuple):
    day: str = ""
    month: str = ""
    year: str = ""


PARTS = (*TypedDate._fields, "time")


class ThreeBoxes(forms.Widget):
    """Reads `name_day`, `name_month` and `name_year` from what was posted."""

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> TypedDate:
        return TypedDate(*(str(data.get(f"{name}_{part}") or "").strip() for part in TypedDate._fields))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}_{part}" in data for part in TypedDate._fields)


def impossible(part: str, message: str) -> ValidationError:
    return ValidationError(message, code=part)


class DateField(DesignedField, forms.Field):
    """`past` and `future` include today. `earliest` and `latest` are asked each time: give functions."""

    template_name = "forms/date.jinja"
    widget: type[forms.Widget] = ThreeBoxes

    def __init__(
        self,
        label: str,
        *,
        past: bool = False,
        future: bool = False,
        earliest: Callable[[], date] | None = None,
        latest: Callable[[], date] | None = None,
        autocomplete: str = "",
        **options: Any,
    ) -> None:
        self.past = past
        self.future = future
        self.earliest = earliest
        self.latest = latest
        self.autocomplete = autocomplete
        super().__init__(label, **options)

    @property
    def subject(self) -> str:
        """What a sentence about the answer begins with: the label, unless that is a question."""
        label = str(self.label)
        return "The date" if label.endswith("?") else label

    def to_python(self, value: Any) -> date | None:
        typed = typed_parts(value)
        if not any(typed):
            return None
        self._insist_on_all_boxes(typed)
        found = self._read(typed)
        self._insist_on_limits(found)
        return found

    def _insist_on_all_boxes(self, typed: TypedDate) -> None:
        empty = [part for part, text in zip(TypedDate._fields, typed, strict=True) if not text]
        if empty:
            raise impossible(empty[0], f"{self.subject} must include a {' and a '.join(empty)}")

    def _read(self, typed: TypedDate) -> date:
        year = self._year(typed.year)
        month = self._month(typed.month)
        day = self._number(typed.day)
        days = calendar.monthrange(year, month)[1]
        if day is None or not 1 <= day <= LONGEST_MONTH:
            raise impossible("day", f"{self.subject}: the day must be a number from 1 to 31")
        if day > days:
            raise impossible(
                "day",
                f"{self.subject}: {_month_with_year(month, year)} has only {days} days",
            )
        return date(year, month, day)

    def _year(self, text: str) -> int:
        year = self._number(text)
        if year is None or len(text) != len("1958"):
            raise impossible("year", f"{self.subject}: the year must have 4 numbers, like 1958")
        if not OLDEST_YEAR <= year <= LAST_YEAR:
            last = clock.today().year if self.past else LAST_YEAR
            raise impossible(
                "year",
                f"{self.subject}: check the year. It must be from {OLDEST_YEAR} to {last}",
            )
        return year

    def _month(self, text: str) -> int:
        month = MONTHS.get(text.lower().rstrip(".")) or self._number(text)
        if month is None or not 1 <= month <= MONTHS_IN_A_YEAR:
            raise impossible("month", f"{self.subject}: the month must be a number from 1 to 12")
        return month

    def _number(self, text: str) -> int | None:
        return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None

    def _insist_on_limits(self, found: date) -> None:
        today = clock.today()
        if self.past and found > today:
            raise ValidationError(f"{self.subject} must be today or in the past", code="limit")
        if self.future and found < today:
            raise ValidationError(f"{self.subject} must be today or in the future", code="limit")
        if self.earliest and found < (limit := self.earliest()):
            raise ValidationError(f"{self.subject} must be {words.full_date(limit)} or later", code="limit")
        if self.latest and found > (limit := self.latest()):
            raise ValidationError(f"{self.subject} must be {words.full_date(limit)} or earlier", code="limit")

    def focus_id(self, bound: FieldOnPage) -> str:
        return f"{bound.auto_id}-{part_in_error_of(bound) or 'day'}"

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        typed = typed_parts(bound.value())
        part_in_error = part_in_error_of(bound)
        return {
            "id": bound.auto_id,
            "items": [self.box(bound, part, text, part_in_error) for part, text in typed._asdict().items()],
        }

    def box(self, bound: FieldOnPage, part: str, text: str, part_in_error: str) -> dict[str, Any]:
        fills_birthday = f"bday-{part}" if self.autocomplete == "bday" else None
        return {
            "id": f"{bound.auto_id}-{part}",
            "name": f"{bound.html_name}_{part}",
            "label": {"text": part.capitalize()},
            "value": text,
            "width": 4 if part == "year" else 2,
            "autocomplete": fills_birthday,
            "error": bool(bound.errors) and part_in_error in ("", part),
        }


def _month_with_year(month: int, year: int) -> str:
    name = calendar.month_name[month]
    return f"{name} {year}" if month == FEBRUARY else name


def typed_parts(value: Any) -> TypedDate:
    if isinstance(value, (date, datetime)):
        return TypedDate(str(value.day), str(value.month), str(value.year))
    return TypedDate(*value) if value else TypedDate()


def part_in_error_of(bound: FieldOnPage) -> str:
    codes = [error.code for error in bound.errors.as_data()]
    return next((code for code in codes if code in PARTS), "")
