"""What speaks for it that a referral is about somebody on record, and what to take care of, in words for staff.

Whether two may be the same is the engine's to say (`people.matching`): this puts names and dates to what it found.
"""

from collections.abc import Iterable
from datetime import date
from typing import Protocol
from uuid import UUID

from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.deciding import Finding
from linkworks.domain.people.matching.likeness import (
    BirthLikeness,
    HomeLikeness,
    NameLikeness,
    NumberLikeness,
    PhoneLikeness,
)
from linkworks.foundation.core import words
from linkworks.foundation.core.names import fold_name
from linkworks.foundation.core.postcode import PostcodeError, parse_postcode

LIKE_NAME = "Like name: {one} and {other}"
LIKE_FAMILY_NAME = "Like family name: {one} and {other}"
LIKE_GIVEN_NAME = "Like given name: {one} and {other}"
BIRTHS = {
    BirthLikeness.SLIP: "Dates of birth a slip apart, {one} and {other}",
    BirthLikeness.YEAR: "Same year of birth, {one} and {other}",
}
PHONES = {
    PhoneLikeness.MOBILE: "Same telephone number",
    PhoneLikeness.LANDLINE: "Same telephone number",
    PhoneLikeness.SLIP: "Telephone numbers a slip apart",
}
NUMBERS = {
    NumberLikeness.SAME: "Same NHS number",
    NumberLikeness.SLIP: "NHS numbers a slip apart, of which one is impossible",
}
TWINS = "The given names differ: these may be twins"
HOUSEHOLD = "The names differ: these may be two people of one household"


class Described(Protocol):
    """A referral or a person on record."""

    given_name: str
    family_name: str
    date_of_birth: date | None
    postcode: str


def reasons(pair: Comparison, one: Described, other: Described) -> Iterable[str]:
    if pair.number in NUMBERS:
        yield NUMBERS[pair.number]
    if pair.birth is BirthLikeness.SAME and other.date_of_birth:
        yield f"Same date of birth, {words.full_date(other.date_of_birth)}"
    elif pair.birth in BIRTHS and one.date_of_birth and other.date_of_birth:
        yield BIRTHS[pair.birth].format(
            one=words.full_date(one.date_of_birth), other=words.full_date(other.date_of_birth)
        )
    if name := _name_reason(pair, one, other):
        yield name.format(one=_shown_name(one), other=_shown_name(other))
    yield from _home_reason(pair, one, other)
    if pair.phone in PHONES:
        yield PHONES[pair.phone]


def cautions(finding: Finding[UUID]) -> Iterable[str]:
    pair = finding.pair
    given, family = _is_given_alike(pair), _is_family_alike(pair)
    if pair.birth is BirthLikeness.SAME and family and not given:
        yield TWINS
    elif pair.number is NumberLikeness.SAME:
        yield from _differences(pair, name=given or family)
    elif pair.birth is BirthLikeness.SAME and not (given or family):
        yield HOUSEHOLD
    elif finding.caution:
        yield finding.caution


def _differences(pair: Comparison, *, name: bool) -> Iterable[str]:
    nameless = NameLikeness.MISSING in (pair.given, pair.family)
    found = [] if name or nameless else ["name"]
    found += ["date of birth"] if pair.birth <= BirthLikeness.NEAR else []
    if found:
        verb = "is" if len(found) == 1 else "are"
        yield f"The NHS number is the same but the {words.listed(found)} {verb} not: one number may be wrong"


def _name_reason(pair: Comparison, one: Described, other: Described) -> str:
    if fold_name(_full_name(one)) == fold_name(_full_name(other)) != "":
        return "Same name"
    if pair.swapped:
        return LIKE_NAME
    match _is_given_alike(pair), _is_family_alike(pair):
        case True, True:
            return LIKE_NAME
        case False, True:
            return LIKE_FAMILY_NAME
        case True, False:
            return LIKE_GIVEN_NAME
    return ""


def _home_reason(pair: Comparison, one: Described, other: Described) -> Iterable[str]:
    postcode = _postcode(other)
    if postcode and postcode == _postcode(one):
        yield f"Same postcode, {postcode}"
    elif pair.home is HomeLikeness.SAME:
        yield "Same address"
    elif pair.home is HomeLikeness.NEAR:
        yield "Nearly the same address"


def _is_given_alike(pair: Comparison) -> bool:
    return pair.given is NameLikeness.LOOKALIKE or pair.given >= NameLikeness.INITIAL


def _is_family_alike(pair: Comparison) -> bool:
    return pair.family >= NameLikeness.INITIAL


def _full_name(one: Described) -> str:
    return f"{one.given_name} {one.family_name}".strip()


def _shown_name(one: Described) -> str:
    preferred = getattr(one, "preferred_name", "")
    called = f" ({preferred})" if preferred else ""
    return f"{one.given_name}{called} {one.family_name}".strip()


def _postcode(one: Described) -> str:
    """Where it names a place: no fixed abode is shared by strangers."""
    try:
        postcode = parse_postcode(one.postcode)
    except PostcodeError:
        return ""
    return str(postcode) if postcode.is_place else ""
