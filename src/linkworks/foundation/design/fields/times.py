"""Times of day, and moments: a date and a time together, in London."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from linkworks.foundation.core import clock

from .base import DesignedField, FieldOnPage, start_small
from .dates import DateField, ThreeBoxes, impossible, part_in_error_of, typed_parts

TIMES = ("%H:%M", "%I:%M%p", "%I%p")
TIME_WORDS = {"midday": time(12), "noon": time(12), "midnight": time(0)}
TIME_BOX = {"width": 5, "inputmode": "text"}


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
            raise impossible("day", f"{self.subject} must include a date")
        return on

    def _time(self, text: str) -> time:
        found = parse_time(text)
        if found is None:
            raise impossible("time", f"{self.subject} must include a time, like 9:30am or 14:15")
        return found

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        typed = _split(bound.value())
        boxes = [
            self.box(bound, part, text, part_in_error_of(bound))
            for part, text in typed_parts(typed.date)._asdict().items()
        ]
        at = typed.time.strftime("%H:%M") if isinstance(typed.time, time) else str(typed.time or "")
        return {
            "id": bound.auto_id,
            "items": [
                *boxes,
                self.box(bound, "time", at, part_in_error_of(bound)) | TIME_BOX,
            ],
        }


def parse_time(text: str) -> time | None:
    """9:30am, 2.30 p.m., 14:15, 9am, midday; None when it cannot be read."""
    written = re.sub(r"(?<=[apm])\.|\s", "", text.lower()).replace(".", ":")
    if written in TIME_WORDS:
        return TIME_WORDS[written]
    for shape in TIMES:
        with suppress(ValueError):
            return datetime.strptime(written, shape).time()  # noqa: DTZ007 (a time of day, no date)
    return None


def _split(value: Any) -> DateAndTime:
    if isinstance(value, datetime):
        local = value.astimezone(clock.LONDON)
        return DateAndTime(local.date(), local.time())
    return value or DateAndTime(None, "")
