"""What two people have in common: a step of the scale for each kind of thing, the best of all that they have."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from linkworks.domain.people.matching.births import compare_births
from linkworks.domain.people.matching.homes import compare_homes
from linkworks.domain.people.matching.likeness import (
    BirthLikeness,
    HomeLikeness,
    NameLikeness,
    NumberLikeness,
    PhoneLikeness,
    SexLikeness,
)
from linkworks.domain.people.matching.name_pairs import NameJudge, NamePair
from linkworks.domain.people.matching.numbers import compare_nhs_numbers, compare_phones
from linkworks.domain.people.matching.portrait import Portrait


class Comparison(NamedTuple):
    given: NameLikeness
    family: NameLikeness
    swapped: bool
    birth: BirthLikeness
    home: HomeLikeness
    phone: PhoneLikeness
    number: NumberLikeness
    sex: SexLikeness


def read_comparison(kept: Sequence[Any]) -> Comparison:
    """As it was kept: its values in their order."""
    given, family, swapped, birth, home, phone, number, sex = kept
    return Comparison(
        NameLikeness(given),
        NameLikeness(family),
        swapped,
        BirthLikeness(birth),
        HomeLikeness(home),
        PhoneLikeness(phone),
        NumberLikeness(number),
        SexLikeness(sex),
    )


def compare(one: Portrait, other: Portrait, judge: NameJudge) -> Comparison:
    """Neither of the two comes first: `compare(one, other)` is `compare(other, one)`."""
    return Comparison(
        *_names(one, other, judge),
        _births(one, other),
        _homes(one, other),
        compare_phones(one.phones, other.phones),
        compare_nhs_numbers(one.nhs_numbers, one.failed_nhs_numbers, other.nhs_numbers, other.failed_nhs_numbers),
        _sexes(one.sexes, other.sexes),
    )


def _names(one: Portrait, other: Portrait, judge: NameJudge) -> NamePair:
    if len(one.names) == 1 and len(other.names) == 1:
        return judge.compare(one.names[0], other.names[0])
    pairs = [judge.compare(name, others_name) for name in one.names for others_name in other.names]
    unknown = NamePair(NameLikeness.MISSING, NameLikeness.MISSING)
    return max(pairs, key=lambda pair: (pair.given + pair.family, pair.given, not pair.swapped), default=unknown)


def _births(one: Portrait, other: Portrait) -> BirthLikeness:
    if len(one.births) == 1 and len(other.births) == 1:
        return compare_births(one.births[0], other.births[0])
    pairs = [compare_births(birth, others_birth) for birth in one.births for others_birth in other.births]
    return max(pairs, default=BirthLikeness.MISSING)


def _homes(one: Portrait, other: Portrait) -> HomeLikeness:
    if len(one.homes) == 1 and len(other.homes) == 1:
        return compare_homes(one.homes[0], other.homes[0])
    pairs = [compare_homes(home, others_home) for home in one.homes for others_home in other.homes]
    return max(pairs, default=HomeLikeness.MISSING)


def _sexes(some: frozenset[str], others: frozenset[str]) -> SexLikeness:
    if not (some and others):
        return SexLikeness.MISSING
    return SexLikeness.SAME if some & others else SexLikeness.DIFFERENT
