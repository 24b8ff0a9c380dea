"""SNOMED CT identifiers: their length, their kind and their check digit (Verhoeff's)."""

import re
from functools import reduce
from itertools import cycle

# How two digits combine (as the ten turns and mirrorings of a pentagon do), and how a
# digit is moved by its place, counted from the right, where the check digit stands.
_COMBINED = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 2, 3, 4, 0, 6, 7, 8, 9, 5),
    (2, 3, 4, 0, 1, 7, 8, 9, 5, 6),
    (3, 4, 0, 1, 2, 8, 9, 5, 6, 7),
    (4, 0, 1, 2, 3, 9, 5, 6, 7, 8),
    (5, 9, 8, 7, 6, 0, 4, 3, 2, 1),
    (6, 5, 9, 8, 7, 1, 0, 4, 3, 2),
    (7, 6, 5, 9, 8, 2, 1, 0, 4, 3),
    (8, 7, 6, 5, 9, 3, 2, 1, 0, 4),
    (9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
)
_MOVED = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 5, 7, 6, 2, 8, 3, 0, 9, 4),
    (5, 8, 0, 3, 7, 9, 6, 1, 4, 2),
    (8, 9, 1, 6, 0, 4, 3, 5, 2, 7),
    (9, 4, 5, 3, 1, 2, 6, 8, 7, 0),
    (4, 2, 8, 6, 5, 7, 3, 9, 0, 1),
    (2, 7, 9, 3, 8, 0, 6, 4, 1, 5),
    (7, 0, 4, 6, 9, 1, 3, 2, 5, 8),
)

_UNDONE_BY = tuple(row.index(0) for row in _COMBINED)

_IDENTIFIER = re.compile("[1-9][0-9]{5,17}")
_CONCEPT_PARTITIONS = ("00", "10")  # of the international release; of a country's extension


def passes_verhoeff(digits: str) -> bool:
    return _verhoeff(digits) == 0


def verhoeff_digit(stem: str) -> int:
    """The digit to put after `stem` so that the whole passes."""
    return _UNDONE_BY[_verhoeff(f"{stem}0")]


def is_concept_id(code: str) -> bool:
    """Whether this could be the identifier of a concept, mistyped nowhere."""
    return bool(_IDENTIFIER.fullmatch(code)) and code[-3:-1] in _CONCEPT_PARTITIONS and passes_verhoeff(code)


def _verhoeff(digits: str) -> int:
    moved = (places[int(digit)] for places, digit in zip(cycle(_MOVED), reversed(digits), strict=False))
    return reduce(lambda total, digit: _COMBINED[total][digit], moved, 0)
