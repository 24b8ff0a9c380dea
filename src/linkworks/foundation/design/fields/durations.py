"""How long: read as people write it, and shown again in the same way."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from linkworks.foundation.core import words

from .base import DesignedField, FieldOnPage, as_typed

UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
LONGEST = timedelta(days=365)
_PART = r"(\d{1,4})\s*(m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)\b"
_ALL = re.compile(rf"{_PART}(?:\s*(?:,|and)?\s*{_PART})*")


class DurationField(DesignedField, forms.Field):
    """20 minutes, 3 hours, 1 day 12 hours; nothing, where it may be left empty."""

    def __init__(self, label: str, *, hint: str = "For example, 20 minutes, 3 hours or 2 days", **options: Any) -> None:
        super().__init__(label, hint=hint, **options)

    def to_python(self, value: Any) -> timedelta | None:
        if isinstance(value, timedelta):
            return value
        typed = as_typed(value).strip()
        if not typed:
            return None if self.required else timedelta()
        found = parse_duration(typed)
        if found is None:
            raise ValidationError("Write how long it is like 20 minutes, 3 hours or 2 days")
        if found > LONGEST:
            raise ValidationError("Choose a year or less")
        return found

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        value = bound.value()
        return {"value": tell_duration(value) if isinstance(value, timedelta) else as_typed(value), "width": 20}


def parse_duration(text: str) -> timedelta | None:
    """None where it cannot be read."""
    written = text.strip().lower()
    if not _ALL.fullmatch(written):
        return None
    return sum((int(number) * UNITS[unit[0]] for number, unit in re.findall(_PART, written)), timedelta())


def tell_duration(length: timedelta) -> str:
    """To the minute, so that it is read again as the same; nothing for none."""
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    days, hours = divmod(hours, 24)
    units = ((days, "day"), (hours, "hour"), (minutes, "minute"))
    return " ".join(words.count(number, unit) for number, unit in units if number)
