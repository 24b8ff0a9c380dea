from typing import Any

from linkworks.domain.onward.choices import ALLOWED_MOVES, IntroductionKind, OnwardStatus
from linkworks.domain.onward.forms.day import DayForm
from linkworks.foundation.design import fields


class SignpostForm(DayForm):
    told = fields.TextField(
        "What did you tell them?",
        required=False,
        max_length=300,
        label_size="s",
        hint="For example: ring on Monday and ask for Jo; the door is round the back.",
    )


class IntroductionForm(DayForm):
    kind = fields.RadiosField(
        "How did you bring them together?", choices=IntroductionKind.choices, small=True, label_size="s"
    )
    with_whom = fields.TextField(
        "With whom?", max_length=120, label_size="s", hint="A name there makes the second time easier."
    )
    words = fields.TextField("Anything to remember?", required=False, max_length=300, label_size="s")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.at_the_end("when", "on")


class AnswerForm(DayForm):
    status = fields.RadiosField(
        "What did they answer?", small=True, label_size="s", missing="Choose what they answered"
    )
    words = fields.TextField(
        "Anything to add?",
        required=False,
        max_length=300,
        label_size="s",
        hint="For example: about six weeks; ask for Jo.",
    )

    def __init__(self, *args: Any, stands: OnwardStatus, **options: Any) -> None:
        super().__init__(*args, **options)
        moves = [(move.value, move.label) for move in OnwardStatus if move in ALLOWED_MOVES[stands]]
        self.fields["status"].choices = moves  # type: ignore[attr-defined]
        self.at_the_end("when", "on")
