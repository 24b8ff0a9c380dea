"""A secret: never shown back, never trimmed, and free to be pasted."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from .base import DesignedField, FieldOnPage
from .text import LONGEST_LINE


class PasswordField(DesignedField, forms.CharField):
    template_name = "forms/password.jinja"

    def __init__(self, label: str = "Password", *, autocomplete: str = "current-password", **options: Any) -> None:
        self.autocomplete = autocomplete
        super().__init__(label, strip=False, **options)

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return {"autocomplete": self.autocomplete}

    def clean(self, value: Any) -> Any:
        if len(value or "") > LONGEST_LINE:
            raise ValidationError(f"A password has {LONGEST_LINE} characters at most")
        return super().clean(value)
