"""Answers picked from a list: radios, checkboxes, a select, yes or no, a scale."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

from .base import DesignedField, FieldOnPage, start_small


@dataclass(frozen=True)
class ItemOnPage:
    """One radio or checkbox, with the fields it reveals."""

    id: str
    value: str
    label: str
    hint: str
    is_chosen: bool
    is_exclusive: bool
    revealed: list[BoundField]


class _ListField(DesignedField):
    """`choices` as Django takes them; `hints` say more about a value; `none` is the value that excludes all others."""

    can_reveal = True

    def __init__(
        self,
        label: str,
        *,
        choices: Any = (),
        hints: Mapping[str, str] | None = None,
        none: str = "",
        inline: bool = False,
        small: bool = False,
        **options: Any,
    ) -> None:
        self.hints = hints or {}
        self.none = none
        self.inline = inline
        self.small = small
        super().__init__(label, choices=choices, **options)
        self.error_messages["invalid_choice"] = f"Choose {start_small(str(self.label))} from the list"

    def missing_sentence(self, label: str) -> str:
        return f"Choose an answer to “{label}”" if label.endswith("?") else f"Choose {start_small(label)}"

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return {"items": self.items(bound)}

    def items(self, bound: FieldOnPage) -> list[ItemOnPage]:
        chosen = self._chosen(bound.value())
        form: Any = bound.form
        return [
            ItemOnPage(
                id=bound.auto_id if index == 1 else f"{bound.auto_id}-{index}",
                value=str(value),
                label=str(label),
                hint=self.hints.get(value, ""),
                is_chosen=str(value) in chosen,
                is_exclusive=bool(self.none) and str(value) == self.none,
                revealed=form.revealed_by(bound.name, value) if hasattr(form, "revealed_by") else [],
            )
            for index, (value, label) in enumerate(self._offered(), start=1)
        ]

    def _offered(self) -> Iterable[tuple[Any, Any]]:
        choices: Any = getattr(self, "choices", ())
        return [(value, label) for value, label in choices if value not in (None, "")]

    def _chosen(self, value: Any) -> set[str]:
        given = value if isinstance(value, (list, tuple, set)) else [value]
        return {str(one) for one in given if one not in (None, "")}


class RadiosField(_ListField, forms.ChoiceField):
    template_name = "forms/radios.jinja"


class CheckboxesField(_ListField, forms.MultipleChoiceField):
    template_name = "forms/checkboxes.jinja"
    widget = forms.CheckboxSelectMultiple

    def clean(self, value: Any) -> list[str]:
        answers: list[str] = super().clean(value)
        if self.none and self.none in answers and len(answers) > 1:
            label = dict(self._offered())[self.none]
            raise ValidationError(f"Choose “{label}”, or the ones that apply, but not both")
        return answers


class SelectField(_ListField, forms.ChoiceField):
    """A drop-down list. The first, empty line says what to do, or what it means where `choices` give it words."""

    template_name = "forms/select.jinja"
    can_reveal = False

    def __init__(self, label: str, *, empty_line: str = "Choose one", **options: Any) -> None:
        self.empty_line = empty_line
        super().__init__(label, **options)

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        choices: Any = self.choices
        empty = next((str(label) for value, label in choices if not value and label), self.empty_line)
        offered = [{"value": "", "text": empty}]
        offered += [{"value": item.value, "text": item.label} for item in self.items(bound)]
        return {"items": offered, "value": str(bound.value() or "")}


class TickField(DesignedField, forms.BooleanField):
    """One box to tick: “I agree …”. Required means it has to be ticked."""

    template_name = "forms/tick.jinja"
    can_reveal = True

    def missing_sentence(self, label: str) -> str:
        return f"Tick the box “{label}” to go on"

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        form: Any = bound.form
        return {
            "is_ticked": bool(self.to_python(bound.value())),
            "revealed": form.revealed_by(bound.name, True) if hasattr(form, "revealed_by") else [],
        }


YES, NO, UNKNOWN = "yes", "no", "unknown"


class YesNoField(RadiosField):
    """Gives "yes" or "no"."""

    def __init__(self, label: str, **options: Any) -> None:
        given: dict[str, Any] = {"choices": [(YES, "Yes"), (NO, "No")], "inline": True}
        super().__init__(label, **(given | options))


class YesNoUnknownField(RadiosField):
    """Gives "yes", "no" or "unknown"."""

    def __init__(self, label: str, *, unknown: str = "Don’t know", **options: Any) -> None:
        given: dict[str, Any] = {"choices": [(YES, "Yes"), (NO, "No"), (UNKNOWN, unknown)]}
        super().__init__(label, **(given | options))


class ScaleField(_ListField, forms.TypedChoiceField):
    """A whole number on a scale, as a row of boxes to press; `ends` says what the two ends mean."""

    template_name = "forms/scale.jinja"
    can_reveal = False

    def __init__(
        self,
        label: str,
        *,
        smallest: int = 0,
        largest: int = 10,
        ends: tuple[str, str] = ("", ""),
        **options: Any,
    ) -> None:
        self.ends = ends
        choices = [(number, str(number)) for number in range(smallest, largest + 1)]
        super().__init__(label, choices=choices, coerce=int, empty_value=None, **options)

    @property
    def blank(self) -> None:
        return None

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        return super().options(bound) | {"ends": self.ends}
