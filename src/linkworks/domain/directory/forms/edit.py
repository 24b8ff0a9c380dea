from typing import Any

from linkworks.domain.directory.choices import ROUTE_WORDS, AgeOf, ForGender
from linkworks.domain.directory.editable import LISTS
from linkworks.foundation.core.postcode import PostcodeError, parse_postcode
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import NO, UNKNOWN, YES

ONE_A_LINE = "One a line."
LONGEST_ITEM = 120
LONGEST_CONDITION = 60
ANSWERS = {YES: True, NO: False, UNKNOWN: None}
OLDEST = 130


def _number(label: str, largest: int, **options: Any) -> fields.IntegerField:
    return fields.IntegerField(label, smallest=0, largest=largest, required=False, **options)


def _lines(label: str, hint: str = "") -> fields.TextAreaField:
    return fields.TextAreaField(label, hint=f"{ONE_A_LINE} {hint}".strip(), required=False)


class EditForm(fields.Form):
    """Lists are typed a line each; `cleaned_data` holds them as lists."""

    sections = (
        fields.Section(
            "Who it is for",
            (
                *("eligibility", "minimum_age", "maximum_age", "age_of", "gender", "areas", "postcode_districts"),
                *("conditions_needed", "conditions_ruled_out", "most_referrals", "most_referrals_days"),
            ),
        ),
        fields.Section("What the person will experience", ("first_reply", "number_withheld", "bring")),
        fields.Section("How to get in", ("referral_routes", "access_features", "is_secret")),
        fields.Section("Other names", ("aliases", "former_names"), "Searching for any of these finds the service."),
    )

    eligibility = fields.TextAreaField("In words", required=False)
    minimum_age = _number("Youngest age", OLDEST)
    maximum_age = _number("Oldest age", OLDEST)
    age_of = fields.RadiosField("Whose age?", choices=AgeOf.choices, label_size="s")
    gender = fields.RadiosField("For whom?", choices=ForGender.choices, label_size="s")
    areas = _lines("Areas it serves", "For example Lewisham.")
    postcode_districts = _lines("Postcode districts it serves", "For example SE13. Leave out for whole areas.")
    conditions_needed = _lines("Only for people with one of these", "For example bereaved, carer, veteran.")
    conditions_ruled_out = _lines("Not for people with any of these")
    most_referrals = _number("At most how many referrals of one person?", 1000)
    most_referrals_days = _number("In how many days?", 1000, hint="Leave empty for ever.")
    first_reply = fields.TextField(
        "When do they first reply?", max_length=120, hint="For example: within 6 weeks.", required=False
    )
    number_withheld = fields.YesNoUnknownField("Do they ring from a withheld number?", label_size="s")
    bring = _lines("What to bring", "For example a proof of address.")
    referral_routes = fields.CheckboxesField("Ways in", choices=list(ROUTE_WORDS.items()), required=False)
    access_features = _lines("Access", "For example step-free, interpreters.")
    is_secret = fields.TickField("Keep its address secret, as for a refuge", required=False)
    aliases = _lines("Also called")
    former_names = _lines("Formerly called")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in LISTS - {"referral_routes"}:
            given[name] = self._list(name, given.get(name) or "")
        given["number_withheld"] = ANSWERS.get(given.get("number_withheld") or UNKNOWN)
        self._check_ages(given)
        self._check_districts(given)
        return given

    def _list(self, name: str, typed: str) -> list[str]:
        items = list(dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip()))
        longest = LONGEST_CONDITION if name in {"conditions_needed", "conditions_ruled_out"} else LONGEST_ITEM
        if any(len(item) > longest for item in items):
            self.add_error(name, f"Use no more than {longest} characters a line")
        return items

    def _check_ages(self, given: dict[str, Any]) -> None:
        youngest, oldest = given.get("minimum_age"), given.get("maximum_age")
        if youngest is not None and oldest is not None and youngest > oldest:
            self.add_error("maximum_age", "The oldest age must not be below the youngest")

    def _check_districts(self, given: dict[str, Any]) -> None:
        districts = []
        for typed in given["postcode_districts"]:
            try:
                districts.append(parse_postcode(typed, allow_half=True).outward)
            except PostcodeError:
                self.add_error("postcode_districts", f"“{typed}” is no postcode district. It should look like SE13")
                return
        given["postcode_districts"] = districts


class NoteForm(fields.Form):
    words = fields.TextAreaField(
        "What should the team know?",
        max_length=2000,
        hint="Only your team sees it. Nothing about a client.",
        missing="Write the note",
    )
