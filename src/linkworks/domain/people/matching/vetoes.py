"""What no weight of agreement may overrule: pairs that only a person may join, and the sentence that says why."""

from collections.abc import Callable

from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.likeness import (
    BirthLikeness,
    HomeLikeness,
    NameLikeness,
    NumberLikeness,
    PhoneLikeness,
    SexLikeness,
)


def _same_number(pair: Comparison) -> bool:
    return pair.number is NumberLikeness.SAME


def _same_phone(pair: Comparison) -> bool:
    return pair.phone in (PhoneLikeness.MOBILE, PhoneLikeness.LANDLINE)


def _given_differs(pair: Comparison) -> bool:
    return pair.given <= NameLikeness.LOOKALIKE


def _different_numbers(pair: Comparison) -> bool:
    return pair.number is NumberLikeness.CONFLICT


def _number_with_another_name(pair: Comparison) -> bool:
    is_lookalike = pair.given is NameLikeness.LOOKALIKE and pair.birth is BirthLikeness.SAME
    return _same_number(pair) and _given_differs(pair) and not is_lookalike


def _given_names_differ(pair: Comparison) -> bool:
    return _given_differs(pair) and not _same_number(pair)


def _number_with_another_birth(pair: Comparison) -> bool:
    return _same_number(pair) and pair.birth is BirthLikeness.DIFFERENT


def _number_alone(pair: Comparison) -> bool:
    """A number is cross-checked by a name or a birth; one of another person passes its check digit too."""
    checked = pair.given >= NameLikeness.INITIAL or pair.family >= NameLikeness.PART or pair.birth >= BirthLikeness.YEAR
    return _same_number(pair) and not checked


def _births_differ(pair: Comparison) -> bool:
    return pair.birth <= BirthLikeness.NEAR and not _same_number(pair)


def _nothing_but_name_and_birth(pair: Comparison) -> bool:
    shares_something = pair.home >= HomeLikeness.NEAR or _same_phone(pair) or pair.number in _NUMBER_AGREES
    return not shares_something


def _nothing_but_name(pair: Comparison) -> bool:
    return _nothing_but_name_and_birth(pair) and pair.birth is BirthLikeness.MISSING


def _two_halves_in_doubt(pair: Comparison) -> bool:
    """Neither the given name nor the birth stands firm: two of one household, and a gap where they differ."""
    return pair.given < NameLikeness.EITHER and pair.birth < BirthLikeness.SLIP and not _same_number(pair)


def _no_given_name(pair: Comparison) -> bool:
    """Twins share everything but the given name and the number."""
    return pair.given is NameLikeness.MISSING and pair.number not in _NUMBER_AGREES


def _initial_alone(pair: Comparison) -> bool:
    """Few twins share an initial, so it will do where nothing else is in doubt."""
    stands = pair.family >= NameLikeness.CLOSE and pair.birth is BirthLikeness.SAME and pair.sex is SexLikeness.SAME
    return pair.given is NameLikeness.INITIAL and not stands and pair.number not in _NUMBER_AGREES


def _either_name(pair: Comparison) -> bool:
    """Abdi and Abdullahi, Fernanda and Ana Fernanda, of one home and birthday: one who shortens the name, or twins."""
    at_home = pair.home >= HomeLikeness.NEAR and pair.birth >= BirthLikeness.SLIP
    own = pair.phone is PhoneLikeness.MOBILE or pair.number in _NUMBER_AGREES
    return pair.given in (NameLikeness.EITHER, NameLikeness.PART) and at_home and not own


def _sister_or_brother(pair: Comparison) -> bool:
    """Winston and Winifred are both called Win: of two sexes, only the whole name or a number of one's own will do."""
    is_whole = pair.given is NameLikeness.SAME
    return pair.sex is SexLikeness.DIFFERENT and not is_whole and pair.number not in _NUMBER_AGREES


def _no_birth(pair: Comparison) -> bool:
    """A landline and a name may have been a father's; a home may have been too, but that is weighed."""
    own = pair.phone is PhoneLikeness.MOBILE or pair.number in _NUMBER_AGREES
    return pair.birth is BirthLikeness.MISSING and not own and pair.home < HomeLikeness.NEAR


_NUMBER_AGREES = (NumberLikeness.SAME, NumberLikeness.SLIP)

VETOES: tuple[tuple[Callable[[Comparison], bool], str], ...] = (
    (_different_numbers, "The NHS numbers differ: two people, unless one number was copied wrongly"),
    (_number_with_another_name, "The NHS number is the same but the given names differ: the number may be another's"),
    (_given_names_differ, "The given names differ: these may be twins, or two of one household"),
    (
        _number_with_another_birth,
        "The NHS number is the same but the dates of birth differ: the number may be another's",
    ),
    (_number_alone, "Only the NHS number agrees, with no name or date of birth to check it by"),
    (_no_given_name, "There is no given name that would tell twins apart"),
    (_initial_alone, "There is no whole given name, and something else is in doubt: twins may share an initial"),
    (_either_name, "The given names may be forms of one name, or of twins: each is a name of its own here"),
    (_sister_or_brother, "The sexes differ and the given names are only alike: these may be brother and sister"),
    (_births_differ, "The dates of birth differ by more than a slip: these may be parent and child, or namesakes"),
    (_nothing_but_name, "Only the name agrees: two people can share it"),
    (_nothing_but_name_and_birth, "Only the name and the date of birth agree: two people can share both"),
    (_no_birth, "There is no date of birth that would tell a parent from a child of the same name"),
    (_two_halves_in_doubt, "Neither the given name nor the date of birth agrees for certain"),
)


def veto(pair: Comparison) -> str:
    """Why this pair must not be joined without somebody looking; blank if it may."""
    return next((sentence for applies, sentence in VETOES if applies(pair)), "")
