"""The short name of a referral that people read out on the telephone: LW-7K3QF."""

import secrets
from collections.abc import Callable

PREFIX = "LW-"
LENGTH = 5
# No vowels, so no words; nothing that is taken for something else: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.
LETTERS = "34679CDFGHJKMNPQRTVWXY"


def new_reference(is_taken: Callable[[str], bool]) -> str:
    while True:
        reference = PREFIX + "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        if not is_taken(reference):
            return reference
