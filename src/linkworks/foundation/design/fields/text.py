"""Answers in words: a line, several lines, an e-mail address, a search."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from .base import DesignedField, FieldOnPage, about, as_typed

LONGEST_LINE = 250
LONGEST_TEXT = 20_000
# Nobody types these: an end of text, and marks that turn round whatever stands after them on the page.
UNSEEN = re.compile("[\\x00\\u202a-\\u202e\\u2066-\\u2069]")


class TextField(DesignedField, forms.CharField):
    """One line. `width` is about how many characters the box shows (2, 3, 4, 5, 10, 20, 30)."""

    def __init__(
        self,
        label: str,
        *,
        width: int | None = None,
        autocomplete: str = "",
        inputmode: str = "",
        input_type: str = "text",
        spellcheck: bool = True,
        max_length: int = LONGEST_LINE,
        **options: Any,
    ) -> None:
        self.width = width
        self.autocomplete = autocomplete
        self.inputmode = inputmode
        self.input_type = input_type
        self.spellcheck = spellcheck
        super().__init__(label, **options)
        self.longest = max_length

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return {
            "value": as_typed(bound.value()),
            "type": self.input_type,
            "width": self.width,
            "autocomplete": self.autocomplete or None,
            "inputmode": self.inputmode or None,
            "spellcheck": None if self.spellcheck else False,
        }

    def clean(self, value: Any) -> Any:
        typed = without_unseen(value)
        insist_on_length(str(self.label), typed, self.longest)
        return super().clean(typed)


class TextAreaField(DesignedField, forms.CharField):
    """Several lines. `max_words` or `max_length` shows a count as one types."""

    template_name = "forms/textarea.jinja"
    widget = forms.Textarea

    def __init__(
        self,
        label: str,
        *,
        rows: int = 5,
        max_words: int | None = None,
        max_length: int | None = None,
        **options: Any,
    ) -> None:
        self.rows = rows
        self.max_words = max_words
        self.counted_length = max_length
        super().__init__(label, **options)
        self.longest = max_length or LONGEST_TEXT

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return {
            "value": as_typed(bound.value()),
            "rows": self.rows,
            "maxlength": self.max_words or self.counted_length,
            "countType": "words" if self.max_words else None,
            "threshold": 75 if (self.max_words or self.counted_length) else None,
        }

    def clean(self, value: Any) -> Any:
        typed = without_unseen(value).replace("\r\n", "\n")
        insist_on_length(str(self.label), typed, self.longest)
        self._insist_on_words(len(re.findall(r"\S+", typed)))
        return super().clean(typed)

    def _insist_on_words(self, words: int) -> None:
        if self.max_words and words > self.max_words:
            over = words - self.max_words
            raise ValidationError(
                f"“{self.label}” may have {self.max_words:,} words; this has {words:,}. Take out {over:,}."
            )


class EmailField(TextField):
    def __init__(self, label: str = "Email address", **options: Any) -> None:
        given: dict[str, Any] = {
            "autocomplete": "email",
            "input_type": "email",
            "spellcheck": False,
            "max_length": 254,
            "missing": "Enter an email address",
        }
        super().__init__(label, **(given | options))

    def to_python(self, value: Any) -> str:
        address = str(super().to_python(value))
        if address:
            self._insist_on_address(address)
        return address

    def _insist_on_address(self, address: str) -> None:
        try:
            validate_email(address)
        except ValidationError:
            raise ValidationError(
                about(str(self.label), "Enter it in the form name@example.com"), code="invalid"
            ) from None


def without_unseen(value: Any) -> str:
    return UNSEEN.sub("", as_typed(value))


def insist_on_length(label: str, typed: str, longest: int) -> None:
    if len(typed) > longest:
        raise ValidationError(
            f"“{label}” can hold {longest:,} characters; this has {len(typed):,}. "
            f"Shorten it by {len(typed) - longest:,}. What you typed is still here."
        )
