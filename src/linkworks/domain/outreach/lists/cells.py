"""What one cell says. Each reader gives the value and what is wrong with it in words, or None."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from linkworks.foundation.core.nhs_number import NhsNumberError, parse_nhs_number
from linkworks.foundation.core.phone import Phone, PhoneError, PhoneKind, parse_phone
from linkworks.foundation.core.postcode import Postcode, PostcodeError, parse_postcode

# What people write for want of an answer. It is no answer, and no mistake.
NOTHING = (
    {"-", "--", ".", "?", "x", "na", "nan", "n/a", "nk", "n/k", "nil", "none", "null", "tbc", "unknown"}
    | {"not known", "not given", "no number", "no phone", "no tel"}
    | {"exdir", "ex-dir", "ex dir", "ex directory"}
)
OLDEST = 120  # years
EXCEL_DAY_ONE = date(1899, 12, 30)
SERIALS = range(367, 60_000)  # what Excel shows for a date once its format is lost: 1901 to 2064
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?", re.ASCII)
_IN_WORDS = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3})[a-z]*[-/., ]*(\d{4}|\d{2})", re.ASCII)
_SERIAL = re.compile(r"(\d{3,5})(?:\.0+)?", re.ASCII)
_BETWEEN = re.compile(r"[/;,|&\n]|\bor\b|\band\b")
_WORDS_BESIDE = re.compile(r"\(?[A-Za-z][A-Za-z' .:-]*\)?")
_NUMBER_AMONG_WORDS = re.compile(r"[+0][\d ()-]{8,}\d", re.ASCII)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_TRUE = frozenset({"y", "yes", "true", "1", "x", "do not call", "dnc"})
_SEXES = {"f": "f", "female": "f", "woman": "f", "2": "f", "m": "m", "male": "m", "man": "m", "1": "m"}
_TELEPHONE_DIGITS = 10


@dataclass(frozen=True)
class Telephone:
    e164: str
    kind: PhoneKind


def is_nothing(text: str) -> bool:
    return not text.strip() or " ".join(text.casefold().split()).strip("()[]*") in NOTHING


def read_day(text: str, *, today: date) -> tuple[date | None, str | None]:
    """A day in the past. Days come before months, as we write them; the other way round is read and said."""
    if is_nothing(text):
        return None, None
    parts = _parts(" ".join(text.casefold().split()), today)
    if parts is None:
        return None, f"“{text}” is no date that we can read. Write it like 4/3/1951."
    (year, month, day), said = parts
    if month > 12 >= day:  # noqa: PLR2004 (a year has twelve)
        month, day = day, month
        said = f"“{text}” has the month before the day: we read it as {day}/{month}/{year}. Check the whole column."
    try:
        read = date(year, month, day)
    except ValueError:
        return None, f"“{text}” is no day of any calendar. Check the day and the month."
    if read > today:
        return None, f"“{text}” is still to come. Check the year."
    if today.year - read.year > OLDEST:
        return None, f"“{text}” is more than {OLDEST} years ago. Check the year."
    return read, said


def _parts(text: str, today: date) -> tuple[tuple[int, int, int], str | None] | None:
    if found := _ISO.fullmatch(text):
        return (int(found[1]), int(found[2]), int(found[3])), None
    if found := _DAY_FIRST.fullmatch(text):
        year, said = _year(found[3], text, today)
        return (year, int(found[2]), int(found[1])), said
    if (found := _IN_WORDS.fullmatch(text)) and found[2] in MONTHS:
        year, said = _year(found[3], text, today)
        return (year, MONTHS.index(found[2]) + 1, int(found[1])), said
    if (found := _SERIAL.fullmatch(text)) and int(found[1]) in SERIALS:
        day = EXCEL_DAY_ONE + timedelta(days=int(found[1]))
        said = f"“{text}” is how Excel counts days: we read it as {day.day}/{day.month}/{day.year}."
        return (day.year, day.month, day.day), said
    return None


def _year(digits: str, text: str, today: date) -> tuple[int, str | None]:
    if len(digits) == len("1951"):
        return int(digits), None
    year = today.year - today.year % 100 + int(digits)
    year -= 100 if year > today.year else 0
    return year, f"“{text}” has a year of two digits: we read it as {year}."


def read_nhs_number(text: str) -> tuple[str, str | None]:
    if is_nothing(text):
        return "", None
    try:
        return parse_nhs_number(text.removesuffix(".0")), None
    except NhsNumberError as error:
        return "", f"“{text}”: {error}"


def read_telephones(text: str) -> tuple[tuple[Telephone, ...], str | None]:
    """Every number in the cell; words beside a number are left to the notes."""
    read, wrong = [], []
    for part in _BETWEEN.split(text):
        digits = _WORDS_BESIDE.sub(" ", part).strip()
        if is_nothing(part) or not digits:
            continue
        try:
            phone = _phone_in(digits)
            read.append(Telephone(phone.e164, phone.kind))
        except PhoneError as error:
            wrong.append(f"“{part.strip()}”: {error}")
    return tuple(dict.fromkeys(read)), " ".join(wrong) or None


def _phone_in(text: str) -> Phone:
    """In “after 4pm 020 7946 0123” not every digit belongs to the number."""
    try:
        return _phone(text)
    except PhoneError:
        if not (found := _NUMBER_AMONG_WORDS.search(text)):
            raise
        return _phone(found[0])


def _phone(digits: str) -> Phone:
    """A spreadsheet that takes a number for a sum takes its nought away."""
    bare = digits.removesuffix(".0")
    if bare.isdigit() and len(bare) == _TELEPHONE_DIGITS and bare[0] in "127":
        return parse_phone(f"0{bare}")
    return parse_phone(bare)


def read_postcode(text: str) -> tuple[Postcode | None, str | None]:
    if is_nothing(text):
        return None, None
    try:
        return parse_postcode(text), None
    except PostcodeError as error:
        return None, f"“{text}”: {error}"


def read_email(text: str) -> tuple[str, str | None]:
    if is_nothing(text):
        return "", None
    if _EMAIL.fullmatch(text):
        return text, None
    return "", f"“{text}” is no e-mail address."


def read_sex(text: str) -> tuple[str, str | None]:
    """Blank for anything but woman and man, which says nothing wrong: people describe themselves in their own words."""
    return _SEXES.get(text.strip().casefold(), ""), None


def is_yes(text: str) -> bool:
    return text.strip().casefold() in _TRUE
