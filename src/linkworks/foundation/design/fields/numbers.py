"""Answers in figures."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from .base import DesignedField, FieldOnPage, as_typed, start_small


class _NumberField(DesignedField, forms.Field):
    def __init__(
        self,
        label: str,
        *,
        smallest: int | None = None,
        largest: int | None = None,
        width: int | None = 4,
        suffix: str = "",
        prefix: str = "",
        **options: Any,
    ) -> None:
        self.smallest = smallest
        self.largest = largest
        self.width = width
        self.suffix = suffix
        self.prefix = prefix
        super().__init__(label, **options)

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return {
            "value": as_typed(bound.value()),
            "inputmode": "numeric",
            "width": self.width,
            "prefix": self.prefix or None,
            "suffix": self.suffix or None,
        }

    def _insist_on_range(self, number: Decimal | int) -> None:
        too_small = self.smallest is not None and number < self.smallest
        too_large = self.largest is not None and number > self.largest
        if too_small or too_large:
            raise ValidationError(f"{self.label} must be {self._range}", code="range")

    @property
    def _range(self) -> str:
        if self.smallest is not None and self.largest is not None:
            return f"from {self.smallest:,} to {self.largest:,}"
        if self.smallest is not None:
            return f"{self.smallest:,} or more"
        return f"{self.largest:,} or less"


class IntegerField(_NumberField):
    def to_python(self, value: Any) -> int | None:
        typed = as_typed(value).strip().replace(",", "")
        if not typed:
            return None
        if not re.fullmatch(r"-?[0-9]{1,15}", typed):
            raise ValidationError(
                f"Enter {start_small(str(self.label))} as a whole number, like 3",
                code="invalid",
            )
        number = int(typed)
        self._insist_on_range(number)
        return number


class StepperField(IntegerField):
    """A whole number with a minus and a plus beside it, for minutes and the like; `by` is one step."""

    template_name = "forms/stepper.jinja"

    def __init__(self, label: str, *, by: int = 1, **options: Any) -> None:
        self.by = by
        super().__init__(label, **options)


class DecimalField(_NumberField):
    def __init__(self, label: str, *, decimal_places: int = 2, **options: Any) -> None:
        self.decimal_places = decimal_places
        super().__init__(label, **options)

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return super().options(bound) | {"inputmode": "decimal"}

    def to_python(self, value: Any) -> Decimal | None:
        typed = as_typed(value).strip().replace(",", "").lstrip("£")
        if not typed:
            return None
        number = self._read(typed)
        self._insist_on_range(number)
        return number

    def _read(self, typed: str) -> Decimal:
        example = f"{4.5:.{self.decimal_places}f}"
        try:
            number = Decimal(typed)
            if not number.is_finite() or number != round(number, self.decimal_places):
                raise InvalidOperation
        except InvalidOperation:
            raise ValidationError(
                f"Enter {start_small(str(self.label))} as a number, like {example}",
                code="invalid",
            ) from None
        return number
