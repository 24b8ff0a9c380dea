from typing import Any
from uuid import UUID

from linkworks.domain.onward.choices import Choice
from linkworks.foundation.design import fields

NOT_ASKED = "not_asked"


class OfferForm(fields.Form):
    """`although` says what speaks against it, which the worker may put aside with a reason; blank when nothing does."""

    overridden_because = fields.TextField(
        "Why put it to them all the same?",
        max_length=300,
        label_size="s",
        missing="Say why you put it to them all the same",
    )
    why = fields.TextField(
        "Why this one?",
        required=False,
        max_length=300,
        label_size="s",
        hint="One line that the person themselves would recognise.",
    )
    goal_id = fields.SelectField(
        "Which goal is it for?", required=False, empty_line="None in particular", label_size="s"
    )
    choice = fields.RadiosField(
        "What did they say to it?",
        choices=[(NOT_ASKED, "I have not asked yet"), *Choice.choices],
        small=True,
        label_size="s",
        initial=NOT_ASKED,
        hint="Only what they said themselves.",
    )
    words = fields.TextAreaField("Why, in their own words", required=False, rows=2, max_length=2000, label_size="s")

    def __init__(self, *args: Any, goals: list[tuple[UUID, str]], although: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["overridden_because"].help_text = although
        if not although:
            del self.fields["overridden_because"]
        self.fields["goal_id"].choices = [("", "None in particular"), *((str(pk), words) for pk, words in goals)]  # type: ignore[attr-defined]
        if not goals:
            del self.fields["goal_id"]

    def chosen_goal(self) -> UUID | None:
        asked = self.cleaned_data.get("goal_id")
        return UUID(asked) if asked else None

    def told_choice(self) -> Choice | None:
        asked = self.cleaned_data["choice"]
        return None if asked == NOT_ASKED else Choice(asked)


class ChoiceForm(fields.Form):
    choice = fields.RadiosField(
        "What did they say?",
        choices=Choice.choices,
        small=True,
        label_size="s",
        hint="Only what they said themselves. The choice is theirs.",
        missing="Choose what they said",
    )
    words = fields.TextAreaField("Why, in their own words", required=False, rows=3, max_length=2000, label_size="s")
