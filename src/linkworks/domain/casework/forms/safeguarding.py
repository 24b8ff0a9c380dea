from typing import Any
from uuid import UUID

from linkworks.domain.casework.choices import ConcernDeed
from linkworks.foundation.design import fields

YES, NO = fields.YES, fields.NO
RECORDED_BY_HAND = [
    deed for deed in ConcernDeed if deed not in (ConcernDeed.ACKNOWLEDGED, ConcernDeed.REMINDED, ConcernDeed.CLOSED)
]


class ConcernForm(fields.Form):
    immediate_danger = fields.YesNoField("Is somebody in danger now?", label_size="m")
    emergency_called = fields.YesNoField("Have you called 999?", only_if=fields.Given("immediate_danger", YES))
    what = fields.TextAreaField(
        "What are you worried about?",
        rows=7,
        hint="What you saw and heard, in the person’s own words where you can. Who else is at risk?",
        missing="Say what you are worried about",
        label_size="m",
    )
    wishes_asked = fields.YesNoField(
        "Have you asked the person what they want to happen?",
        hint="Ask unless asking would put somebody in danger.",
        label_size="m",
    )
    wishes = fields.TextAreaField(
        "What do they want to happen?",
        rows=3,
        missing="Say what the person wants to happen",
        only_if=fields.Given("wishes_asked", YES),
    )
    why_not_asked = fields.TextAreaField(
        "Why not?",
        rows=3,
        missing="Say why you did not ask the person",
        only_if=fields.Given("wishes_asked", NO),
    )

    def values(self) -> dict[str, Any]:
        """What `raise_concern` takes."""
        given = self.cleaned_data
        asked = given["wishes_asked"] == YES
        return {
            "immediate_danger": given["immediate_danger"] == YES,
            "emergency_called": given["emergency_called"] == YES,
            "what": given["what"],
            "wishes_asked": asked,
            "wishes": given["wishes"] if asked else given["why_not_asked"],
        }


class ConcernDeedForm(fields.Form):
    deed = fields.RadiosField(
        "What was done?",
        choices=[(deed.value, deed.label) for deed in RECORDED_BY_HAND],
        hints={ConcernDeed.SHARED_WITHOUT_CONSENT.value: "Only to protect somebody from serious harm. Say why below."},
        label_size="m",
    )
    with_whom = fields.TextField(
        "With whom?",
        max_length=200,
        required=False,
        hint="Name, role and organisation. Needed when it was shared.",
        label_size="s",
    )
    words = fields.TextAreaField(
        "In your words",
        rows=5,
        hint="If it was shared without consent: why.",
        missing="Say what was done",
        label_size="s",
    )

    def values(self) -> dict[str, Any]:
        """What `record_concern_deed` takes."""
        given = self.cleaned_data
        return {"deed": ConcernDeed(given["deed"]), "with_whom": given["with_whom"], "words": given["words"]}


class CloseConcernForm(fields.Form):
    words = fields.TextAreaField(
        "Why can this concern close?",
        rows=6,
        hint="What was done, what came of it, and what the person said.",
        missing="Say why the concern can close",
        label_size="m",
    )


class SafeguardingLeadForm(fields.Form):
    lead = fields.SelectField("Safeguarding lead", empty_line="Choose a colleague", label_size="s")
    deputy = fields.SelectField("Deputy", empty_line="Choose a colleague", label_size="s")

    def __init__(self, *, colleagues: list[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(**options)
        for name in ("lead", "deputy"):
            self.fields[name].choices = [(str(user_id), words) for user_id, words in colleagues]  # type: ignore[attr-defined]
