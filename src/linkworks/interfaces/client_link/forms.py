from typing import Any

from django.core.exceptions import ValidationError

from linkworks.domain.onward.choices import Choice
from linkworks.foundation.design import fields


class YearField(fields.IntegerField):
    """A year is no amount: it has no thousands, and no limits that a person would wish to read."""

    def to_python(self, value: Any) -> int | None:
        try:
            return super().to_python(value)
        except ValidationError as wrong:
            raise ValidationError("Type the year as four numbers, like 1950", code="invalid") from wrong


class YearForm(fields.Form):
    year = YearField(
        "The year you were born",
        hint="Four numbers, like 1950",
        smallest=1890,
        largest=2100,
        missing="Type the year you were born",
    )


class AnswerForm(fields.Form):
    choice = fields.RadiosField("What do you think?", choices=Choice.choices, missing="Choose one of the answers")
    words = fields.TextAreaField("Anything you want to say", required=False, rows=2, max_length=1000)
