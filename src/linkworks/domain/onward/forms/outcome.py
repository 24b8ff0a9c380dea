from typing import Any

from linkworks.domain.onward.actions.outcome import HowItWent
from linkworks.domain.onward.choices import NeedMet, Rung, StoppedReason
from linkworks.domain.onward.forms.day import DayForm, blank_as_none
from linkworks.foundation.design import fields

STOPPED, DID_NOT_HAPPEN, NOT_KNOWN = "stopped", "did_not_happen", "not_known"
CLIMBED = (Rung.CONTACTED, Rung.REACHED, Rung.RECEIVED)


class OutcomeForm(DayForm):
    """How far it got, whether that was what was needed, or why it stopped; and how it felt."""

    how_far = fields.RadiosField(
        "How far did it get?",
        choices=[*((rung.value, rung.label) for rung in CLIMBED), (STOPPED, "It stopped")],
        hints={Rung.RECEIVED: "This says that they got in touch and got through as well."},
        small=True,
        label_size="s",
        missing="Say how far it got, or why it stopped",
    )
    need_met = fields.RadiosField(
        "Was it what they needed?",
        choices=[*NeedMet.choices, (NOT_KNOWN, "Too early to say")],
        small=True,
        initial=NOT_KNOWN,
        only_if=fields.Given("how_far", Rung.RECEIVED),
    )
    stopped_because = fields.RadiosField(
        "Why did it stop?", choices=StoppedReason.choices, small=True, only_if=fields.Given("how_far", STOPPED)
    )
    felt = fields.TextAreaField(
        "How was it for them?", required=False, rows=2, max_length=2000, label_size="s", hint="In their own words."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.at_the_end("when", "on")

    def went(self) -> HowItWent:
        given = self.cleaned_data
        how_far, need_met = given["how_far"], given["need_met"]
        return HowItWent(
            on=self.day(),
            rung=Rung(how_far) if how_far in CLIMBED else None,
            need_met=None if need_met == NOT_KNOWN else blank_as_none(need_met, NeedMet),
            stopped_because=blank_as_none(given["stopped_because"], StoppedReason),
            felt=given["felt"],
        )


class CorrectionForm(OutcomeForm):
    """The same, for a line that was a slip; it may also say that it did not happen at all."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        how_far: Any = self.fields["how_far"]
        how_far.choices = [*how_far.choices, (DID_NOT_HAPPEN, "It did not happen")]
