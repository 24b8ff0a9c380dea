from linkworks.domain.onward.choices import Choice
from linkworks.foundation.design import fields


class YearForm(fields.Form):
    year = fields.IntegerField(
        "The year you were born",
        hint="Four numbers, like 1950",
        smallest=1890,
        largest=2100,
        missing="Type the year you were born",
    )


class AnswerForm(fields.Form):
    choice = fields.RadiosField("What do you think?", choices=Choice.choices, missing="Choose one of the answers")
    words = fields.TextAreaField("Anything you want to say", required=False, rows=2, max_length=1000)
