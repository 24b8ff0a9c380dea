"""A secret: never shown back, never trimmed, and free to be pasted."""

from typing import Any

from django import forms

from .base import DesignedField, FieldOnPage
from .text import LONGEST_LINE, insist_on_length


class PasswordField(DesignedField, forms.CharField):
    template_name = "forms/password.jinja"

    def __init__(self, label: str = "Password", *, autocomplete: str = "current-password", **options: Any) -> None:
        self.autocomplete = autocomplete
        super().__init__(label, strip=False, **options)

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return {"autocomplete": self.autocomplete}

    def clean(self, value: Any) -> Any:
        insist_on_length(str(self.label), value or "", LONGEST_LINE)
        return super().clean(value)
