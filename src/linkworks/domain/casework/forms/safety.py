from typing import Any
from uuid import UUID

from linkworks.domain.casework.choices import SafetyDeed
from linkworks.foundation.design import fields

YES, NO, NOT_SURE = fields.YES, fields.NO, fields.UNKNOWN
RECORDED_BY_HAND = [deed for deed in SafetyDeed if deed not in (SafetyDeed.REMINDED, SafetyDeed.ENDED)]


class FirstQuestionsForm(fields.Form):
    """Two questions. Nobody who is not sure is told that there is no danger."""

    immediate_danger = fields.YesNoUnknownField(
        "Are they in danger now?",
        unknown="I am not sure",
        hint="They have harmed themselves, say that they will, or have a plan and the means.",
        label_size="m",
    )
    with_them_now = fields.YesNoField(
        "Are you with them now?", hint="In the same place, or on the telephone.", label_size="m"
    )

    @property
    def answers(self) -> dict[str, bool]:
        """What `answer_first_questions` takes."""
        given = self.cleaned_data
        return {"immediate_danger": given["immediate_danger"] != NO, "with_them_now": given["with_them_now"] == YES}


class SafetyDeedForm(fields.Form):
    deed = fields.RadiosField(
        "What have you done?", choices=[(deed.value, deed.label) for deed in RECORDED_BY_HAND], label_size="m"
    )
    with_whom = fields.TextField(
        "Whom did you speak to?",
        max_length=200,
        hint="Name and role, for example Dr Osei, duty doctor",
        only_if=fields.Given("deed", SafetyDeed.PRACTICE_CALLED.value),
    )
    new_owner = fields.SelectField(
        "Who takes it on?", only_if=fields.Given("deed", SafetyDeed.PASSED_ON.value), empty_line="Choose a colleague"
    )
    words = fields.TextAreaField("What was said and agreed?", rows=4, required=False, label_size="s")

    def __init__(self, *, colleagues: list[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(**options)
        self.fields["new_owner"].choices = [(str(user_id), name) for user_id, name in colleagues]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What `record_safety_deed` takes."""
        given = self.cleaned_data
        return {
            "deed": SafetyDeed(given["deed"]),
            "with_whom": given["with_whom"],
            "words": given["words"],
            "new_owner_id": UUID(given["new_owner"]) if given["new_owner"] else None,
        }


class EndPathForm(fields.Form):
    words = fields.TextAreaField(
        "How do things stand now?",
        rows=5,
        hint="Who looks after them, and what was agreed.",
        missing="Say how things stand now",
        label_size="m",
    )
