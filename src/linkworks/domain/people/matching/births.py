"""Dates of birth as eight digits, YYYYMMDD, so that one that cannot be (31 February) still compares."""

import re
from datetime import date, timedelta

from linkworks.domain.people.matching.likeness import BirthLikeness
from linkworks.domain.people.matching.slips import one_slip_apart

GENERATION = 14  # years; a slip that wide is as likely to be a parent and a child of one name
OLDEST = 130  # years; records keep people who have died
NEW_YEAR = "0101"

# What people and programs put in a box that must not be empty.
FILLERS = {"19000101", "19010101", "19700101", "18000101", "20000101", "11111111", "18991230", "18991231", "19111111"}
_EXCEL_ZERO = date(1899, 12, 30)
_MONTHS = dict(jan=1, feb=2, mar=3, apr=4, may=5, jun=6, jul=7, aug=8, sep=9, oct=10, nov=11, dec=12)  # noqa: C408
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: .*)?")
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3})[a-z]*[-/., ]*(\d{4}|\d{2})")
_SERIAL = re.compile(r"(\d{4,5})(?:\.0+)?")


def read_birth(text: str, *, today: date) -> str:
    """The eight digits; blank for nothing, a filler, or what cannot be read."""
    parts = _parts(text.strip().casefold(), today)
    if parts is None:
        return ""
    birth = "{:04d}{:02d}{:02d}".format(*parts)
    year = parts[0]
    is_filler = birth in FILLERS or not today.year - OLDEST <= year <= today.year
    return "" if is_filler else birth


def _parts(text: str, today: date) -> tuple[int, int, int] | None:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
        return year, month, day
    if found := _DAY_FIRST.fullmatch(text):
        return _century(found[3], today), int(found[2]), int(found[1])
    if (found := _IN_WORDS.fullmatch(text)) and found[2] in _MONTHS:
        return _century(found[3], today), _MONTHS[found[2]], int(found[1])
    if found := _SERIAL.fullmatch(text):
        counted = _EXCEL_ZERO + timedelta(days=int(found[1]))
        return counted.year, counted.month, counted.day
    return None


def _century(year: str, today: date) -> int:
    if len(year) > 2:  # noqa: PLR2004
        return int(year)
    this_century = today.year - today.year % 100 + int(year)
    return this_century if this_century <= today.year else this_century - 100


def compare_births(one: str, other: str) -> BirthLikeness:
    if not (one and other):
        return BirthLikeness.MISSING
    if one == other:
        return BirthLikeness.SAME
    if one[:4] == other[:4] and NEW_YEAR in (one[4:], other[4:]):
        return BirthLikeness.YEAR
    years = abs(int(one[:4]) - int(other[:4]))
    is_slip = one_slip_apart(one, other) or one == day_and_month_swapped(other)
    same_day = one[4:] == other[4:]
    if (is_slip and years < GENERATION) or (same_day and years == 1):
        return BirthLikeness.SLIP
    if years == 0 and (one[4:6] == other[4:6] or one[6:] == other[6:]):
        return BirthLikeness.PART
    return BirthLikeness.NEAR if is_slip or same_day else BirthLikeness.DIFFERENT


def day_and_month_swapped(birth: str) -> str:
    return birth[:4] + birth[6:] + birth[4:6]
