"""NHS numbers: ten digits, the last of them a check on the other nine."""

import re
import unicodedata

from nhs_number.validate import calculate_checksum, is_valid

LENGTH = 10
TEST_PREFIX = "999"
TEST_SERIALS = range(100_000)
NO_CHECK_DIGIT = 10  # no one digit can say it, so the nine before it are never given out

_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015\u2212]+")


class NhsNumberError(ValueError):
    """Its message is a sentence for the person who typed the number."""


def parse_nhs_number(text: str) -> str:
    """Return the ten digits, however they were spaced; refuse a number that cannot be."""
    digits = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text))
    if not digits:
        raise NhsNumberError("Enter an NHS number.")
    if not (digits.isascii() and digits.isdigit()):
        raise NhsNumberError("An NHS number has only digits, like 999 000 0018. Take out letters and other marks.")
    if len(digits) != LENGTH:
        raise NhsNumberError("We could not find that number. Check that it has 10 digits.")
    if _is_filler(digits) or not is_valid(digits):
        raise NhsNumberError(
            "That is not an NHS number. Compare each digit with the letter, card or "
            "record it came from: one may be wrong, or two may have changed places."
        )
    return digits


def display_nhs_number(number: str) -> str:
    """Space a stored number 3-3-4, the way the NHS writes it: 999 000 0018."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"


def is_nhs_number(text: str) -> bool:
    try:
        parse_nhs_number(text)
    except NhsNumberError:
        return False
    return True


def is_test_number(number: str) -> bool:
    """Numbers from 999 are kept for tests and demonstrations; nobody is given one."""
    return number.startswith(TEST_PREFIX)


def make_test_number(serial: int) -> str:
    """The test number for a serial from 0 to 99,999; each serial has its own."""
    if serial not in TEST_SERIALS:
        raise ValueError("Choose a serial from 0 to 99999.")
    stem = f"{TEST_PREFIX}{serial:05d}0"
    check = calculate_checksum(stem)
    if check == NO_CHECK_DIGIT:
        stem = f"{TEST_PREFIX}{serial:05d}1"
        check = calculate_checksum(stem)
    return f"{stem}{check}"


def _is_filler(digits: str) -> bool:
    """Ten of the same digit pass the check, and are what people type to get past a box."""
    return len(set(digits)) == 1
