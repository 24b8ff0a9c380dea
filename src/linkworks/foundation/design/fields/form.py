"""The form that our pages use: branches, error links, and NHS.UK rendering."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorDict

from .base import DesignedField, FieldOnPage, Given


@dataclass(frozen=True)
class Section:
    """A heading over some fields of a form, with a hint under it."""

    title: str
    names: tuple[str, ...]
    hint: str = ""


class Form(forms.Form):
    """Give `sections` to a long form: each field then stands in one of them, in that order.

    A form for the public `marks_optional`: what may be left empty says so after its label. Fields `needed_at_times`,
    after what was answered elsewhere, do not.
    """

    default_renderer = TemplatesSetting
    use_required_attribute = False
    sections: ClassVar[tuple[Section, ...]] = ()
    marks_optional: ClassVar[bool] = False
    needed_at_times: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.order_fields([name for section in self.sections for name in section.names])

    def says_optional(self, name: str) -> bool:
        may_be_empty = not self.fields[name].required and name not in self.needed_at_times
        return self.marks_optional and may_be_empty

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        for name, field in self.fields.items():
            branch = getattr(field, "only_if", None)
            if branch and not branch.is_taken(self.cleaned_data):
                self._leave_branch(name, field)

    def _leave_branch(self, name: str, field: Any) -> None:
        self.cleaned_data[name] = field.blank
        if self._errors is not None:
            self._errors.pop(name, None)

    def without_errors(self) -> None:
        """Show what was typed, and judge nothing yet."""
        self._errors = ErrorDict()
        self.cleaned_data: dict[str, Any] = {}

    def standing_fields(self) -> list[BoundField]:
        """The fields a page draws itself; those on a branch are drawn inside the field that opens it."""
        return [field for field in self.visible_fields() if not self._opener(field)]

    def standing_sections(self) -> list[tuple[Section, list[BoundField]]]:
        """The standing fields under their headings; all of them under none when the form has no sections."""
        standing = {field.name: field for field in self.standing_fields()}
        sections = self.sections or (Section("", tuple(standing)),)
        return [(part, [standing[name] for name in part.names if name in standing]) for part in sections]

    def revealed_by(self, opener: str, value: Any) -> list[BoundField]:
        return [
            field
            for field in self.visible_fields()
            if self._opener(field) == opener and str(value) in map(str, self._branch(field).values)
        ]

    def _opener(self, field: BoundField) -> str:
        branch = self._branch(field)
        opener = self.fields.get(branch.name) if branch else None
        return branch.name if opener is not None and getattr(opener, "can_reveal", False) else ""

    def _branch(self, field: BoundField) -> Given:
        return getattr(field.field, "only_if", None)  # type: ignore[return-value]

    @property
    def error_links(self) -> list[dict[str, str]]:
        """For the error summary, in the order of the page."""
        of_the_form = [{"text": str(error)} for error in self.non_field_errors()]
        return of_the_form + [
            {"text": str(self.errors[name][0]), "href": f"#{_focus_id(self[name])}"}
            for name in self.fields
            if name in self.errors
        ]

    def refuse(self, message: str, field: str | None) -> None:
        """Show a rule's sentence beside the field it is about, or at the top when that field is not here."""
        self.add_error(field if field in self.fields else NON_FIELD_ERRORS, message)


def _focus_id(bound: BoundField) -> str:
    return bound.focus_id if isinstance(bound, FieldOnPage) else bound.auto_id


__all__ = ["DesignedField", "Form", "Given", "Section"]
