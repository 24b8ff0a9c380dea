"""Addresses as compared: flat, house, street, postcode, town. Two people share a home, not a line of text."""

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from linkworks.domain.people.matching.likeness import HomeLikeness
from linkworks.domain.people.matching.slips import one_slip_apart
from linkworks.domain.people.matching.variants import PARTS_OF_BUILDINGS, STREET_KINDS
from linkworks.foundation.core.names import fold_name
from linkworks.foundation.core.postcode import PostcodeError, parse_postcode

STREETS_ALIKE = 0.9
POSTCODE_LENGTH = 4  # letters and digits: below, there is nothing in the box
INWARD = 3

_HOUSE = re.compile(r"\b(\d+)\s?([a-z])?\b")
_NOT_KNOWN = {
    "unknown",
    "not known",
    "n k",
    "na",
    "none",
    "no fixed abode",
    "nfa",
    "tbc",
    "address unknown",
    "confidential",
}


class Home(NamedTuple):
    house: str = ""  # "12", "12a", or the house's name
    flat: str = ""
    street: str = ""
    place: str = ""  # a second line without a number: an estate, a village, a house's name
    town: str = ""
    postcode: str = ""  # without its space

    @property
    def is_blank(self) -> bool:
        return not (self.street or self.postcode or self.town or self.house)

    @property
    def is_half(self) -> bool:
        """Whether only the first half of a postcode was given, which thousands share."""
        return self.postcode[:1].isalpha() and self.postcode == self.outward

    @property
    def outward(self) -> str:
        return self.postcode[:-INWARD] if len(self.postcode) > POSTCODE_LENGTH else self.postcode


@lru_cache(maxsize=4_096)  # a household stands together
def read_home(line_1: str, line_2: str, town: str, postcode: str) -> Home:
    lines = [line for line in (_plain(line_1), _plain(line_2)) if line and line not in _NOT_KNOWN]
    house, flat, street, place = _house_and_street(lines)
    folded_town = fold_name(town)
    return Home(house, flat, street, place, "" if folded_town in _NOT_KNOWN else folded_town, _read_postcode(postcode))


def _read_postcode(text: str) -> str:
    """Without its space; a code that names no place is nobody's home; another country's is kept as it stands."""
    try:
        postcode = parse_postcode(text, allow_half=True)
    except PostcodeError:
        bare = re.sub(r"\W", "", text).upper()
        return bare if len(bare) >= POSTCODE_LENGTH and any(map(str.isdigit, bare)) else ""
    return f"{postcode.outward}{postcode.inward}" if postcode.is_place else ""


def _plain(line: str) -> str:
    words = re.sub(r"[^a-z0-9]+", " ", _fold_keeping_digits(line)).split()
    return " ".join(STREET_KINDS.get(word, word) for word in words)


def _fold_keeping_digits(line: str) -> str:
    parts = re.split(r"(\d+)", line.replace("'", "").replace("\u2019", ""))
    return " ".join(part if part.isdigit() else fold_name(part) for part in parts)


def _house_and_street(lines: list[str]) -> tuple[str, str, str, str]:
    flat, house, street, place = "", "", "", ""
    for line in lines:
        rest, found_flat = _take_flat(line)
        flat = flat or found_flat
        number = _last_number(rest)
        name = " ".join(word for word in _HOUSE.sub(" ", rest).split() if word not in PARTS_OF_BUILDINGS)
        if number and not house:
            house, street, place = number, name or street, street if name else place
        elif name and not street:
            street = name
        elif name:
            place = name
    return house, flat, street, place


def _take_flat(line: str) -> tuple[str, str]:
    words = line.split()
    for place, word in enumerate(words[:-1]):
        if word in PARTS_OF_BUILDINGS:
            return " ".join(words[:place] + words[place + 2 :]), words[place + 1]
    return line, ""


def _last_number(line: str) -> str:
    numbers = _HOUSE.findall(line)
    return "".join(numbers[-1]) if numbers else ""


@lru_cache(maxsize=4_096)
def compare_homes(one: Home, other: Home) -> HomeLikeness:
    if one.is_blank or other.is_blank:
        return HomeLikeness.MISSING
    street = _streets_alike(one.street, other.street) or _lines_swapped(one, other)
    postcode = _same(one.postcode, other.postcode) and not one.is_half
    if (street or postcode) and _same_door(one, other) and (postcode or _same_neighbourhood(one, other)):
        return HomeLikeness.SAME
    if _nearly(one, other, street=street, postcode=postcode):
        return HomeLikeness.NEAR
    if postcode or (street and _same(one.town, other.town)):
        return HomeLikeness.NEIGHBOUR
    if _same(one.town, other.town) or _same(one.outward, other.outward):
        return HomeLikeness.AREA
    return HomeLikeness.DIFFERENT if _both(one, other) else HomeLikeness.MISSING


def _lines_swapped(one: Home, other: Home) -> bool:
    return _streets_alike(one.street, other.place) or _streets_alike(one.place, other.street)


def _both(one: Home, other: Home) -> bool:
    """Whether there is anything of one kind on both sides to differ in."""
    return any(
        all(pair) for pair in ((one.street, other.street), (one.postcode, other.postcode), (one.town, other.town))
    )


def _same(one: str, other: str) -> bool:
    return one == other != ""


def _same_door(one: Home, other: Home) -> bool:
    if one.flat != other.flat and one.flat and other.flat:
        return False
    return _same(one.house, other.house) or (not (one.house or other.house) and _same(one.street, other.street))


def _same_neighbourhood(one: Home, other: Home) -> bool:
    """Enough to tell one High Street from another; a code with a slip will do, and so will nothing against it."""
    if one.postcode and other.postcode:
        same_area = _towns_alike(one.town, other.town) or one.outward == other.outward
        return same_area or one_slip_apart(one.postcode, other.postcode)
    return not (one.town and other.town) or _towns_alike(one.town, other.town)


def _nearly(one: Home, other: Home, *, street: bool, postcode: bool) -> bool:
    """The house number is left out or has a slip, and everything else agrees; or the street is written otherwise."""
    if street and postcode:
        return not (one.house and other.house) or (one.flat == other.flat and _digits_slip(one.house, other.house))
    half_blank = not (one.street and other.street)
    return postcode and half_blank and not (one.house and other.house)


def _digits_slip(one: str, other: str) -> bool:
    """12 for 21, 12a for 12, 112 for 12: never 12 for 14, which is next door."""
    if one.rstrip("abcdefgh") == other.rstrip("abcdefgh"):
        return True
    return sorted(one) == sorted(other) or (abs(len(one) - len(other)) == 1 and OSA.distance(one, other) == 1)


def _towns_alike(one: str, other: str) -> bool:
    return bool(one and other) and (one == other or JaroWinkler.similarity(one, other) >= STREETS_ALIKE)


def _streets_alike(one: str, other: str) -> bool:
    if not (one and other):
        return False
    if one == other or JaroWinkler.similarity(one, other) >= STREETS_ALIKE:
        return True
    return OSA.distance(one, other, score_cutoff=3) <= min(3, len(one) // 4)
