"""Is this someone we know? A plain check of one referred person against people on record.

It only ever answers "possible match: look". Nothing is linked or merged here, and two
people with different NHS numbers are two people whatever else they share. Finding whom to
compare is a selector's work.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from linkworks.foundation.core import words
from linkworks.foundation.core.names import fold_name, is_initial_of, names_alike
from linkworks.foundation.core.nhs_number import is_nhs_number
from linkworks.foundation.core.postcode import PostcodeError, parse_postcode


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is compared. `person_id` is None for somebody who is not on record yet."""

    given_name: str
    family_name: str
    preferred_name: str = ""
    date_of_birth: date | None = None
    nhs_number: str = ""
    postcode: str = ""
    phones: frozenset[str] = frozenset()
    person_id: UUID | None = None


class NameLikeness(IntEnum):
    NONE = 0
    GIVEN_ONLY = 1
    FAMILY_ONLY = 2
    LIKE = 3
    SAME = 4


NAME_REASONS = {
    NameLikeness.SAME: "Same name",
    NameLikeness.LIKE: "Like name: {one} and {other}",
    NameLikeness.FAMILY_ONLY: "Like family name: {one} and {other}",
    NameLikeness.GIVEN_ONLY: "Like given name: {one} and {other}",
}


@dataclass(frozen=True, slots=True)
class PossibleMatch:
    """Somebody to look at beside the referral: why, and what speaks against it."""

    person: PersonFacts
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]


def recognise(referred: PersonFacts, known: Iterable[PersonFacts]) -> tuple[PossibleMatch, ...]:
    """The people who may be the one referred, the likeliest first."""
    compared = [_Comparison(referred, person) for person in known]
    likely = sorted(filter(_is_possible, compared), key=_rank)
    return tuple(PossibleMatch(pair.person, tuple(_reasons(pair)), tuple(_cautions(pair))) for pair in likely)


class _Comparison:
    """What two people have in common, worked out once."""

    def __init__(self, referred: PersonFacts, person: PersonFacts) -> None:
        self.referred, self.person = referred, person
        numbers = {_valid_number(referred), _valid_number(person)}
        self.different_numbers = len(numbers - {""}) > 1
        self.same_number = len(numbers) == 1 and "" not in numbers
        self.same_birth = referred.date_of_birth is not None and referred.date_of_birth == person.date_of_birth
        self.different_births = None not in (referred.date_of_birth, person.date_of_birth) and not self.same_birth
        self.place = _place(referred) if _place(referred) == _place(person) else ""
        self.same_phone = bool(referred.phones & person.phones)
        self.name = _name_likeness(referred, person)


def _is_possible(pair: _Comparison) -> bool:
    if pair.different_numbers:
        return False
    return pair.same_number or (pair.same_birth and bool(pair.name or pair.place))


def _rank(pair: _Comparison) -> tuple[bool, int, bool, bool, str, str]:
    """Likeliest first; people who are equally likely always stand in the same order."""
    return (
        not pair.same_number,
        -pair.name,
        not pair.place,
        not pair.same_phone,
        fold_name(_full_name(pair.person)),
        str(pair.person.person_id),
    )


def _reasons(pair: _Comparison) -> Iterable[str]:
    if pair.same_number:
        yield "Same NHS number"
    if pair.same_birth and pair.person.date_of_birth:
        yield f"Same date of birth, {words.full_date(pair.person.date_of_birth)}"
    if pair.name:
        yield NAME_REASONS[pair.name].format(one=_shown_name(pair.referred), other=_shown_name(pair.person))
    if pair.place:
        yield f"Same postcode, {pair.place}"
    if pair.same_phone:
        yield "Same telephone number"


def _cautions(pair: _Comparison) -> Iterable[str]:
    if pair.same_number and (different := list(_differences(pair))):
        verb = "is" if len(different) == 1 else "are"
        yield f"The NHS number is the same but the {words.listed(different)} {verb} not: one number may be wrong"
    if pair.same_birth and pair.name is NameLikeness.FAMILY_ONLY:
        yield "The given names differ: these may be twins"
    elif pair.same_birth and not (pair.name or pair.same_number):
        yield "The names differ: these may be two people of one household"
    elif not (pair.same_number or pair.place or pair.same_phone):
        yield "Only the name and the date of birth agree: two people can share both"


def _differences(pair: _Comparison) -> Iterable[str]:
    if not pair.name:
        yield "name"
    if pair.different_births:
        yield "date of birth"


def _name_likeness(one: PersonFacts, other: PersonFacts) -> NameLikeness:
    if fold_name(_full_name(one)) == fold_name(_full_name(other)) != "":
        return NameLikeness.SAME
    given, family = _given_names_alike(one, other), names_alike(one.family_name, other.family_name)
    if (given and family) or _names_swapped(one, other):
        return NameLikeness.LIKE
    if family and is_initial_of(one.given_name, other.given_name):
        return NameLikeness.LIKE
    if family:
        return NameLikeness.FAMILY_ONLY
    return NameLikeness.GIVEN_ONLY if given else NameLikeness.NONE


def _given_names_alike(one: PersonFacts, other: PersonFacts) -> bool:
    return any(names_alike(name, called) for name in _given_names(one) for called in _given_names(other))


def _given_names(person: PersonFacts) -> tuple[str, ...]:
    return tuple(filter(None, (person.given_name, person.preferred_name)))


def _names_swapped(one: PersonFacts, other: PersonFacts) -> bool:
    return names_alike(one.given_name, other.family_name) and names_alike(one.family_name, other.given_name)


def _full_name(person: PersonFacts) -> str:
    return f"{person.given_name} {person.family_name}".strip()


def _shown_name(person: PersonFacts) -> str:
    called = f" ({person.preferred_name})" if person.preferred_name else ""
    return f"{person.given_name}{called} {person.family_name}".strip()


def _valid_number(person: PersonFacts) -> str:
    return person.nhs_number if is_nhs_number(person.nhs_number) else ""


def _place(person: PersonFacts) -> str:
    """The postcode, where it names a place: no fixed abode is shared by strangers."""
    try:
        postcode = parse_postcode(person.postcode)
    except PostcodeError:
        return ""
    return str(postcode) if postcode.is_place else ""
