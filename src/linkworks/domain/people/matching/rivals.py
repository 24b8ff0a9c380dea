"""If it is not the same person, who else could it be?

Each rival explains in its own way why two descriptions agree. A household shares family name, address, postcode and
landline, so under "relative" all of these agree together and count once; a twin shares the day of birth as well; an
heir (father and son, named alike) all but the day; a namesake the names and the day but no home. The tables say, out of
one, how often each likeness is seen for each rival. They are judged, not learned: from published error rates of health
records and from invented lists; `docs/explanation/is-this-someone-we-know.md` has the measurements.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from linkworks.domain.people.matching.likeness import BirthLikeness as Birth
from linkworks.domain.people.matching.likeness import HomeLikeness as Home
from linkworks.domain.people.matching.likeness import NameLikeness as Name
from linkworks.domain.people.matching.likeness import NumberLikeness as Number
from linkworks.domain.people.matching.likeness import PhoneLikeness as Phone
from linkworks.domain.people.matching.likeness import SexLikeness as Sex


@dataclass(frozen=True)
class Guise:
    """How often each likeness is seen when this is who it is. `phone_moved` stands for `phone` when homes differ."""

    given: Mapping[Name, float]
    family: Mapping[Name, float]
    birth: Mapping[Birth, float]
    home: Mapping[Home, float]
    phone: Mapping[Phone, float]
    phone_moved: Mapping[Phone, float]
    number: Mapping[Number, float]
    sex: Mapping[Sex, float]


def _seen(scale: Any, **shares: float) -> dict[Any, float]:
    return {step: shares[step.name.lower()] for step in scale}


_MOSTLY_SAME_GIVEN = _seen(
    Name,
    same=0.80,
    variant=0.07,
    either=0.02,
    close=0.06,
    part=0.015,
    initial=0.015,
    missing=0.02,
    lookalike=0.004,
    different=0.008,
)
_MOSTLY_SAME_FAMILY = _seen(
    Name,
    same=0.83,
    variant=0.02,
    either=0.01,
    close=0.06,
    part=0.02,
    initial=0.002,
    missing=0.01,
    lookalike=0.01,
    different=0.05,
)
_OWN_BIRTH = _seen(Birth, same=0.91, slip=0.035, part=0.006, year=0.01, missing=0.03, near=0.003, different=0.006)
_OWN_PHONE = _seen(Phone, mobile=0.45, landline=0.25, slip=0.03, missing=0.15, different=0.12)
_OWN_PHONE_MOVED = _seen(Phone, mobile=0.45, landline=0.05, slip=0.03, missing=0.15, different=0.32)
_HOUSE_PHONE = _seen(Phone, mobile=0.10, landline=0.30, slip=0.002, missing=0.20, different=0.44)
_STRANGE_PHONE = _seen(Phone, mobile=3e-5, landline=5e-5, slip=1e-4, missing=0.20, different=0.80)
_STRANGE_HOME = _seen(Home, same=5e-5, near=1e-4, neighbour=8e-4, area=0.04, missing=0.05, different=0.91)
_SHARED_HOME = _seen(Home, same=0.82, near=0.05, neighbour=0.02, area=0.03, missing=0.05, different=0.03)
_OWN_NUMBER = _seen(Number, same=1.0, slip=0.01, missing=1.0, conflict=0.002)
_OTHER_NUMBER = _seen(Number, same=3e-6, slip=1e-7, missing=1.0, conflict=1.0)
_FAMILY_NUMBER = _seen(Number, same=2e-3, slip=1e-5, missing=1.0, conflict=1.0)
_ANY_SEX = _seen(Sex, same=0.5, missing=1.0, different=0.5)
_OWN_SEX = _seen(Sex, same=0.99, missing=1.0, different=0.01)

SAME_PERSON = Guise(
    given=_MOSTLY_SAME_GIVEN,
    family=_MOSTLY_SAME_FAMILY,
    birth=_OWN_BIRTH,
    home=_seen(Home, same=0.76, near=0.06, neighbour=0.02, area=0.05, missing=0.04, different=0.07),
    phone=_OWN_PHONE,
    phone_moved=_OWN_PHONE_MOVED,
    number=_OWN_NUMBER,
    sex=_OWN_SEX,
)


def _of_the_household(given: Mapping[Name, float], birth: Mapping[Birth, float], sex: Mapping[Sex, float]) -> Guise:
    """Family name, home and telephone agree as for the same person: they tell nothing here."""
    return Guise(
        given=given,
        family=_MOSTLY_SAME_FAMILY,
        birth=birth,
        home=_SHARED_HOME,
        phone=_HOUSE_PHONE,
        phone_moved=_STRANGE_PHONE,
        number=_FAMILY_NUMBER,
        sex=sex,
    )


def _elsewhere(
    given: Mapping[Name, float], family: Mapping[Name, float], birth: Mapping[Birth, float], sex: Mapping[Sex, float]
) -> Guise:
    """Home, telephone and number agree by chance only."""
    return Guise(
        given=given,
        family=family,
        birth=birth,
        home=_STRANGE_HOME,
        phone=_STRANGE_PHONE,
        phone_moved=_STRANGE_PHONE,
        number=_OTHER_NUMBER,
        sex=sex,
    )


TWIN = _of_the_household(
    given=_seen(
        Name,
        same=2e-4,
        variant=0.003,
        either=0.02,
        close=0.01,
        part=0.02,
        initial=0.003,
        missing=0.02,
        lookalike=0.06,
        different=0.86,
    ),
    birth=_OWN_BIRTH,
    sex=_ANY_SEX,
)

HEIR = _of_the_household(
    given=_MOSTLY_SAME_GIVEN,
    birth=_seen(Birth, same=1e-6, slip=8e-4, part=1e-5, year=1e-5, missing=0.04, near=0.04, different=0.92),
    sex=_OWN_SEX,
)

RELATIVE = _of_the_household(
    given=_seen(
        Name,
        same=1e-3,
        variant=0.004,
        either=0.02,
        close=0.008,
        part=0.02,
        initial=0.002,
        missing=0.02,
        lookalike=0.03,
        different=0.89,
    ),
    birth=_seen(Birth, same=1e-4, slip=4e-3, part=5e-3, year=2e-4, missing=0.03, near=0.045, different=0.91),
    sex=_ANY_SEX,
)

NAMESAKE = _elsewhere(given=_MOSTLY_SAME_GIVEN, family=_MOSTLY_SAME_FAMILY, birth=_OWN_BIRTH, sex=_OWN_SEX)

# The shares of names are those of the list itself: see `weighing`. These stand for the rest of the scale.
STRANGER = _elsewhere(
    given=_seen(
        Name,
        same=1,
        variant=0.004,
        either=0.004,
        close=0.004,
        part=0.01,
        initial=0.002,
        missing=0.02,
        lookalike=0.01,
        different=0.93,
    ),
    family=_seen(
        Name,
        same=1,
        variant=0.002,
        either=0.002,
        close=0.003,
        part=0.003,
        initial=0.002,
        missing=0.01,
        lookalike=0.01,
        different=0.97,
    ),
    birth=_seen(Birth, same=5e-5, slip=2.5e-3, part=2e-3, year=3e-4, missing=0.03, near=0.04, different=0.93),
    sex=_ANY_SEX,
)
