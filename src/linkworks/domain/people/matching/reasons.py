"""Why, in words, for the person who decides."""

from collections.abc import Iterator

from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.likeness import (
    BirthLikeness,
    HomeLikeness,
    NameLikeness,
    NumberLikeness,
    PhoneLikeness,
    SexLikeness,
)
from linkworks.foundation.core.words import start_large

GIVEN = {
    NameLikeness.SAME: "same given name",
    NameLikeness.VARIANT: "forms of one given name",
    NameLikeness.EITHER: "given names that may be forms of one, or two names",
    NameLikeness.CLOSE: "given names a slip apart",
    NameLikeness.PART: "given names partly the same",
    NameLikeness.INITIAL: "only an initial for the given name",
    NameLikeness.MISSING: "no given name to compare",
    NameLikeness.LOOKALIKE: "given names alike but each a name of its own",
    NameLikeness.DIFFERENT: "different given names",
}
FAMILY = {
    NameLikeness.SAME: "same family name",
    NameLikeness.VARIANT: "forms of one family name",
    NameLikeness.CLOSE: "family names a slip apart",
    NameLikeness.PART: "family names partly the same",
    NameLikeness.MISSING: "no family name to compare",
    NameLikeness.DIFFERENT: "different family names",
}
BIRTH = {
    BirthLikeness.SAME: "same date of birth",
    BirthLikeness.SLIP: "dates of birth a slip apart",
    BirthLikeness.YEAR: "same year of birth, the day not known",
    BirthLikeness.PART: "same year of birth, another day or month",
    BirthLikeness.NEAR: "dates of birth partly the same",
    BirthLikeness.MISSING: "no date of birth to compare",
    BirthLikeness.DIFFERENT: "different dates of birth",
}
HOME = {
    HomeLikeness.SAME: "same home",
    HomeLikeness.NEAR: "nearly the same address",
    HomeLikeness.NEIGHBOUR: "same street or postcode, another door",
    HomeLikeness.AREA: "same town or area",
    HomeLikeness.MISSING: "no address to compare",
    HomeLikeness.DIFFERENT: "different addresses",
}
PHONE = {
    PhoneLikeness.MOBILE: "same mobile number",
    PhoneLikeness.LANDLINE: "same landline",
    PhoneLikeness.SLIP: "telephone numbers a slip apart",
    PhoneLikeness.DIFFERENT: "different telephone numbers",
}
NUMBER = {
    NumberLikeness.SAME: "same NHS number",
    NumberLikeness.SLIP: "NHS numbers a slip apart, one of them impossible",
    NumberLikeness.CONFLICT: "different NHS numbers",
}
RIVALS = {
    "stranger": "a stranger with the same details",
    "twin": "a twin",
    "heir": "a relative of the same name",
    "relative": "somebody else in the household",
    "namesake": "a namesake born on the same day",
}


def agreement_in_words(pair: Comparison) -> str:
    """ "Same NHS number, same given name, …", what tells most first."""
    return start_large(", ".join(_parts(pair)))


def _parts(pair: Comparison) -> Iterator[str]:
    if pair.number in NUMBER:
        yield NUMBER[pair.number]
    if pair.swapped:
        yield "given and family name swapped"
    yield GIVEN[pair.given]
    yield FAMILY.get(pair.family, "family names alike")
    yield BIRTH[pair.birth]
    yield HOME[pair.home]
    if pair.phone in PHONE:
        yield PHONE[pair.phone]
    if pair.sex is SexLikeness.DIFFERENT:
        yield "different sex"
