"""What is said of a person when they come to us, and which rows of the record that makes."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ContactKind, Gender
from linkworks.domain.people.models import Person, Practice
from linkworks.foundation.core import clock
from linkworks.foundation.core.phone import Phone, PhoneKind
from linkworks.foundation.core.postcode import NO_FIXED_ABODE

# What is filled in on a record where it is blank; nothing is ever overwritten.
FILLED_WHEN_BLANK = ("date_of_birth", "nhs_number", "address_line_1", "town", "postcode", "practice")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What is said of a person when they come to us. Numbers as stored: E.164, ten digits, one space in a postcode."""

    given_name: str
    family_name: str
    date_of_birth: date | None = None
    nhs_number: str = ""
    gender: str = Gender.NOT_SAID
    address_line_1: str = ""
    town: str = ""
    postcode: str = ""
    telephone: str = ""
    email: str = ""
    preferred_language: str = "English"
    interpreter_needed: bool = False
    practice: Practice | None = None
    may_voicemail: bool = False
    may_text: bool = False
    safe_when: str = ""
    communication_asked: bool = False
    communication_needs: tuple[str, ...] = ()
    communication_words: str = ""

    @classmethod
    def read_from(cls, source: Any) -> Self:
        """From an object that has every one of these attributes, such as a referral."""
        details = {field.name: getattr(source, field.name) for field in fields(cls)}
        return cls(**details | {"communication_needs": tuple(details["communication_needs"])})

    def person_columns(self) -> dict[str, Any]:
        return {
            "given_name": self.given_name,
            "family_name": self.family_name,
            "date_of_birth": self.date_of_birth,
            "nhs_number": self.nhs_number,
            "gender": self.gender,
            "preferred_language": self.preferred_language,
            "interpreter_needed": self.interpreter_needed,
            "address_line_1": self.address_line_1,
            "town": self.town,
            "postcode": self.postcode,
            "no_fixed_abode": self.postcode == str(NO_FIXED_ABODE),
            "practice": self.practice,
            "communication_asked_on": clock.today() if self.communication_asked else None,
        }

    def contact_details(self) -> Iterator[dict[str, Any]]:
        if self.telephone:
            kind = kind_of(self.telephone)
            yield {
                "kind": kind,
                "value": self.telephone,
                "may_voicemail": self.may_voicemail,
                "may_text": self.may_text and kind is ContactKind.MOBILE,
                "safe_when": self.safe_when,
                "is_preferred": True,
            }
        if self.email:
            yield {"kind": ContactKind.EMAIL, "value": self.email, "is_preferred": not self.telephone}

    def adjustments(self) -> Iterator[dict[str, Any]]:
        needs = dict.fromkeys(self.communication_needs)
        if self.interpreter_needed:
            needs |= {AdjustmentKind.SPOKEN_INTERPRETER: None}
        if self.communication_words:
            needs |= {AdjustmentKind.OTHER: None}
        words = {
            AdjustmentKind.SPOKEN_INTERPRETER: self.preferred_language,
            AdjustmentKind.OTHER: self.communication_words,
        }
        return ({"kind": kind, "words": words.get(AdjustmentKind(kind), "")} for kind in needs)

    def alerts(self) -> Iterator[dict[str, Any]]:
        """What must be seen before anybody rings. A wish that was not asked counts as no."""
        if self.telephone and not self.may_voicemail:
            yield {"kind": AlertKind.NO_VOICEMAIL}
        if self.telephone and not self.may_text and kind_of(self.telephone) is ContactKind.MOBILE:
            yield {"kind": AlertKind.NO_TEXT}
        if self.safe_when:
            yield {"kind": AlertKind.SAFE_CONTACT, "words": self.safe_when}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson(PersonDetails):
    """What a list says that another body sent. Nobody has asked the person anything, so it speaks of no wishes."""

    address_line_2: str = ""
    died_on: date | None = None
    other_telephones: tuple[str, ...] = ()

    def person_columns(self) -> dict[str, Any]:
        more = {"address_line_2": self.address_line_2, "died_on": self.died_on}
        return PersonDetails.person_columns(self) | more

    def contact_details(self) -> Iterator[dict[str, Any]]:
        numbers = [number for number in (self.telephone, *self.other_telephones) if number]
        yield from ({"kind": kind_of(number), "value": number} for number in numbers)
        if self.email:
            yield {"kind": ContactKind.EMAIL, "value": self.email}

    def alerts(self) -> Iterator[dict[str, Any]]:
        return iter(())

    def news_of(self, person: Person, values: Collection[str]) -> Self | None:
        """What is said that the record does not have; `values` are all numbers and addresses it ever had, so that a
        number that turned out to be wrong does not come back. None where there is no news."""
        numbers = [one for one in (self.telephone, *self.other_telephones) if one and one not in values]
        email = "" if self.email in values else self.email
        fills = any(getattr(self, name) and not getattr(person, name) for name in FILLED_WHEN_BLANK)
        if not (numbers or email or fills):
            return None
        return replace(self, telephone="", other_telephones=tuple(numbers), email=email)


def kind_of(number: str) -> ContactKind:
    return ContactKind.MOBILE if Phone(number).kind is PhoneKind.MOBILE else ContactKind.LANDLINE
