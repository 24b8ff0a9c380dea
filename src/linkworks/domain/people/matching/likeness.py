"""The words for how far two descriptions agree, one scale for each kind of thing that is compared."""

from enum import IntEnum, StrEnum


class NameLikeness(IntEnum):
    """Of one half of a name, weakest first. Lookalikes are two names in their own right: Joan and Jean. Either: a form
    of the other, and a name of its own as well, so that twins may bear the two: Abdi and Abdullahi."""

    DIFFERENT = 0
    LOOKALIKE = 1
    MISSING = 2
    INITIAL = 3
    PART = 4
    CLOSE = 5
    EITHER = 6
    VARIANT = 7
    SAME = 8


class BirthLikeness(IntEnum):
    """A slip is one digit, two digits swapped, day and month swapped, or a year out. Near: the day and the month agree,
    or it is a slip as wide as a generation. Year: it is the same, and the first of January stands for a day that was
    not known. Part: the year agrees, and the day or the month."""

    DIFFERENT = 0
    NEAR = 1
    MISSING = 2
    YEAR = 3
    PART = 4
    SLIP = 5
    SAME = 6


class HomeLikeness(IntEnum):
    DIFFERENT = 0
    AREA = 1
    MISSING = 2
    NEIGHBOUR = 3
    NEAR = 4
    SAME = 5


class PhoneLikeness(StrEnum):
    DIFFERENT = "different"
    MISSING = "missing"
    SLIP = "slip"
    LANDLINE = "same landline"
    MOBILE = "same mobile"


class NumberLikeness(StrEnum):
    """Of NHS numbers. A slip: one of the two fails the check, and one digit or one swap turns it into the other."""

    CONFLICT = "conflict"
    MISSING = "missing"
    SLIP = "slip"
    SAME = "same"


class SexLikeness(StrEnum):
    DIFFERENT = "different"
    MISSING = "missing"
    SAME = "same"
