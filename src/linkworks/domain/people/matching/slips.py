"""One slip of the pen or the finger between two strings of digits."""

from rapidfuzz.distance import OSA


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one wrong digit, or two neighbours that changed places, explains the difference."""
    return len(one) == len(other) and OSA.distance(one, other, score_cutoff=1) == 1


def one_digit_dropped(one: str, other: str) -> bool:
    """Whether one of two strings is the other with a digit left out."""
    return len(one) != len(other) and OSA.distance(one, other, score_cutoff=1) == 1
