"""What came of another way, each kind asking only what it needs; who takes it; what a lead decides."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from linkworks.domain.outreach.actions.ladder_results import Found
from linkworks.domain.outreach.choices import IN_PERSON, SHUT_BY_SAFE_CONTACT, OtherWay, StepResult
from linkworks.domain.outreach.models import LadderRung
from linkworks.domain.outreach.step_rules import RESULTS
from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE, Role
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core.uuids import read_uuid
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import Given

# Where the words for everybody would mislead.
SAID: dict[tuple[str, str], str] = {
    (OtherWay.MESSAGE, StepResult.SEEN_SAFE): "They answered, and are safe",
    (OtherWay.MESSAGE, StepResult.NOTHING): "Nothing came: go on to the next way",
    (OtherWay.OTHER_NUMBERS, StepResult.NOTHING): "There is no other number",
    (OtherWay.DOORSTEP, StepResult.NOTHING): "Nobody opened, or we still do not know",
}
ONLY_FOR = {
    OtherWay.DOORSTEP: ("first_visitor", "second_visitor", "identity_shown"),
    OtherWay.POLICE: ("authorised_by", "reference"),
}


class StepForm(fields.Form):
    """`kind` is the way that was taken; what other kinds ask for is not there."""

    first_visitor = fields.TextField("Who went?", max_length=120, required=False, label_size="s")
    second_visitor = fields.TextField("Who went with them?", max_length=120, required=False, label_size="s")
    identity_shown = fields.TickField("We showed who we are before anything else", required=False)
    authorised_by = fields.SelectField("Which team lead said yes?", required=False, label_size="s")
    reference = fields.TextField(
        "Reference from the police", max_length=60, required=False, label_size="s", hint="If they gave you one"
    )
    result = fields.RadiosField("What came of it?", label_size="m", small=True, missing="Choose what came of it")
    seen_by = fields.TextField(
        "Who saw or heard them?", max_length=120, required=False, only_if=Given("result", StepResult.SEEN_SAFE)
    )
    seen_at = fields.DateTimeField(
        "When were they seen or heard?", required=False, only_if=Given("result", StepResult.SEEN_SAFE)
    )
    number = fields.PhoneField(
        "The number", required=False, only_if=Given("result", StepResult.NUMBER_FOUND), hint="It is rung next"
    )
    ring_at = fields.DateTimeField(
        "When? Leave it empty for as soon as we can",
        required=False,
        only_if=Given("result", StepResult.RING_AGAIN),
    )
    in_care_at = fields.TextField(
        "Which hospital or home?", max_length=120, required=False, only_if=Given("result", StepResult.IN_CARE)
    )
    service = fields.TextField(
        "Which service, and whom did you speak to there?",
        max_length=120,
        required=False,
        only_if=Given("result", StepResult.HANDED_ON),
    )
    told_by = fields.TextField("Who told us?", max_length=120, required=False, only_if=Given("result", StepResult.DIED))
    words = fields.TextAreaField(
        "What happened?",
        required=False,
        rows=4,
        max_length=2000,
        label_size="s",
        hint="What you did, and what was seen or said. A colleague goes on from here.",
    )

    def __init__(self, *args: Any, kind: str, leads: Iterable[User], **options: Any) -> None:
        super().__init__(*args, **options)
        for name in {one for way, names in ONLY_FOR.items() if way != kind for one in names}:
            del self.fields[name]
        offered: Any = self.fields
        offered["result"].choices = [(one.value, SAID.get((kind, one), one.label)) for one in RESULTS[kind]]
        if kind == OtherWay.POLICE:
            offered["authorised_by"].choices = [(lead.pk, lead.name) for lead in leads]

    def found(self) -> Found:
        given = self.cleaned_data
        return Found(
            result=StepResult(given["result"]),
            words=given["words"].strip(),
            who=given["seen_by"] or given["told_by"],
            seen_at=given["seen_at"],
            service=given["in_care_at"] or given["service"],
            number=given["number"] or "",
            ring_at=given["ring_at"],
            first_visitor=given.get("first_visitor", "").strip(),
            second_visitor=given.get("second_visitor", "").strip(),
            identity_shown=given.get("identity_shown", False),
            authorised_by_id=read_uuid(given.get("authorised_by", "")),
            reference=given.get("reference", ""),
        )

    def refuse(self, message: str, field: str | None) -> None:
        """The rules know of one `who` and one `service`; the page asks for each where it belongs."""
        result = self.cleaned_data.get("result") if field in {"who", "service"} else None
        beside = {
            ("who", StepResult.SEEN_SAFE): "seen_by",
            ("who", StepResult.DIED): "told_by",
            ("service", StepResult.IN_CARE): "in_care_at",
        }
        super().refuse(message, beside.get((field or "", StepResult(result)), field) if result else field)


class GiveStepForm(fields.Form):
    owner = fields.SelectField("Who takes it?", label_size="s", missing="Choose who takes it")

    def __init__(self, *args: Any, colleagues: Iterable[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].choices = [(one.pk, one.name) for one in colleagues]  # type: ignore[attr-defined]

    @property
    def owner_id(self) -> UUID:
        return UUID(self.cleaned_data["owner"])


class DecideForm(fields.Form):
    opens = fields.CheckboxesField(
        "What may we do all the same?",
        required=False,
        hint="What you leave empty stays shut, and the next way follows.",
        small=True,
        label_size="s",
    )
    reason = fields.TextAreaField(
        "Why?", rows=4, max_length=2000, label_size="s", missing="Say why: somebody may ask later"
    )

    def __init__(self, *args: Any, doors: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["opens"].choices = list(doors)  # type: ignore[attr-defined]


class NotReachedForm(fields.Form):
    """Narrows the list; every answer may be left out."""

    owner = fields.SelectField("Whose?", empty_line="Everybody’s", required=False)
    kind = fields.SelectField("What is tried next", empty_line="Any way", required=False)

    def __init__(
        self, *args: Any, owners: Iterable[tuple[UUID, str]], counted: Mapping[str, int], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        offered: Any = self.fields
        offered["owner"].choices = list(owners)
        offered["kind"].choices = [(way.value, f"{way.label} ({counted.get(way, 0):,})") for way in OtherWay]


class AnyWayForm(fields.Form):
    """What can be said of a way of a campaign: `ways` is how many places there are."""

    label = fields.TextField("What is it called?", max_length=80, label_size="s")
    place = fields.SelectField("Its place among the ways", label_size="s")
    owner_role = fields.RadiosField(
        "Who takes it?",
        choices=[(role.value, role.label) for role in Role if role in ROLES_THAT_SEE_PEOPLE],
        hint="Of those with this role, whoever has the fewest people to try.",
        small=True,
        label_size="s",
    )
    wait = fields.DurationField("How long until it is due?", label_size="s")
    guidance = fields.TextAreaField("What they should know", rows=8, max_length=2000, label_size="s")
    shut_by_safe_contact = fields.TickField("An alert about safe contact shuts it until a lead decides", required=False)

    def __init__(self, *args: Any, ways: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["place"].choices = [(n, str(n)) for n in range(1, ways + 1)]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "label": given["label"],
            "place": int(given["place"]),
            "owner_role": Role(given["owner_role"]),
            "wait": given["wait"],
            "guidance": given["guidance"],
            "shut_by_safe_contact": given.get("shut_by_safe_contact", True),
        }


class NewWayForm(AnyWayForm):
    kind = fields.SelectField(
        "What is done?",
        choices=OtherWay.choices,
        hint="This decides what is asked afterwards. A kind may stand here several times, like two visits.",
        label_size="s",
    )
    field_order = ("kind", "label", "place")

    def __init__(self, *args: Any, ways: int, **options: Any) -> None:
        super().__init__(*args, ways=ways + 1, initial={"place": ways + 1}, **options)

    def values(self) -> dict[str, Any]:
        return super().values() | {"kind": OtherWay(self.cleaned_data["kind"])}


class WayForm(AnyWayForm):
    is_used = fields.TickField("We use this way", required=False)
    field_order = ("label", "is_used", "place")

    def __init__(self, *args: Any, rung: LadderRung, ways: int, **options: Any) -> None:
        initial = {
            "label": rung.label,
            "is_used": rung.retired_at is None,
            "place": rung.place,
            "owner_role": rung.owner_role,
            "wait": rung.wait,
            "guidance": rung.guidance,
            "shut_by_safe_contact": rung.shut_by_safe_contact,
        }
        super().__init__(*args, ways=ways, initial=initial, **options)
        if rung.kind in IN_PERSON:
            self.fields["wait"].help_text = "Only hours count in which the campaign rings."
        if rung.kind in SHUT_BY_SAFE_CONTACT:  # always
            del self.fields["shut_by_safe_contact"]

    def values(self) -> dict[str, Any]:
        return super().values() | {"is_used": self.cleaned_data["is_used"]}
