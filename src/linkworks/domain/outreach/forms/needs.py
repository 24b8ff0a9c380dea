from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any

from linkworks.domain.casework.choices import NeedCategory
from linkworks.domain.outreach.choices import NeedState, Urgency
from linkworks.domain.outreach.models import Need, NeedType, Provider
from linkworks.domain.outreach.need_rules import GOES_ON
from linkworks.domain.referrals.choices import ReferralReason
from linkworks.foundation.design import fields

ANY = [("", "Any")]
WEEKDAYS = (
    ("1", "Monday"),
    ("2", "Tuesday"),
    ("3", "Wednesday"),
    ("4", "Thursday"),
    ("5", "Friday"),
    ("6", "Saturday"),
    ("7", "Sunday"),
)
STEP_WORDS = {
    NeedState.REFUSED: "They cannot: ask the next",
    NeedState.FAILED: "It did not come: ask the next",
    NeedState.CONFIRMED: "The person says that they have it",
    NeedState.UNCONFIRMED: "Brought, but nobody could be asked",
    NeedState.NOT_NEEDED: "No longer needed",
    NeedState.CANCELLED: "Cancel it",
    NeedState.DELIVERED: "Brought",
}


class NeedFilterForm(fields.Form):
    kind = fields.SelectField("Kind of help", required=False, label_size="s")
    provider = fields.SelectField("Who was asked", required=False, label_size="s")
    state = fields.SelectField("Where it stands", required=False, label_size="s")

    def __init__(self, *args: Any, kinds: Iterable[NeedType], providers: Iterable[Provider], **options: Any) -> None:
        super().__init__(*args, **options)
        states = [(state.value, state.label) for state in NeedState if state not in GOES_ON]
        chosen: dict[str, list[tuple[str, str]]] = {
            "kind": [(kind.code, kind.label) for kind in kinds],
            "provider": [(one.name, one.name) for one in providers],
            "state": states,
        }
        for name, choices in chosen.items():
            self.fields[name].choices = [("", "All that are open" if name == "state" else "All"), *choices]  # type: ignore[attr-defined]


class StepForm(fields.Form):
    """What was heard of a need; only what may come next is offered."""

    state = fields.RadiosField("What happened?", small=True, label_size="s")
    scheduled_for = fields.DateTimeField("When do they come?", required=False, label_size="s")
    words = fields.TextAreaField("In words", required=False, rows=2, max_length=500, label_size="s")

    def __init__(self, *args: Any, may_become: Collection[NeedState], **options: Any) -> None:
        super().__init__(*args, **options)
        offered = [state for state in NeedState if state in may_become]
        self.fields["state"].choices = [(one.value, STEP_WORDS.get(one, one.label)) for one in offered]  # type: ignore[attr-defined]
        if NeedState.SCHEDULED not in offered:
            del self.fields["scheduled_for"]


class AskForm(fields.Form):
    provider = fields.SelectField("Whom do you ask?", label_size="s")
    words = fields.TextAreaField("Why them", required=False, rows=2, max_length=500, label_size="s")

    def __init__(self, *args: Any, providers: Iterable[Provider], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["provider"].choices = [(str(one.pk), one.name) for one in providers]  # type: ignore[attr-defined]


class ProviderForm(fields.Form):
    name = fields.TextField("What are they called?", max_length=120)
    email = fields.EmailField(
        "E-mail address", required=False, hint="They are asked there, and answer on a page without signing in."
    )
    telephone = fields.PhoneField("Telephone number", required=False, hint="Where there is no e-mail, the owner rings.")


class RouteForm(fields.Form):
    type = fields.SelectField("For which kind of help?")
    provider = fields.SelectField("Whom do we ask first?")
    backup = fields.SelectField("Whom do we ask if they do not answer?", required=False)
    urgency = fields.SelectField("Only when it is", required=False, choices=[*ANY, *Urgency.choices])
    area = fields.TextField(
        "Only in", required=False, max_length=8, hint="The first half of a postcode, like SE13", width=5
    )
    days = fields.CheckboxesField("Only on", required=False, small=True, choices=WEEKDAYS)
    begins = fields.TimeField("Only from", required=False)
    ends = fields.TimeField("Only until", required=False)

    def __init__(self, *args: Any, kinds: Iterable[NeedType], providers: Iterable[Provider], **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(str(one.pk), one.name) for one in providers]
        self.fields["type"].choices = [(str(kind.pk), kind.label) for kind in kinds]  # type: ignore[attr-defined]
        self.fields["provider"].choices = names  # type: ignore[attr-defined]
        self.fields["backup"].choices = [("", "Nobody"), *names]  # type: ignore[attr-defined]


class NeedTypeForm(fields.Form):
    label = fields.TextField("What is it called?", max_length=80)
    code = fields.TextField("Its short name in scripts", max_length=30, hint="Small letters and hyphens, like pet-food")


class ClocksForm(fields.Form):
    """For each urgency: how long whoever is asked may take to answer, and by when the person is to have it."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for urgency in Urgency:
            said = f"What is needed “{urgency.label.lower()}”"
            self.fields[f"{urgency}_answer"] = fields.DurationField(
                f"{said}: how long may whoever is asked take to answer?", label_size="s"
            )
            self.fields[f"{urgency}_deliver"] = fields.DurationField(
                f"{said}: how soon is the person to have it?", label_size="s"
            )

    @property
    def clocks(self) -> dict[Urgency, tuple[timedelta, timedelta]]:
        given = self.cleaned_data
        return {one: (given[f"{one}_answer"], given[f"{one}_deliver"]) for one in Urgency}


class CloseConcernForm(fields.Form):
    words = fields.TextAreaField("Why can it close?", rows=4, max_length=4000)


class ReferForm(fields.Form):
    """To social prescribing; or into the case, where the person has one."""

    reasons = fields.CheckboxesField("What is it about?", small=True, choices=ReferralReason.choices)
    agreed = fields.TickField(
        "They want a link worker to ring them, and agree that the link worker knows what they said",
        missing="Ask them first. Without their yes it stays a need of this campaign",
    )


class IntoCaseForm(fields.Form):
    category = fields.SelectField("Which need of their case is it?", choices=NeedCategory.choices)


class SaidYesForm(fields.Form):
    """`although` says what speaks against the service and may be put aside with a reason; blank when nothing does."""

    overridden_because = fields.TextField(
        "Why this one all the same?", max_length=300, label_size="s", missing="Say why you choose it all the same"
    )
    agreed = fields.TickField("")
    words = fields.TextAreaField("Why, in their own words", required=False, rows=2, max_length=2000, label_size="s")

    def __init__(self, *args: Any, name: str, need: Need, although: str, **options: Any) -> None:
        super().__init__(*args, **options)
        said_no = "" if need.may_share else "In the call they said to pass nothing on. Ask them anew."
        self.fields["agreed"].label = f"{name} has heard of it, and says yes"
        self.fields["agreed"].help_text = said_no
        self.fields["agreed"].error_messages["required"] = f"Ask {name} first. Without their yes nobody is told"
        self.fields["overridden_because"].help_text = although
        if not although:
            del self.fields["overridden_because"]
