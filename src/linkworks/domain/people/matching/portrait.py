"""One person as compared: every name, birth, home and number that we have of them, past ones too."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from linkworks.domain.people.matching.births import read_birth
from linkworks.domain.people.matching.homes import Home, read_home
from linkworks.domain.people.matching.names import Name, called_names, read_name
from linkworks.domain.people.matching.numbers import read_nhs_number, read_phones

_SEXES = {
    "f": "f",
    "female": "f",
    "woman": "f",
    "2": "f",
    "girl": "f",
    "m": "m",
    "male": "m",
    "man": "m",
    "1": "m",
    "boy": "m",
}


@dataclass(frozen=True, slots=True)
class Description:
    """Somebody as typed."""

    given_name: str = ""
    family_name: str = ""
    dob: str = ""
    sex: str = ""
    address_line_1: str = ""
    address_line_2: str = ""
    town: str = ""
    postcode: str = ""
    phone: str = ""
    nhs_number: str = ""


class Portrait(NamedTuple):
    names: tuple[Name, ...]
    births: tuple[str, ...] = ()
    sexes: frozenset[str] = frozenset()
    homes: tuple[Home, ...] = ()
    phones: frozenset[str] = frozenset()
    nhs_numbers: frozenset[str] = frozenset()
    failed_nhs_numbers: frozenset[str] = frozenset()


def portray(descriptions: Iterable[Description], *, today: date) -> Portrait:
    """One person out of all descriptions of them: as they are now, and as they were."""
    some = list(descriptions)
    numbers = [read_nhs_number(one.nhs_number) for one in some]
    return Portrait(
        names=_each_once(name for one in some for name in _names(one)),
        births=_each_once(birth for one in some if (birth := read_birth(one.dob, today=today))),
        sexes=frozenset(_SEXES[sex] for one in some if (sex := one.sex.strip().casefold()) in _SEXES),
        homes=_each_once(home for one in some if not (home := _home(one)).is_blank),
        phones=frozenset(number for one in some for number in read_phones(one.phone)),
        nhs_numbers=frozenset(number for number, holds in numbers if holds),
        failed_nhs_numbers=frozenset(number for number, holds in numbers if number and not holds),
    )


def _names(one: Description) -> Iterable[Name]:
    name = read_name(one.given_name, one.family_name)
    if not name.is_blank:
        yield name
    yield from (Name((called,), name.family) for called in called_names(one.given_name))


def _home(one: Description) -> Home:
    return read_home(one.address_line_1, one.address_line_2, one.town, one.postcode)


def _each_once(things: Iterable) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys(things))
