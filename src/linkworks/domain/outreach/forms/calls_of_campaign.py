"""What coordinators and leads fill in about the calls of a campaign."""

from django.core.exceptions import ValidationError

from linkworks.domain.outreach.choices import Verdict
from linkworks.foundation.design import fields

WHO = "Their telephone number or name"
DIGITS = 4


class CheckForm(fields.Form):
    code = fields.TextField(
        "The four digits they were given",
        width=4,
        inputmode="numeric",
        autocomplete="off",
        missing="Enter the four digits they were given",
    )
    who = fields.TextField(WHO, width=30, autocomplete="off", missing="Enter their telephone number or name")

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].replace(" ", "")
        if len(code) != DIGITS or not code.isdecimal():
            raise ValidationError("The code has 4 digits. Ask them to read it out once more")
        return code


class RangBackForm(fields.Form):
    who = fields.TextField(WHO, width=30, autocomplete="off", missing="Enter their telephone number or name")


class ShareForm(fields.Form):
    first = fields.IntegerField(
        "How many of each caller’s first calls do you look at?", smallest=0, largest=100, width=3, label_size="s"
    )
    share = fields.IntegerField(
        "And then, how many in a hundred?",
        hint="Chance decides which. 0 looks at none of them.",
        smallest=0,
        largest=100,
        width=3,
        label_size="s",
    )


class LookForm(fields.Form):
    verdict = fields.RadiosField("Was it right?", choices=Verdict.choices, missing="Say whether it was right")
    was_rung_back = fields.TickField("I rang them back to hear how it was", required=False)
    words = fields.TextAreaField(
        "Kind words to the caller",
        required=False,
        rows=4,
        max_length=2000,
        hint="They read this. Say first what went well. Name nobody but them.",
    )
