"""What every form field of ours can do beyond Django's: look like NHS.UK, and stand on a branch."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField


@dataclass(frozen=True)
class Given:
    """A branch of a form: taken when the field `name` has one of `values`."""

    name: str
    values: tuple[Any, ...]

    def __init__(self, name: str, *values: Any) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "values", values)

    def is_taken(self, answers: Mapping[str, Any]) -> bool:
        answer = answers.get(self.name)
        given = answer if isinstance(answer, (list, tuple, set)) else [answer]
        return any(value in self.values for value in given)


class FieldOnPage(BoundField):
    """A field with its answer, ready for a template of `forms/`."""

    field: Any

    def __init__(self, form: Any, field: Any, name: str) -> None:
        super().__init__(form, field, name)
        if hasattr(form, "says_optional") and form.says_optional(name):
            self.label = f"{self.label} (optional)"

    @property
    def first_error(self) -> str:
        return str(self.errors[0]) if self.errors else ""

    @property
    def focus_id(self) -> str:
        """The id of the element that a link in the error summary goes to."""
        return str(self.field.focus_id(self))

    @property
    def options(self) -> dict[str, Any]:
        """What every NHS.UK form macro takes; the field adds what is its own."""
        given: dict[str, Any] = {
            "id": self.id_for_label or self.auto_id,
            "name": self.html_name,
            "label": self.label_options | {"for": self.auto_id},
            "hint": {"text": self.help_text} if self.help_text else None,
            "errorMessage": {"text": self.first_error} if self.errors else None,
            "classes": self.field.classes,
        }
        return {k: v for k, v in (given | self.field.options(self)).items() if v is not None}

    @property
    def label_options(self) -> dict[str, Any]:
        return {
            "text": self.label,
            "size": self.field.label_size or None,
            "isPageHeading": self.field.is_heading,
            "classes": "nhsuk-u-visually-hidden" if self.field.hide_label else None,
        }

    @property
    def described_by(self) -> str:
        ids = [f"{self.auto_id}-hint"] if self.help_text else []
        return " ".join([*ids, *([f"{self.auto_id}-error"] if self.errors else [])])

    @property
    def aria_describedby(self) -> str | None:
        return self.described_by or None


class DesignedField(forms.Field):
    """Mixed into a Django field. The label comes first; everything else by keyword.

    hint           help under the label
    missing        the sentence shown when a required answer is not there
    label_size     "s", "m", "l" or "xl"; is_heading makes the label the page's h1
    hide_label     keeps the label for screen readers only
    only_if        the branch this field stands on: `Given("interpreter", "yes")`
    """

    template_name = "forms/text.jinja"

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        missing: str = "",
        label_size: str = "",
        is_heading: bool = False,
        hide_label: bool = False,
        classes: str = "",
        only_if: Given | None = None,
        **django_options: Any,
    ) -> None:
        self.label_size = label_size
        self.is_heading = is_heading
        self.hide_label = hide_label
        self.classes = classes
        self.only_if = only_if
        messages = {"required": missing or self.missing_sentence(label)}
        messages |= django_options.pop("error_messages", {})
        given: dict[str, Any] = {
            "help_text": hint,
            "error_messages": messages,
            "template_name": self.template_name,
        }
        super().__init__(label=label, **(given | django_options))

    def missing_sentence(self, label: str) -> str:
        return f"Answer the question “{label}”" if label.endswith("?") else f"Enter {start_small(label)}"

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> FieldOnPage:
        return FieldOnPage(form, self, field_name)

    def focus_id(self, bound: FieldOnPage) -> str:
        return bound.auto_id

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return {"value": as_typed(bound.value())}

    @property
    def blank(self) -> Any:
        """The answer of a branch that was not taken."""
        return self.to_python(None)


def as_typed(value: Any) -> str:
    return "" if value is None else str(value)


def about(label: str, wrong: str) -> str:
    """What is wrong, after what it is wrong with. Behind a question that would read badly: it stands alone."""
    return wrong if label.endswith("?") else f"{label}: {start_small(wrong)}"


def start_small(label: str) -> str:
    """A label inside a sentence: “Date of birth” becomes “date of birth”, “NHS number” stays."""
    first = label.split(" ", 1)[0]
    return label if len(first) > 1 and first.isupper() else label[:1].lower() + label[1:]
