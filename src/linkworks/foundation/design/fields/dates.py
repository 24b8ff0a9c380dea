"""Dates in the three boxes of NHS.UK, and times; an impossible date gets the sentence that says why."""

import calendar
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from linkworks.foundation.core import clock, words

from .base import DesignedField, FieldOnPage, start_small

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

    def to_python(self, value: Any) -> date | None:
        typed = _parts(value)
        if not any(typed):
            return None
        self._insist_on_all_boxes(typed)
        found = self._read(typed)
        self._insist_on_limits(found)
        return found

    def _insist_on_all_boxes(self, typed: TypedDate) -> None:
        empty = [part for part, text in zip(TypedDate._fields, typed, strict=True) if not text]
        if empty:
            raise impossible(empty[0], f"{self.label} must include a {' and a '.join(empty)}")

    def _read(self, typed: TypedDate) -> date:
        year = self._year(typed.year)
        month = self._month(typed.month)
        day = self._number(typed.day)
        days = calendar.monthrange(year, month)[1]
        if day is None or not 1 <= day <= LONGEST_MONTH:
            raise impossible("day", f"{self.label}: the day must be a number from 1 to 31")
        if day > days:
            raise impossible(
                "day",
                f"{self.label}: {_month_with_year(month, year)} has only {days} days",
            )
        return date(year, month, day)

    def _year(self, text: str) -> int:
        year = self._number(text)
        if year is None or len(text) != len("1958"):
            raise impossible("year", f"{self.label}: the year must have 4 numbers, like 1958")
        if not OLDEST_YEAR <= year <= LAST_YEAR:
            raise impossible(
                "year",
                f"{self.label}: check the year. It must be {OLDEST_YEAR} or later",
            )
        return year

    def _month(self, text: str) -> int:
        month = MONTHS.get(text.lower().rstrip(".")) or self._number(text)
        if month is None or not 1 <= month <= MONTHS_IN_A_YEAR:
            raise impossible("month", f"{self.label}: the month must be a number from 1 to 12")
        return month

    def _number(self, text: str) -> int | None:
        return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None

    def _insist_on_limits(self, found: date) -> None:
        today = clock.today()
        if self.past and found > today:
            raise ValidationError(f"{self.label} must be today or in the past", code="limit")
        if self.future and found < today:
            raise ValidationError(f"{self.label} must be today or in the future", code="limit")
        if self.earliest and found < (limit := self.earliest()):
            raise ValidationError(f"{self.label} must be {words.full_date(limit)} or later", code="limit")
        if self.latest and found > (limit := self.latest()):
            raise ValidationError(f"{self.label} must be {words.full_date(limit)} or earlier", code="limit")

    def focus_id(self, bound: FieldOnPage) -> str:
        return f"{bound.auto_id}-{_part_in_error(bound) or 'day'}"

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        typed = _parts(bound.value())
        part_in_error = _part_in_error(bound)
        return {
            "id": bound.auto_id,
            "items": [self._box(bound, part, text, part_in_error) for part, text in typed._asdict().items()],
        }

    def _box(self, bound: FieldOnPage, part: str, text: str, part_in_error: str) -> dict[str, Any]:
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


class TimeField(DesignedField, forms.Field):
    """A time of day, read as people write it: 2:30pm, 14:30, 2.30 pm, 9am."""

    widget = forms.TextInput

    def __init__(self, label: str, *, hint: str = "For example, 9:30am or 14:15", **options: Any) -> None:
        super().__init__(label, hint=hint, **options)

    def to_python(self, value: Any) -> time | None:
        if isinstance(value, time):
            return value
        text = str(value or "").strip()
        return self._read(text) if text else None

    def _read(self, text: str) -> time:
        found = parse_time(text)
        if found is None:
            raise ValidationError(
                f"Enter {start_small(str(self.label))} like 9:30am or 14:15",
                code="invalid",
            )
        return found

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        value = bound.value()
        return {
            "value": value.strftime("%H:%M") if isinstance(value, time) else str(value or ""),
            "width": 5,
        }


class DateAndTime(NamedTuple):
    date: Any
    time: Any


class DateAndTimeBoxes(forms.Widget):
    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> DateAndTime:
        typed = ThreeBoxes().value_from_datadict(data, files, name)
        return DateAndTime(typed, str(data.get(f"{name}_time") or "").strip())


class DateTimeField(DateField):
    """A date and a time of day, in London; gives an aware datetime."""

    template_name = "forms/date_and_time.jinja"
    widget = DateAndTimeBoxes

    def to_python(self, value: Any) -> Any:
        typed = _split(value)
        on = super().to_python(typed.date)
        text = str(typed.time or "").strip()
        if on is None and not text:
            return None
        return datetime.combine(self._date(on), self._time(text), tzinfo=clock.LONDON)

    def _date(self, on: date | None) -> date:
        if on is None:
            raise impossible("day", f"{self.label} must include a date")
        return on

    def _time(self, text: str) -> time:
        found = parse_time(text)
        if found is None:
            raise impossible("time", f"{self.label} must include a time, like 9:30am or 14:15")
        return found

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        typed = _split(bound.value())
        boxes = [
            self._box(bound, part, text, _part_in_error(bound)) for part, text in _parts(typed.date)._asdict().items()
        ]
        at = typed.time.strftime("%H:%M") if isinstance(typed.time, time) else str(typed.time or "")
        return {
            "id": bound.auto_id,
            "items": [
                *boxes,
                self._box(bound, "time", at, _part_in_error(bound)) | TIME_BOX,
            ],
        }


TIME_BOX = {"width": 5, "inputmode": "text"}


TIMES = ("%H:%M", "%I:%M%p", "%I%p")
TIME_WORDS = {"midday": time(12), "noon": time(12), "midnight": time(0)}


def parse_time(text: str) -> time | None:
    """9:30am, 2.30 p.m., 14:15, 9am, midday; None when it cannot be read."""
    written = re.sub(r"(?<=[apm])\.|\s", "", text.lower()).replace(".", ":")
    if written in TIME_WORDS:
        return TIME_WORDS[written]
    for shape in TIMES:
        with suppress(ValueError):
            return datetime.strptime(written, shape).time()  # noqa: DTZ007 (a time of day, no date)
    return None


def _month_with_year(month: int, year: int) -> str:
    name = calendar.month_name[month]
    return f"{name} {year}" if month == FEBRUARY else name


def _parts(value: Any) -> TypedDate:
    if isinstance(value, (date, datetime)):
        return TypedDate(str(value.day), str(value.month), str(value.year))
    return TypedDate(*value) if value else TypedDate()


def _split(value: Any) -> DateAndTime:
    if isinstance(value, datetime):
        local = value.astimezone(clock.LONDON)
        return DateAndTime(local.date(), local.time())
    return value or DateAndTime(None, "")


def _part_in_error(bound: FieldOnPage) -> str:
    codes = [error.code for error in bound.errors.as_data()]
    return next((code for code in codes if code in (*TypedDate._fields, "time")), "")
