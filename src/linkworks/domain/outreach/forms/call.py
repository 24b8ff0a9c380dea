from typing import Any

from django import forms

from linkworks.foundation.design import fields


class CallForm(fields.Form):
    """How it went is the button that is pressed."""

    outcome = forms.CharField(required=False)
    note = fields.TextAreaField("Note", required=False, rows=3, max_length=4000, label_size="s")
    at_home = forms.BooleanField(required=False)
    ring_at = fields.DateTimeField(
        "Ring again at", required=False, label_size="s", hint="Only where you agreed a time. Then press “Ring back”."
    )


class ShiftForm(fields.Form):
    languages = fields.CheckboxesField(
        "Which languages can you ring in?", small=True, label_size="s", missing="Choose the languages you can ring in"
    )

    def __init__(self, *args: Any, languages: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["languages"].choices = [(one, one) for one in languages]  # type: ignore[attr-defined]
