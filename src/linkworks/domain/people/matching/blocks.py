"""Under which keys a person is filed, and under which to look for them: who shares none is never compared.

The keys are plain strings, so they serve a dictionary here and an indexed column in a database alike. A slip is found
by a key without the part that it is in, so nothing has to be looked for under every slip that could have been.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from linkworks.domain.people.matching.births import day_and_month_swapped
from linkworks.domain.people.matching.homes import Home
from linkworks.domain.people.matching.names import Name, without_particles
from linkworks.domain.people.matching.portrait import Portrait
from linkworks.domain.people.matching.sounds import sound
from linkworks.domain.people.matching.variants import FAMILY, GIVEN, LIGHT

FULL = 150  # so many under one key (a hostel's number, a name that everybody bears) tell nobody apart
SHORT_TOWN = 4  # letters, so that a slip further on does no harm


def filing_keys(person: Portrait) -> set[str]:
    return {*_plain_keys(person), *wide_keys(person), *_birth_keys(person, person.births), *_pair_keys(person)}


def looking_keys(person: Portrait) -> set[str]:
    swapped = [day_and_month_swapped(birth) for birth in person.births]
    unborn = [f"year ? {pair}" for pair in _sound_pairs(person)] if person.births else wide_keys(person)
    return {*_plain_keys(person), *_birth_keys(person, (*person.births, *swapped)), *_pair_keys(person), *unborn}


def telling_keys(person: Portrait) -> set[str]:
    """The few that hardly anybody shares but two descriptions of one person: to find who stands twice in one list."""
    pairs = set(_sound_pairs(person))
    own = {
        *(f"phone {number}" for number in person.phones),
        *(f"born {birth}" for birth in person.births),
        *(f"at {home.postcode} no {home.house}" for home in person.homes if home.postcode and home.house),
    }
    return {f"nhs {number}" for number in person.nhs_numbers} | {f"{one} {pair}" for one in own for pair in pairs}


def wide_keys(person: Portrait) -> Iterator[str]:
    """Looked for where there is no birth, or time enough: a common name or a long street leads to many."""
    yield from (f"name {_joined(name)}" for name in person.names if name.given and name.family)
    for home in person.homes:
        for line in filter(None, (home.street, home.place)):
            street = f"{sound(line.split()[0])} {home.town[:SHORT_TOWN]}"
            yield from (f"along {street} {heard}" for heard in _sounds(person))


def _birth_keys(person: Portrait, births: Iterable[str]) -> Iterator[str]:
    return (f"born {birth} {heard}" for birth in births for heard in _sounds(person))


def _pair_keys(person: Portrait) -> Iterator[str]:
    """Both names, and the half of the birth in which there is no slip."""
    halves = {half for birth in person.births for half in (f"year {birth[:4]}", f"day {birth[4:]}")} or {"year ?"}
    return (f"{half} {pair}" for half in halves for pair in _sound_pairs(person))


def _plain_keys(person: Portrait) -> Iterator[str]:
    """Those that are looked for as they are filed."""
    yield from (f"nhs {number}" for number in person.nhs_numbers)
    yield from (f"phone {number}" for number in person.phones)
    for home in person.homes:
        yield from _home_keys(home, person)


def _home_keys(home: Home, person: Portrait) -> Iterator[str]:
    family = {heard for name in person.names for heard in _family_sounds(name.family)}
    initials = {words[0][0] for name in person.names for words in (name.given, name.family) if words}
    if home.postcode:
        yield from (f"at {home.postcode} {heard}" for heard in family | initials)
        yield from (f"at {home.postcode} born {birth}" for birth in person.births)
        yield f"at {home.postcode} no {home.house}"
    if home.street:
        street = f"street {sound(home.street.split()[0])}"
        yield from (f"{street} born {birth}" for birth in person.births)
        yield from (f"{street} {pair}" for pair in _sound_pairs(person))
    if home.house and home.street:
        door = f"door {home.house} {sound(home.street.split()[0])} {home.town[:SHORT_TOWN]}"
        yield from (f"{door} {heard}" for heard in family | initials | {""})


def _sounds(person: Portrait) -> Iterator[str]:
    """Of every word of the names, given and family alike, so that swapped names meet; short forms as whole ones."""
    for name in person.names:
        yield from _given_sounds(name.given)
        yield from _family_sounds(name.family)


@lru_cache(maxsize=65_536)
def _given_sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    telling = [word for word in words if word not in LIGHT] or words
    return tuple(sound(form) for word in telling for form in GIVEN.get(word, ()) or (word,))


@lru_cache(maxsize=65_536)
def _family_sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sound(form) for word in without_particles(words) for form in FAMILY.get(word, ()) or (word,))


def _sound_pairs(person: Portrait) -> Iterator[str]:
    for name in person.names:
        for given in _given_sounds(name.given):
            for family in _family_sounds(name.family):
                yield f"{given} {family}" if given <= family else f"{family} {given}"


def _joined(name: Name) -> str:
    return " ".join(sorted(("".join(name.given), "".join(name.family))))
