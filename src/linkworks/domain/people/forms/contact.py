from datetime import date
from typing import Any

from linkworks.domain.people.choices import AdjustmentKind, AlertKind
from linkworks.foundation.core import clock
from linkworks.foundation.design import fields

SAFE_WHEN: dict[str, Any] = {
    "label": "When is it safe?",
    "max_length": 200,
    "required": False,
    "hint": "Like “weekdays after 10, not when her son is in”. Leave it empty if any time is all right.",
}
NONE = "none"
REVIEW_ON: dict[str, Any] = {"label": "When should we ask again?", "future": True, "required": False}


class TelephoneForm(fields.Form):
    value = fields.PhoneField(hint="A United Kingdom number, like 07700 900123")
    may_voicemail = fields.TickField("We may leave a voicemail", required=False)
    may_text = fields.TickField("We may send texts", required=False)
    safe_when = fields.TextField(**SAFE_WHEN)
    is_preferred = fields.TickField("Try this one first", required=False)


class EmailAddressForm(fields.Form):
    value = fields.EmailField()
    safe_when = fields.TextField(**(SAFE_WHEN | {"hint": "Who else reads it? When is it all right to write?"}))
    is_preferred = fields.TickField("The person likes e-mail best", required=False)


class AlertForm(fields.Form):
    kind = fields.RadiosField(
        "What must be seen before contact?", choices=AlertKind.choices, small=True, label_size="s"
    )
    words = fields.TextField(
        "In a few words", max_length=300, required=False, hint="Everybody who opens the record sees this first"
    )
    review_on = fields.DateField(**REVIEW_ON)


class AlertReviewForm(fields.Form):
    words = fields.TextField("In a few words", max_length=300, required=False)
    review_on = fields.DateField(**REVIEW_ON)


class CommunicationNeedsForm(fields.Form):
    """What the person said when they were asked. “Nothing” is an answer."""

    kinds = fields.CheckboxesField(
        "What would make it easier for the person to talk with us and read what we send?",
        choices=[*AdjustmentKind.choices, (NONE, "Nothing: they were asked and need nothing")],
        none=NONE,
        small=True,
        label_size="s",
        hint="What is written down already stays",
        missing="Tick what they need, or that they need nothing",
    )
    words = fields.TextField("More about this", max_length=300, required=False)
    may_share = fields.TickField(
        "We may tell other services about these needs when we pass details on", required=False, initial=True
    )
    review_on = fields.DateField(**REVIEW_ON)

    def clean_kinds(self) -> list[str]:
        return [kind for kind in self.cleaned_data["kinds"] if kind != NONE]


class AdjustmentForm(fields.Form):
    words = fields.TextField("More about this", max_length=300, required=False)
    how_met = fields.TextField(
        "How do we meet it?",
        max_length=300,
        required=False,
        hint="Like “letters in 18 point” or “book the interpreter from Sign Solutions”",
    )
    may_share = fields.TickField("We may tell other services about it when we pass details on", required=False)
    review_on = fields.DateField(**REVIEW_ON)


class SupporterForm(fields.Form):
    name = fields.TextField("Name", max_length=120, width=20, spellcheck=False)
    relationship = fields.TextField(
        "Who are they to the person?", max_length=60, width=20, hint="Like son or neighbour"
    )
    telephone = fields.PhoneField(required=False)
    is_carer = fields.TickField("They care for the person", required=False)
    is_emergency_contact = fields.TickField("Ring them in an emergency", required=False)
    may_talk_to = fields.YesNoField(
        "Has the person said that we may talk to them?", hint="Without a yes we may listen to them, and tell nothing"
    )
    words = fields.TextField("Anything to know", max_length=300, required=False)


def next_year() -> date:
    """When an alert or a need is looked at again if nobody says otherwise."""
    today = clock.today()
    return date(today.year + 1, today.month, min(today.day, 28))
