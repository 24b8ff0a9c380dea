"""Telephone and NHS numbers, as compared. Numbers are compared here, not rung: one that no exchange has given out still
tells that two rows are alike, so a number that core.phone refuses is kept by its digits if it has the right length."""

import re
from collections.abc import Iterable
from functools import lru_cache

from linkworks.domain.people.matching.likeness import NumberLikeness, PhoneLikeness
from linkworks.domain.people.matching.slips import one_digit_dropped, one_slip_apart
from linkworks.foundation.core import nhs_number
from linkworks.foundation.core.phone import PhoneError, parse_phone

_BETWEEN_NUMBERS = re.compile(r"[/;,|&\n]|\bor\b|\band\b")
_NOT_DIGITS = re.compile(r"\D+")
_COUNTRY = re.compile(r"^(?:00)?440?(?=[1-9]\d{8,9}$)")
_NATIONAL = re.compile(r"0[1-9]\d{8,9}")
FEWEST_DIFFERENT = 4  # 07000 000000 and 01111 111111 are what is typed for want of a number
TELLING = 7  # digits: below, a string of digits is no telephone number


def read_phones(text: str) -> tuple[str, ...]:
    """The national digits of each number in a cell: ("07700900123", "02079460123")."""
    read = (_national_digits(part) for part in _BETWEEN_NUMBERS.split(text.casefold()))
    return tuple(number for number in read if number)


def _national_digits(text: str) -> str:
    digits = _COUNTRY.sub("0", _NOT_DIGITS.sub("", text.replace("(0)", "")))
    if len(digits) == 10 and digits[0] != "0":  # noqa: PLR2004 (a spreadsheet took the nought off)
        digits = f"0{digits}"
    if len(set(digits)) < FEWEST_DIFFERENT or len(digits) < TELLING:
        return ""
    if _NATIONAL.fullmatch(digits):
        return digits
    return _read_with_care(text)


def _read_with_care(text: str) -> str:
    try:
        return _NOT_DIGITS.sub("", parse_phone(text).national)
    except PhoneError:
        return ""


def is_mobile(number: str) -> bool:
    return number.startswith("07")


def compare_phones(some: frozenset[str], others: frozenset[str]) -> PhoneLikeness:
    if not (some and others):
        return PhoneLikeness.MISSING
    if shared := some & others:
        return PhoneLikeness.MOBILE if any(map(is_mobile, shared)) else PhoneLikeness.LANDLINE
    slip = any(one_slip_apart(one, other) or one_digit_dropped(one, other) for one in some for other in others)
    return PhoneLikeness.SLIP if slip else PhoneLikeness.DIFFERENT


@lru_cache(maxsize=4_096)
def read_nhs_number(text: str) -> tuple[str, bool]:
    """Its digits, and whether the check digit holds; blank when these are not ten digits, or a filler."""
    digits = _NOT_DIGITS.sub("", text)
    if nhs_number.is_nhs_number(digits):
        return digits, True
    is_filler = len(set(digits)) == 1 or digits in "01234567890123456789"
    return ("", False) if is_filler or len(digits) != nhs_number.LENGTH else (digits, False)


def compare_nhs_numbers(
    valid: frozenset[str], invalid: Iterable[str], others: frozenset[str], others_invalid: Iterable[str]
) -> NumberLikeness:
    if valid and others:
        return NumberLikeness.SAME if valid & others else NumberLikeness.CONFLICT
    pairs = [(one, other) for one in invalid for other in others]
    pairs += [(one, other) for one in others_invalid for other in valid]
    return NumberLikeness.SLIP if any(one_slip_apart(*pair) for pair in pairs) else NumberLikeness.MISSING
