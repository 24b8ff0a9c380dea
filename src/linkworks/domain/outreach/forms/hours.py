"""Calling hours of one day as people write them: “9am to 1pm, 2pm to 8pm”."""

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from linkworks.domain.outreach.windows import END_OF_DAY, tell_hours
from linkworks.foundation.design.fields.base import DesignedField, FieldOnPage, as_typed
from linkworks.foundation.design.fields.times import parse_time

Hours = tuple[time, time]
_BETWEEN_SPANS = re.compile(r",|;|\band\b")
_BETWEEN_TIMES = re.compile(r"\bto\b|\buntil\b|[-\u2013]")


class HoursField(DesignedField, forms.Field):
    """Gives pairs of times in the order written; none where it is left empty."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, required=False, **options)

    def to_python(self, value: Any) -> list[Hours]:
        if isinstance(value, list):
            return value
        return [self._read(part) for part in _BETWEEN_SPANS.split(as_typed(value).lower()) if part.strip()]

    def _read(self, part: str) -> Hours:
        times = [parse_time(text) for text in _BETWEEN_TIMES.split(part)]
        match times:
            case [time() as opens, time() as closes]:
                return opens, END_OF_DAY if closes == time() else closes
        raise ValidationError(f"Write {self.label} like 9am to 1pm, or 9am to 1pm, 2pm to 8pm")

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        value = bound.value()
        return {"value": tell_hours(value) if isinstance(value, list) else as_typed(value), "width": 30}
