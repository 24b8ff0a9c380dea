from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from linkworks.domain.outreach.choices import Came, Urgency
from linkworks.domain.outreach.models import Need, NeedType
from linkworks.domain.outreach.need_texts import came_field, question_of
from linkworks.domain.outreach.scripts.languages import TAGS
from linkworks.foundation.design import fields

NOT_KNOWN = "not-known"


class CallForm(fields.Form):
    """How it went is the button that is pressed."""

    outcome = forms.CharField(required=False)
    note = fields.TextAreaField("Note", required=False, rows=3, max_length=4000, label_size="s")
    at_home = forms.BooleanField(required=False)
    ring_at = fields.DateTimeField(
        "Ring again at", required=False, label_size="s", hint="Only where you agreed a time. Then press “Ring back”."
    )
    language = fields.SelectField(
        "Which language do they need?",
        choices=[*((one, one) for one in TAGS), (NOT_KNOWN, "Another one, or you cannot tell")],
        required=False,
        label_size="s",
        hint="Only where they need another. Then press that outcome. Where it is not here, write down what you heard.",
    )

    def __init__(self, *args: Any, to_confirm: Iterable[Need] = (), **options: Any) -> None:
        """`to_confirm` is what was brought, each with a question of its own."""
        super().__init__(*args, **options)
        self.asked = {came_field(need): need for need in to_confirm}
        for name, need in self.asked.items():
            self.fields[name] = fields.RadiosField(
                question_of(need), choices=Came.choices, required=False, inline=True, small=True, label_size="s"
            )

    @property
    def questions(self) -> list[Any]:
        """The questions as fields on the page."""
        return [self[name] for name in self.asked]

    @property
    def came(self) -> dict[UUID, Came]:
        """What was answered, by the need."""
        return {need.pk: Came(said) for name, need in self.asked.items() if (said := self.cleaned_data.get(name))}


class NeedForm(fields.Form):
    """A need that no answer raises; or one that an answer raised, taken away."""

    type = fields.SelectField("What do they need?", label_size="s")
    urgency = fields.RadiosField("How soon?", choices=Urgency.choices, inline=True, small=True, label_size="s")
    words = fields.TextField("What should be known about it?", max_length=500, label_size="s")
    may_share = fields.TickField("They agree that it is passed on to those who can help", required=False)

    def __init__(self, *args: Any, kinds: Iterable[NeedType], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["type"].choices = [(kind.code, kind.label) for kind in kinds]  # type: ignore[attr-defined]


class ShiftForm(fields.Form):
    languages = fields.CheckboxesField(
        "Which languages can you ring in?", small=True, label_size="s", missing="Choose the languages you can ring in"
    )

    def __init__(self, *args: Any, languages: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["languages"].choices = [(one, one) for one in languages]  # type: ignore[attr-defined]
