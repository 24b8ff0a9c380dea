"""One slip of the pen or the finger between two strings of digits."""


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one wrong digit, or two neighbours that changed places, explains the difference."""
    if len(one) != len(other):
        return False
    wrong = [place for place, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and _changed_places(one, other, *wrong)  # noqa: PLR2004


def _changed_places(one: str, other: str, left: int, right: int) -> bool:
    return right == left + 1 and one[left] == other[right] and one[right] == other[left]


def one_digit_dropped(one: str, other: str) -> bool:
    """Whether one of two strings is the other with a digit left out."""
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
