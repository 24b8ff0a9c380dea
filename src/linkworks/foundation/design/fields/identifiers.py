"""Answers with a form of their own: NHS number, telephone number, postcode. The rules are in core."""

import re
from typing import Any

from django.core.exceptions import ValidationError

from linkworks.foundation.core.nhs_number import (
    NhsNumberError,
    display_nhs_number,
    is_nhs_number,
    parse_nhs_number,
)
from linkworks.foundation.core.phone import Phone, PhoneError, parse_phone
from linkworks.foundation.core.postcode import PostcodeError, parse_postcode

from .base import FieldOnPage, about, as_typed
from .text import TextField

PHONE_AS_STORED = re.compile(r"\+44[0-9]{7,10}")


class NhsNumberField(TextField):
    """Gives the ten digits."""

    def __init__(self, label: str = "NHS number", **options: Any) -> None:
        given: dict[str, Any] = {
            "hint": "10 digits, like 999 000 0018",
            "width": 10,
            "inputmode": "numeric",
            "spellcheck": False,
            "missing": "Enter the NHS number",
        }
        super().__init__(label, **(given | options))

    def to_python(self, value: Any) -> str:
        typed = str(super().to_python(value))
        try:
            return parse_nhs_number(typed) if typed else ""
        except NhsNumberError as error:
            raise ValidationError(about(str(self.label), str(error)), code="invalid") from None

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        stored = as_typed(bound.value())
        spaced = display_nhs_number(stored) if is_nhs_number(stored) and stored.isdigit() else stored
        return super().options(bound) | {"value": spaced, "code": True}


class PhoneField(TextField):
    """A UK telephone number; gives it as +447700900123."""

    def __init__(self, label: str = "Telephone number", **options: Any) -> None:
        given: dict[str, Any] = {
            "width": 20,
            "autocomplete": "tel",
            "input_type": "tel",
            "spellcheck": False,
            "missing": "Enter a telephone number",
        }
        super().__init__(label, **(given | options))

    def to_python(self, value: Any) -> str:
        typed = str(super().to_python(value))
        try:
            return parse_phone(typed).e164 if typed else ""
        except PhoneError as error:
            raise ValidationError(about(str(self.label), str(error)), code="invalid") from None

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        typed = as_typed(bound.value())
        return super().options(bound) | {"value": Phone(typed).national if PHONE_AS_STORED.fullmatch(typed) else typed}


class PostcodeField(TextField):
    """Gives the postcode as text with its one space. `allow_half` takes SE13 for SE13 6JZ."""

    def __init__(self, label: str = "Postcode", *, allow_half: bool = False, **options: Any) -> None:
        self.allow_half = allow_half
        given: dict[str, Any] = {
            "width": 10,
            "autocomplete": "postal-code",
            "spellcheck": False,
            "missing": "Enter a postcode",
        }
        super().__init__(label, **(given | options))

    def to_python(self, value: Any) -> str:
        typed = str(super().to_python(value))
        try:
            return str(parse_postcode(typed, allow_half=self.allow_half)) if typed else ""
        except PostcodeError as error:
            raise ValidationError(about(str(self.label), str(error)), code="invalid") from None
