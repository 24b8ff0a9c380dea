"""Two tellings of somebody side by side, with a word on how alike each fact is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from linkworks.foundation.core import words
from linkworks.foundation.core.names import names_alike
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.design.parts import ComparedRow, Phone, Tag

SAME = Tag("Same", "green")
ALIKE = Tag("Alike", "yellow")
DIFFERENT = Tag("Different", "red")
UNKNOWN = Tag("Not known", "grey")


@dataclass(frozen=True)
class Told:
    """What is told of somebody, as it is shown. `telephones` are E.164."""

    given_name: str
    family_name: str
    born: str
    nhs_number: str
    postcode: str
    address: str
    telephones: frozenset[str]
    practice: str

    @classmethod
    def of(cls, about: Any, telephones: Iterable[str]) -> Self:
        """`about` has the columns of a person: a person, a referral, what was read of a row of a list."""
        practice = getattr(about.practice, "name", about.practice)
        return cls(
            given_name=about.given_name,
            family_name=about.family_name,
            born=words.full_date(about.date_of_birth) if about.date_of_birth else "",
            nhs_number=display_nhs_number(about.nhs_number) if about.nhs_number else "",
            postcode=about.postcode,
            address=", ".join(filter(None, (about.address_line_1, about.town))),
            telephones=frozenset(telephones),
            practice=practice or "",
        )


def compare_told(one: Told, other: Told) -> tuple[ComparedRow, ...]:
    return (
        _names("First name", one.given_name, other.given_name),
        _names("Last name", one.family_name, other.family_name),
        _fact("Date of birth", one.born, other.born),
        _fact("NHS number", one.nhs_number, other.nhs_number),
        _fact("Postcode", one.postcode, other.postcode),
        _fact("Address", one.address, other.address),
        _phones(one.telephones, other.telephones),
        _fact("GP practice", one.practice, other.practice),
    )


def _names(label: str, one: str, other: str) -> ComparedRow:
    if one.casefold() != other.casefold() and names_alike(one, other):
        return ComparedRow(label, one, other, ALIKE)
    return _fact(label, one, other)


def _fact(label: str, one: str, other: str) -> ComparedRow:
    if not (one and other):
        return ComparedRow(label, one, other, UNKNOWN)
    return ComparedRow(label, one, other, SAME if one.casefold() == other.casefold() else DIFFERENT)


def _phones(one: frozenset[str], other: frozenset[str]) -> ComparedRow:
    left, right = ([Phone(number) for number in sorted(numbers)] for numbers in (one, other))
    verdict = UNKNOWN if not (one and other) else SAME if one & other else DIFFERENT
    return ComparedRow("Telephone", left, right, verdict)
