"""A file to send."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from .base import DesignedField, FieldOnPage

MEGABYTE = 1024 * 1024


class FileField(DesignedField, forms.FileField):
    """`kinds` are the endings allowed, without the dot."""

    template_name = "forms/file.jinja"

    def __init__(
        self,
        label: str,
        *,
        kinds: tuple[str, ...],
        largest_megabytes: int = 5,
        **options: Any,
    ) -> None:
        self.kinds = kinds
        self.largest_megabytes = largest_megabytes
        super().__init__(
            label,
            error_messages={"empty": "That file is empty. Choose another one"},
            **options,
        )

    def missing_sentence(self, label: str) -> str:
        return "Choose a file"

    def to_python(self, data: Any) -> Any:
        file = super().to_python(data)
        if file is not None:
            self._insist_on_kind(file.name or "")
            self._insist_on_size(file.size)
        return file

    def _insist_on_kind(self, name: str) -> None:
        if PurePath(name).suffix.lower().lstrip(".") not in self.kinds:
            raise ValidationError(f"Choose a file that ends in {' or '.join(f'.{kind}' for kind in self.kinds)}")

    def _insist_on_size(self, size: int) -> None:
        if size > self.largest_megabytes * MEGABYTE:
            raise ValidationError(f"That file is too large. Choose one of up to {self.largest_megabytes} MB")

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return {"attributes": {"accept": ",".join(f".{kind}" for kind in self.kinds)}}
