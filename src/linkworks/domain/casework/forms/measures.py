from collections.abc import Sequence
from typing import Any

from linkworks.domain.casework.choices import MeasurePoint, NotAskedReason
from linkworks.domain.casework.measures import Instrument, Item
from linkworks.domain.casework.models import Goal
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields.base import DesignedField

NOUGHT_TO_TEN = [*range(11)]
NO_ANSWER = "none"
LABEL_SIZE = "s"


def point_field() -> fields.RadiosField:
    return fields.RadiosField(
        "When is this?", choices=MeasurePoint.choices, inline=True, small=True, label_size=LABEL_SIZE
    )


class MeasureForm(fields.Form):
    """One question of the measure under another. Any of them may stay unanswered."""

    point = point_field()

    def __init__(self, *, instrument: Instrument, **options: Any) -> None:
        super().__init__(**options)
        self.instrument = instrument
        for item in instrument.items:
            self.fields[item.key] = _item_field(item)

    @property
    def answers(self) -> dict[str, int | None]:
        given = {item.key: self.cleaned_data[item.key] for item in self.instrument.items}
        return {key: None if answer in ("", None, NO_ANSWER) else int(answer) for key, answer in given.items()}


class WhatMattersForm(fields.Form):
    """How close the person says they are, for each goal in their own words."""

    def __init__(self, *, goals: Sequence[Goal], **options: Any) -> None:
        super().__init__(**options)
        self.goals = goals
        for goal in goals:
            self.fields[str(goal.pk)] = fields.ScaleField(
                goal.words, ends=("not at all close", "I am there"), required=False, label_size=LABEL_SIZE
            )

    @property
    def scores(self) -> list[tuple[Goal, int]]:
        given = [(goal, self.cleaned_data[str(goal.pk)]) for goal in self.goals]
        return [(goal, score) for goal, score in given if score is not None]


class NotAskedForm(fields.Form):
    point = point_field()
    reason = fields.RadiosField("Why was it not asked?", choices=NotAskedReason.choices, label_size=LABEL_SIZE)
    words = fields.TextField(
        "What was the reason?", max_length=200, only_if=fields.Given("reason", NotAskedReason.OTHER.value)
    )


def _item_field(item: Item) -> DesignedField:
    if [answer.value for answer in item.answers] == NOUGHT_TO_TEN:
        lowest, highest = (item.answers[end].words.partition(", ")[2] for end in (0, -1))
        return fields.ScaleField(item.wording, ends=(lowest, highest), required=False, label_size=LABEL_SIZE)
    choices = [(str(answer.value), answer.words.capitalize()) for answer in item.answers]
    return fields.RadiosField(
        item.wording,
        choices=[*choices, (NO_ANSWER, "Did not answer")],
        required=False,
        small=True,
        label_size=LABEL_SIZE,
    )
