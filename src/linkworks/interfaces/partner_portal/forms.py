from typing import Any

from django import forms

from linkworks.domain.outreach.choices import NeedState
from linkworks.domain.outreach.need_rules import BY_PROVIDER
from linkworks.foundation.design import fields


class AnswerForm(fields.Form):
    """What they say is the button that is pressed."""

    state = forms.ChoiceField(choices=[(state.value, state.label) for state in sorted(BY_PROVIDER)])
    words = fields.TextField("Anything we should know?", required=False, max_length=300, label_size="s")
    scheduled_for = fields.DateTimeField("When will it be?", required=False, label_size="s")

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("state") == NeedState.SCHEDULED and not given.get("scheduled_for"):
            self.refuse("Say when it will be: a day and a time.", "scheduled_for")
        return given
