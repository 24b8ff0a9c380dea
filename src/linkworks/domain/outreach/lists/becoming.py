"""What an entry becomes: the details of a person, the band they are rung in, the language they are rung in."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from linkworks.domain.outreach.lists.entries import Entry
from linkworks.domain.people.choices import Gender
from linkworks.domain.people.details import ListedPerson
from linkworks.domain.people.models import Person, Practice

ENGLISH = "English"
_LONGEST = {field.attname: field.max_length for field in Person._meta.concrete_fields}
_GENDERS = {"f": Gender.WOMAN, "m": Gender.MAN}
_FIRST = frozenset(
    {"a", "high", "highest", "very high", "urgent", "red", "cev", "shielding", "extremely vulnerable", "yes", "y"}
)


class Band(Protocol):
    name: str
    place: int


AnyBand = TypeVar("AnyBand", bound=Band)


def listed_person(entry: Entry, practices: Mapping[str, Practice], *, number_is_free: bool = True) -> ListedPerson:
    """Cut to what the record holds. Without the NHS number, where it is somebody else's."""
    numbers = [one.e164 for one in entry.telephones]
    return ListedPerson(
        given_name=_cut("given_name", entry.given_name),
        family_name=_cut("family_name", entry.family_name),
        date_of_birth=entry.date_of_birth,
        died_on=entry.died_on,
        nhs_number=entry.nhs_number if number_is_free else "",
        gender=_GENDERS.get(entry.sex, Gender.NOT_SAID),
        address_line_1=_cut("address_line_1", entry.address_line_1),
        address_line_2=_cut("address_line_2", entry.address_line_2),
        town=_cut("town", entry.town),
        postcode=entry.postcode,
        telephone=numbers[0] if numbers else "",
        other_telephones=tuple(numbers[1:]),
        email=entry.email,
        preferred_language=language_of(entry) or ENGLISH,
        practice=practices.get(entry.practice.casefold()),
    )


def language_of(entry: Entry) -> str:
    """Blank where the list does not say. "SOMALI" and "somali" are one language."""
    return _cut("preferred_language", " ".join(entry.language.split()).title())


def band_of(entry: Entry, bands: Sequence[AnyBand]) -> AnyBand:
    """The band that the list names, by its name or place; the last one where the list does not say."""
    told = " ".join(entry.priority.casefold().split())
    digits = told.removeprefix("p").removeprefix("priority ").strip()
    named = (band for band in bands if told and (band.name.casefold() == told or str(band.place) == digits))
    return next(named, bands[0] if told in _FIRST else bands[-1])


def _cut(column: str, text: str) -> str:
    return text[: _LONGEST[column]]
