from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from linkworks.domain.outreach.choices import Ending, Follows, Weekday
from linkworks.domain.outreach.forms.hours import HoursField
from linkworks.domain.outreach.models import CallOutcome, PriorityBand, ScriptVersion
from linkworks.domain.outreach.rules import OUTCOME_KEYS
from linkworks.domain.outreach.windows import Span
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import Given

MOST_TRIES = 20
# A call can tell of these; the others are found out in other ways.
ENDINGS = (Ending.REACHED, Ending.DECLINED, Ending.MOVED, Ending.DIED, Ending.EXCLUDED, Ending.HANDED_ON)


class HoursForm(fields.Form):
    """A field for every weekday: `day_1` is Monday."""

    def __init__(self, *args: Any, spans: Sequence[Span] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        for weekday in Weekday:
            hours = [(span.opens, span.closes) for span in spans if span.weekday == weekday]
            self.fields[f"day_{weekday}"] = HoursField(str(weekday.label), initial=hours, label_size="s")

    @property
    def spans(self) -> list[Span]:
        given = self.cleaned_data
        return [Span(weekday, *hours) for weekday in Weekday for hours in given[f"day_{weekday}"]]


class BandForm(fields.Form):
    name = fields.TextField(
        "What is the band called?",
        max_length=60,
        width=20,
        label_size="s",
        missing="Enter what the band is called",
    )
    head_start = fields.DurationField(
        "How long a head start do they have?",
        hint="For example, 3 hours or 2 days: they are rung before people of other bands who became due this much"
        " earlier. Leave it empty for none.",
        required=False,
        label_size="s",
    )
    most_tries = fields.IntegerField(
        "Most tries",
        missing="Enter how many tries there are at the most",
        hint="Whoever has not been reached by then is tried in another way.",
        smallest=1,
        largest=MOST_TRIES,
        suffix="tries",
        label_size="s",
    )
    spacing = fields.DurationField(
        "How far apart are two tries, at the least?",
        hint="For example, 3 hours. Tries are spread over the parts of the day by themselves.",
        required=False,
        label_size="s",
    )
    rings_once_more = fields.TickField(
        "Ring them once more, where an outcome says after how long",
        hint="For example, a week after they did not want to talk. In other bands they are done at once.",
        required=False,
    )


def about_band(band: PriorityBand) -> dict[str, Any]:
    return {name: getattr(band, name) for name in BandForm.base_fields}


class OutcomeForm(fields.Form):
    label = fields.TextField(
        "What does the caller choose?",
        hint="For example, No answer",
        max_length=80,
        width=30,
        label_size="s",
        missing="Enter what the caller chooses",
    )
    follows = fields.RadiosField("What follows?", choices=Follows.choices, label_size="s")
    ending = fields.RadiosField(
        "How are they done?",
        choices=[(one.value, one.label) for one in ENDINGS],
        small=True,
        only_if=Given("follows", Follows.END),
    )
    stops_all_calls = fields.TickField(
        "Never ring them again, in any campaign", required=False, only_if=Given("follows", Follows.END)
    )
    once_more_after = fields.DurationField(
        "How long until they are rung once more?",
        hint="For example, 7 days. It holds in bands that do so, and once for each person. Leave it empty for never.",
        required=False,
        only_if=Given("follows", Follows.END),
    )
    rest = fields.DurationField(
        "How long do we leave them alone first?",
        required=False,
        only_if=Given("follows", Follows.RING_AGAIN),
    )
    counts = fields.TickField(
        "It counts as a try", required=False, initial=True, only_if=Given("follows", Follows.RING_AGAIN)
    )
    tries_other_number = fields.TickField(
        "Ring another number of theirs, where there is one",
        required=False,
        only_if=Given("follows", Follows.RING_AGAIN),
    )
    sends_message = fields.TickField(
        "Write to them after the first two tries, where that is safe",
        required=False,
        only_if=Given("follows", Follows.RING_AGAIN),
    )
    asks_language = fields.TickField(
        "Ask which language they need", required=False, only_if=Given("follows", Follows.RING_AGAIN)
    )
    tells_lead = fields.TickField("Tell a team lead at once", required=False)
    marks_unsafe = fields.TickField("Set the alert that contact may not be safe", required=False)
    place = fields.SelectField("Which key?", empty_line="The last", required=False, label_size="s")

    def __init__(self, *args: Any, offered: Sequence[CallOutcome], **options: Any) -> None:
        super().__init__(*args, **options)
        keys = list(zip(OUTCOME_KEYS, offered, strict=False))
        self.fields["place"].choices = [  # type: ignore[attr-defined]
            (place, f"O then {key.upper()}: now “{one.label}”") for place, (key, one) in enumerate(keys, start=1)
        ]

    @property
    def facts(self) -> dict[str, Any]:
        """With what goes without saying: a promise that is kept is no try, and a wrong number leads to another."""
        given = self.cleaned_data
        facts = {**given, **{name: given[name] or timedelta() for name in ("rest", "once_more_after")}}
        follows = facts["follows"]
        if follows != Follows.RING_AGAIN:
            facts |= {"counts": follows != Follows.RING_AT, "tries_other_number": follows == Follows.OTHER_NUMBER}
        place = facts.pop("place")
        return facts | {"place": int(place) if place else len(OUTCOME_KEYS)}


def about_outcome(outcome: CallOutcome) -> dict[str, Any]:
    return {name: getattr(outcome, name) for name in OutcomeForm.base_fields}


class ScriptForm(fields.Form):
    script = fields.RadiosField("Which script do callers read?", label_size="s")

    def __init__(self, *args: Any, published: Sequence[ScriptVersion], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["script"].choices = [(str(one.pk), str(one)) for one in published]  # type: ignore[attr-defined]
