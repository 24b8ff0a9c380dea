"""Under which keys a person is filed, and under which to look for them: who shares none is never compared.

The keys are plain strings, so they serve a dictionary here and an indexed column in a database alike. Filing is done
once; looking carries the cost of slips: it asks for every year that one slip could have made.
"""

from collections.abc import Iterator

from linkworks.domain.people.matching.births import day_and_month_swapped, years_a_slip_from
from linkworks.domain.people.matching.homes import Home
from linkworks.domain.people.matching.names import Name, without_particles
from linkworks.domain.people.matching.portrait import Portrait
from linkworks.domain.people.matching.sounds import sound
from linkworks.domain.people.matching.variants import FAMILY, GIVEN, LIGHT

FULL = 150  # so many under one key (a hostel's number, a name that everybody bears) tell nobody apart
SHORT_TOWN = 4  # letters, so that a slip further on does no harm


def filing_keys(person: Portrait) -> set[str]:
    keys = set(_plain_keys(person)) | {f"born {birth} {heard}" for birth in person.births for heard in _sounds(person)}
    years = {birth[:4] for birth in person.births} or {"?"}
    return keys | {f"year {year} {pair}" for year in years for pair in _sound_pairs(person)}


def looking_keys(person: Portrait) -> set[str]:
    """Under another date only with both names: who shares neither home nor number must share at least these."""
    births = {date for birth in person.births for date in (birth, day_and_month_swapped(birth))}
    keys = set(_plain_keys(person)) | {f"born {birth} {heard}" for birth in births for heard in _sounds(person)}
    years = {year for birth in person.births for year in years_a_slip_from(birth[:4])} | {"?"}
    return keys | {f"year {year} {pair}" for year in years for pair in _sound_pairs(person)}


def _plain_keys(person: Portrait) -> Iterator[str]:
    """Those that are looked for as they are filed."""
    yield from (f"nhs {number}" for number in person.nhs_numbers)
    yield from (f"phone {number}" for number in person.phones)
    yield from (f"name {_joined(name)}" for name in person.names if name.given and name.family)
    for home in person.homes:
        yield from _home_keys(home, person)


def _home_keys(home: Home, person: Portrait) -> Iterator[str]:
    family = {heard for name in person.names for heard in _family_sounds(name)}
    initials = {words[0][0] for name in person.names for words in (name.given, name.family) if words}
    if home.postcode:
        yield from (f"at {home.postcode} {heard}" for heard in family | initials)
        yield from (f"at {home.postcode} born {birth}" for birth in person.births)
        yield from (f"at {home.postcode} no {home.house}" for _ in home.house[:1])
    if home.street and home.town:
        street = f"street {sound(home.street.split()[0])} {home.town[:SHORT_TOWN]}"
        yield from (f"{street} {heard}" for heard in _sounds(person))
    if home.house and home.street:
        door = f"door {home.house} {sound(home.street.split()[0])}"
        yield from (f"{door} {heard}" for heard in family | initials | {f"in {home.town[:SHORT_TOWN]}"})


def _sounds(person: Portrait) -> Iterator[str]:
    """Of every word of the names, given and family alike, so that swapped names meet; short forms as whole ones."""
    for name in person.names:
        yield from _given_sounds(name)
        yield from _family_sounds(name)


def _given_sounds(name: Name) -> Iterator[str]:
    telling = [word for word in name.given if word not in LIGHT] or list(name.given)
    for word in telling:
        yield from map(sound, GIVEN.get(word, ()) or (word,))


def _family_sounds(name: Name) -> Iterator[str]:
    for word in without_particles(name.family):
        yield from map(sound, FAMILY.get(word, ()) or (word,))


def _sound_pairs(person: Portrait) -> Iterator[str]:
    for name in person.names:
        for given in _given_sounds(name):
            yield from (" ".join(sorted((given, family))) for family in _family_sounds(name))


def _joined(name: Name) -> str:
    return " ".join(sorted(("".join(name.given), "".join(name.family))))
