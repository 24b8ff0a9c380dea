"""A referral beside somebody on record who may be the same person."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linkworks.domain.people.models import Person
from linkworks.domain.referrals.models import Referral
from linkworks.domain.referrals.selectors.look_alikes import LookAlike
from linkworks.foundation.core import words
from linkworks.foundation.core.names import names_alike
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.design.parts import ComparedRow, Phone, Tag

SAME = Tag("Same", "green")
ALIKE = Tag("Alike", "yellow")
DIFFERENT = Tag("Different", "red")
VERY_LIKELY = "Very likely the same person."
PERHAPS = "This may be the same person, or somebody else."
UNKNOWN = Tag("Not known", "grey")


@dataclass(frozen=True)
class Comparison:
    person_id: UUID
    name: str
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    likelihood: str
    rows: tuple[ComparedRow, ...]


def compare(referral: Referral, alike: LookAlike) -> Comparison:
    person = alike.person
    return Comparison(
        person_id=person.pk,
        name=person.full_name,
        reasons=alike.reasons,
        cautions=alike.cautions,
        likelihood=VERY_LIKELY if alike.is_very_likely else PERHAPS,
        rows=(
            _names("First name", referral.given_name, person.given_name),
            _names("Last name", referral.family_name, person.family_name),
            _fact("Date of birth", _born(referral), _born(person)),
            _fact("NHS number", _number(referral), _number(person)),
            _fact("Postcode", referral.postcode, person.postcode),
            _fact("Address", _address(referral), _address(person)),
            _phones(referral, alike.phones),
            _fact("GP practice", _practice(referral), _practice(person)),
        ),
    )


def _names(label: str, one: str, other: str) -> ComparedRow:
    if one.casefold() != other.casefold() and names_alike(one, other):
        return ComparedRow(label, one, other, ALIKE)
    return _fact(label, one, other)


def _fact(label: str, one: str, other: str) -> ComparedRow:
    if not (one and other):
        return ComparedRow(label, one, other, UNKNOWN)
    return ComparedRow(label, one, other, SAME if one.casefold() == other.casefold() else DIFFERENT)


def _phones(referral: Referral, phones: Iterable[str]) -> ComparedRow:
    known = sorted(phones)
    shown = [Phone(number) for number in known]
    said: Any = Phone(referral.telephone) if referral.telephone else ""
    if not (said and shown):
        return ComparedRow("Telephone", said, shown or "", UNKNOWN)
    return ComparedRow("Telephone", said, shown, SAME if referral.telephone in known else DIFFERENT)


def _born(about: Referral | Person) -> str:
    return words.full_date(about.date_of_birth) if about.date_of_birth else ""


def _number(about: Referral | Person) -> str:
    return display_nhs_number(about.nhs_number) if about.nhs_number else ""


def _address(about: Referral | Person) -> str:
    return ", ".join(filter(None, (about.address_line_1, about.town)))


def _practice(about: Referral | Person) -> str:
    return about.practice.name if about.practice else ""
