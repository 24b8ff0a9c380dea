"""What may be asked of the directory, by staff and by the public. Every answer may be left out."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError

from linkworks.domain.directory.choices import Order, PartOfDay, Reach, Weekday
from linkworks.domain.directory.place_code import as_place_code
from linkworks.domain.directory.selectors.search.wanted import MILES, Near, Wanted
from linkworks.foundation.core.postcode import PostcodeError
from linkworks.foundation.core.words import start_large
from linkworks.foundation.design import fields

OLDEST = 120
LONGEST_TITLE = 60
# The names of the questions, which stand in addresses.
WORDS, PLACE = "q", "near"
# Stands in an address instead of a whole postcode, which the session keeps.
KEPT = "kept"


class SearchQuestions(fields.Form):
    """`languages` and `access` are what one can choose from."""

    q = fields.TextField("What are you looking for?", max_length=100, required=False, spellcheck=True)
    near = fields.TextField("Near which postcode?", max_length=10, width=10, required=False, spellcheck=False)
    miles = fields.SelectField(
        "How far away",
        choices=[("1", "Within 1 mile"), ("3", "Within 3 miles"), ("5", "Within 5 miles"), ("10", "Within 10 miles")],
        empty_line="Within 3 miles",
        required=False,
    )
    reach = fields.SelectField("Near, or for that area", choices=Reach.choices, empty_line="Either", required=False)
    day = fields.SelectField("Day", choices=Weekday.choices, empty_line="Any day", required=False)
    part = fields.SelectField("Time", choices=PartOfDay.choices, empty_line="Any time", required=False)
    age = fields.IntegerField(
        "Suits a person aged", smallest=0, largest=OLDEST, width=3, required=False, hint="In years, for example 67"
    )
    language = fields.SelectField("Language", empty_line="Any language", required=False)
    access = fields.SelectField("Access", empty_line="No needs chosen", required=False)
    free = fields.TickField("Free of charge", required=False)
    self_referral = fields.TickField("Somebody can come without a professional", required=False)
    order = fields.SelectField("First in the list", choices=Order.choices, empty_line="What fits best", required=False)

    def __init__(self, *args: Any, languages: Iterable[str] = (), access: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        offered: Any = self.fields
        offered["language"].choices = [(word, word) for word in languages]
        offered["access"].choices = [(word, start_large(word)) for word in access]

    def clean_near(self) -> str:
        """As postcodes are written: whole, a sector or a district."""
        typed = self.cleaned_data["near"]
        try:
            return as_place_code(typed) if typed else ""
        except PostcodeError as error:
            raise ValidationError(str(error)) from None

    def first_fields(self) -> list[Any]:
        return [self[WORDS], self[PLACE]]

    def more_fields(self) -> list[Any]:
        return [field for field in self.visible_fields() if field.name not in (WORDS, PLACE)]

    @property
    def has_more(self) -> bool:
        """Whether anything is asked for that is folded away."""
        return any(self[name].value() for name in self.fields if name not in (WORDS, PLACE))

    @property
    def title(self) -> str:
        words = " ".join(str(self[WORDS].value() or "").split())[:LONGEST_TITLE]
        return f"Services for “{words}”" if words else "Directory of services"

    def address(self, place: str) -> str:
        """The query of a form that is in order, with this instead of the postcode, and without what was left out."""
        given = {name: self.data[name] for name in self.fields if self.data.get(name)}
        return urlencode(given | ({PLACE: place} if place else {}))


def wanted_from(answers: Mapping[str, Any], near: Near | None) -> Wanted:
    """Of a form that is in order."""
    return Wanted(
        words=answers["q"],
        near=near,
        miles=float(answers["miles"] or MILES),
        reach=Reach(answers["reach"] or Reach.EITHER),
        weekday=Weekday(int(answers["day"])) if answers["day"] else None,
        part_of_day=PartOfDay(answers["part"]) if answers["part"] else None,
        is_free=answers["free"],
        language=answers["language"],
        access=answers["access"],
        age=answers["age"],
        self_referral=answers["self_referral"],
        order=Order(answers["order"] or Order.BEST),
    )
