"""Two tellings of somebody side by side, with a word on how alike each fact is.

Where the engine has compared the two, it is its word: it knows forms of a name, names and homes they had before, and
one address written in two ways. What is shown decides only what it has not looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from linkworks.domain.people.matching.births import day_and_month_swapped
from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.likeness import (
    BirthLikeness,
    HomeLikeness,
    NameLikeness,
    NumberLikeness,
    PhoneLikeness,
)
from linkworks.foundation.core import words
from linkworks.foundation.core.names import fold_name
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.design.parts import ComparedRow, Phone, Tag

SAME = Tag("Same", "green")
DIFFERENT = Tag("Different", "red")
UNKNOWN = Tag("Not known", "grey")
SLIP = Tag("A slip apart", "yellow")
PARTLY = Tag("Partly the same", "yellow")

SWAPPED = Tag("Names swapped", "yellow")
ANOTHER_NAME = Tag("Another name of theirs", "green")
DAY_SWAPPED = Tag("Day and month swapped", "yellow")
AS_BEFORE = Tag("Same as before", "green")
NAME = {
    NameLikeness.SAME: SAME,
    NameLikeness.VARIANT: Tag("Forms of one name", "yellow"),
    NameLikeness.EITHER: Tag("May be one name", "yellow"),
    NameLikeness.CLOSE: SLIP,
    NameLikeness.PART: PARTLY,
    NameLikeness.INITIAL: Tag("An initial", "yellow"),
    NameLikeness.MISSING: UNKNOWN,
    NameLikeness.LOOKALIKE: Tag("Alike, but two names", "red"),
    NameLikeness.DIFFERENT: DIFFERENT,
}
BIRTH = {
    BirthLikeness.SAME: AS_BEFORE,
    BirthLikeness.SLIP: SLIP,
    BirthLikeness.YEAR: Tag("Same year, no day", "yellow"),
    BirthLikeness.PART: Tag("Same year", "yellow"),
    BirthLikeness.NEAR: PARTLY,
    BirthLikeness.MISSING: UNKNOWN,
    BirthLikeness.DIFFERENT: DIFFERENT,
}
HOME = {
    HomeLikeness.SAME: Tag("Same home", "green"),
    HomeLikeness.NEAR: Tag("Nearly the same", "yellow"),
    HomeLikeness.NEIGHBOUR: Tag("Another door nearby", "yellow"),
    HomeLikeness.AREA: Tag("Same area only", "red"),
    HomeLikeness.MISSING: UNKNOWN,
    HomeLikeness.DIFFERENT: DIFFERENT,
}
PHONE = {
    PhoneLikeness.MOBILE: Tag("A number they had", "green"),
    PhoneLikeness.LANDLINE: Tag("A number they had", "green"),
    PhoneLikeness.SLIP: SLIP,
    PhoneLikeness.MISSING: DIFFERENT,  # one has a mobile, the other a landline
    PhoneLikeness.DIFFERENT: DIFFERENT,
}
NUMBER = {NumberLikeness.SLIP: SLIP, NumberLikeness.SAME: AS_BEFORE}


@dataclass(frozen=True)
class Told:
    """What is told of somebody, as it is shown. `birth` has eight digits; `telephones` are E.164."""

    given_name: str
    family_name: str
    born: str
    birth: str
    nhs_number: str
    postcode: str
    address: str
    telephones: frozenset[str]
    practice: str

    @classmethod
    def of(cls, about: Any, telephones: Iterable[str]) -> Self:
        """`about` has the columns of a person: a person, a referral, what was read of a row of a list."""
        practice = getattr(about.practice, "name", about.practice)
        born, second_line = about.date_of_birth, getattr(about, "address_line_2", "")
        return cls(
            given_name=about.given_name,
            family_name=about.family_name,
            born=words.full_date(born) if born else "",
            birth=f"{born:%Y%m%d}" if born else "",
            nhs_number=display_nhs_number(about.nhs_number) if about.nhs_number else "",
            postcode=about.postcode,
            address=", ".join(filter(None, (about.address_line_1, second_line, about.town))),
            telephones=frozenset(telephones),
            practice=practice or "",
        )


def compare_told(one: Told, other: Told, pair: Comparison | None = None) -> tuple[ComparedRow, ...]:
    """`pair` is what the engine found; without it, whether the two say the same."""
    found = _found(one, other, pair) if pair else {}
    return (
        _fact("First name", one.given_name, other.given_name, found.get("given")),
        _fact("Last name", one.family_name, other.family_name, found.get("family")),
        _fact("Date of birth", one.born, other.born, found.get("birth")),
        _fact("NHS number", one.nhs_number, other.nhs_number, found.get("number")),
        _fact("Postcode", one.postcode, other.postcode, found.get("postcode")),
        _fact("Address", one.address, other.address, found.get("home")),
        _phones(one.telephones, other.telephones, found.get("phone")),
        _fact("GP practice", one.practice, other.practice),
    )


def _found(one: Told, other: Told, pair: Comparison) -> dict[str, Tag]:
    """What is said of two that are not written the same."""
    birth_swapped = pair.birth is BirthLikeness.SLIP and day_and_month_swapped(one.birth) == other.birth
    return {
        "given": _of_name(one.given_name, other.given_name, pair.given, pair),
        "family": _of_name(one.family_name, other.family_name, pair.family, pair),
        "birth": DAY_SWAPPED if birth_swapped else BIRTH[pair.birth],
        "number": NUMBER.get(pair.number, DIFFERENT),
        "postcode": HOME[pair.home] if pair.home >= HomeLikeness.NEAR else DIFFERENT,
        "home": HOME[pair.home],
        "phone": PHONE[pair.phone],
    }


def _of_name(one: str, other: str, likeness: NameLikeness, pair: Comparison) -> Tag:
    if pair.swapped:
        return SWAPPED
    is_another = likeness is NameLikeness.SAME and fold_name(one) != fold_name(other)
    return ANOTHER_NAME if is_another else NAME[likeness]


def _fact(label: str, one: str, other: str, found: Tag | None = None) -> ComparedRow:
    if not (one and other):
        return ComparedRow(label, one, other, UNKNOWN)
    return ComparedRow(label, one, other, SAME if one.casefold() == other.casefold() else found or DIFFERENT)


def _phones(one: frozenset[str], other: frozenset[str], found: Tag | None) -> ComparedRow:
    left, right = ([Phone(number) for number in sorted(numbers)] for numbers in (one, other))
    verdict = UNKNOWN if not (one and other) else SAME if one & other else found or DIFFERENT
    return ComparedRow("Telephone", left, right, verdict)
