"""What matters, needs, the plan and its goals. Goals and what matters are the person's own words."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from linkworks.domain.casework.choices import GOAL_MOVES, NEED_MOVES, GoalStatus, NeedCategory, NeedStatus
from linkworks.domain.casework.models import Need
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import Given

LONGEST_LINE = 300
SOMEBODY_ELSE = "else"


class WhatMattersForm(fields.Form):
    words = fields.TextAreaField(
        "What matters, in the person’s own words",
        rows=6,
        max_length=4000,
        missing="Write what matters, in the person’s own words",
    )
    said_on = fields.DateField("When did they say it?", past=True)


class NeedsForm(fields.Form):
    categories = fields.CheckboxesField(
        "What is there to work on?",
        hint="Tick all that are true",
        missing="Choose at least one need",
        small=True,
        label_size="s",
    )
    words = fields.TextField("More about this", max_length=LONGEST_LINE, required=False)

    def __init__(self, *, standing: Iterable[str], **options: Any) -> None:
        """`standing` are the categories already being worked on; “something else” can always be added."""
        super().__init__(**options)
        taken = set(standing) - {NeedCategory.OTHER}
        field: Any = self.fields["categories"]
        field.choices = [(value, label) for value, label in NeedCategory.choices if value not in taken]


class NeedStatusForm(fields.Form):
    status = fields.RadiosField("How does it stand?", small=True, label_size="s")

    def __init__(self, *, now: NeedStatus, **options: Any) -> None:
        super().__init__(**options)
        field: Any = self.fields["status"]
        field.choices = [(status.value, status.label) for status in NeedStatus if status in NEED_MOVES[now]]


class GoalForm(fields.Form):
    words = fields.TextAreaField(
        "The goal, in the person’s own words",
        rows=3,
        max_length=LONGEST_LINE,
        missing="Write the goal, in the person’s own words",
    )
    need = fields.SelectField("Which need is it for?", empty_line="None of these", required=False)
    score = fields.ScaleField(
        "How close to it are they already?",
        ends=("not at all", "all the way there"),
        required=False,
        hint="Ask the person. Leave it empty if you have not asked.",
    )

    def __init__(self, *, needs: Sequence[Need], **options: Any) -> None:
        super().__init__(**options)
        self._needs = needs
        field: Any = self.fields["need"]
        field.choices = [("", ""), *((str(need.pk), NeedCategory(need.category).label) for need in needs)]

    def chosen_need(self) -> Need | None:
        chosen = self.cleaned_data["need"]
        return next((need for need in self._needs if str(need.pk) == chosen), None)


class ChangeGoalForm(GoalForm):
    score = None  # type: ignore[assignment] # Django takes the field off


class GoalMoveForm(fields.Form):
    status = fields.RadiosField("How did it end?", small=True, label_size="s")
    words = fields.TextField(
        "More about this", max_length=LONGEST_LINE, required=False, hint="What helped, or what changed"
    )

    def __init__(self, *, now: GoalStatus, **options: Any) -> None:
        super().__init__(**options)
        field: Any = self.fields["status"]
        field.choices = [(status.value, status.label) for status in GoalStatus if status in GOAL_MOVES[now]]
        if now is not GoalStatus.ACTIVE:
            field.label = "How does it stand?"


class ScoreForm(fields.Form):
    """Posted bare, with one press on a number, it says: today."""

    score = fields.ScaleField(
        "How close are you to this?", ends=("not at all", "all the way there"), missing="Choose a number from 0 to 10"
    )
    on = fields.DateField("When did they say it?", past=True, required=False, hint="Leave it empty if it was today")


class StepForm(fields.Form):
    what = fields.TextField("What is the next step towards it?", max_length=LONGEST_LINE)
    who = fields.RadiosField("Who does it?", small=True, label_size="s")
    who_else = fields.TextField("Who?", max_length=120, width=20, only_if=Given("who", SOMEBODY_ELSE))
    by_when = fields.DateField("By when?", future=True, required=False)

    def __init__(self, *, person: str, worker: str, **options: Any) -> None:
        super().__init__(**options)
        field: Any = self.fields["who"]
        field.choices = [(person, person), (worker, f"{worker} (me)"), (SOMEBODY_ELSE, "Somebody else")]

    def named(self) -> str:
        who = str(self.cleaned_data["who"])
        return str(self.cleaned_data["who_else"]) if who == SOMEBODY_ELSE else who


class AgreePlanForm(fields.Form):
    agreed_on = fields.DateField("When did you agree it?", past=True)
    review_on = fields.DateField("When will you look at it together again?", future=True, required=False)
    person_has_copy = fields.TickField("The person has a copy", required=False)


class ReviewPlanForm(fields.Form):
    words = fields.TextAreaField(
        "If you looked at it together, what came of it?", rows=4, max_length=4000, required=False
    )
    review_on = fields.DateField("When will you look at it together again?", future=True, required=False)
    person_has_copy = fields.TickField("The person has a copy", required=False)


def as_choice(row_id: UUID | None) -> str:
    return str(row_id) if row_id else ""
