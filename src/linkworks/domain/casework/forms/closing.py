from collections.abc import Sequence
from typing import Any

from linkworks.domain.casework.choices import ClosureReason, HowItWent, NotAskedReason
from linkworks.domain.casework.selectors.closing import ClosingMessage
from linkworks.domain.referrals.choices import Recipient
from linkworks.foundation.design import fields

HINTS = {ClosureReason.DECLINED.value: "Only when the person said no. Then the declined code is due in the GP record."}


class ClosingForm(fields.Form):
    reason = fields.RadiosField("Why does support end?", choices=ClosureReason.choices, hints=HINTS, label_size="m")
    how_it_went = fields.RadiosField("How did it go?", choices=HowItWent.choices, label_size="m")
    words = fields.TextAreaField(
        "In a few words",
        rows=4,
        required=False,
        hint="For the summary to the practice. You see it before it leaves.",
        label_size="m",
    )
    measures_not_asked = fields.SelectField(
        "Measures at the end: if you did not ask them, why?",
        choices=NotAskedReason.choices,
        empty_line="They were asked, or I would rather not say",
        required=False,
        label_size="s",
    )
    checks_in = fields.YesNoField("Will you check in with them later?", label_size="m")
    check_in_on = fields.DateField(
        "When?", future=True, only_if=fields.Given("checks_in", fields.YES), hint="It becomes a task."
    )

    def values(self) -> dict[str, Any]:
        """What `prepare_closing` takes."""
        given = self.cleaned_data
        return {
            "reason": ClosureReason(given["reason"]),
            "how_it_went": HowItWent(given["how_it_went"]),
            "words": given["words"],
            "check_in_on": given["check_in_on"],
            "measures_not_asked": given["measures_not_asked"],
        }


class MessagesForm(fields.Form):
    """For each recipient who may be told, whether to tell them; the summary may be put in other words."""

    def __init__(self, *, offered: Sequence[ClosingMessage], **options: Any) -> None:
        super().__init__(**options)
        self.offered = [message for message in offered if message.may_leave]
        for message in self.offered:
            name = message.recipient.value
            self.fields[f"{name}_send"] = fields.TickField(
                f"Send this to {message.name}, {message.address}", required=False, initial=True
            )
            if message.may_be_changed:
                self.fields[f"{name}_text"] = fields.TextAreaField(
                    "The summary", rows=16, initial=message.summary, required=False, label_size="s"
                )

    @property
    def texts(self) -> dict[Recipient, str]:
        """What `close_case` takes: those to be told, in which words."""
        chosen = [m.recipient for m in self.offered if self.cleaned_data[f"{m.recipient.value}_send"]]
        return {recipient: self.cleaned_data.get(f"{recipient.value}_text", "") for recipient in chosen}


class ReopenForm(fields.Form):
    words = fields.TextAreaField(
        "Why does support begin again?", rows=4, missing="Say why support begins again", label_size="m"
    )
