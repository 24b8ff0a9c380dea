"""Slips of the keyboard put right, towards words that the lexicons know and away from none that exist."""

import re
from collections.abc import Callable, Container
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from linkworks.domain.onward.matching.expressions import read_lexicon, small_words

SHORTEST, LONG = 6, 9
SHORTEST_HALF = 4


@cache
def _lexicon_words() -> frozenset[str]:
    entries = [*read_lexicon("circumstances").values(), *read_lexicon("needs").values()]
    lists = [entry.get(key, ()) for entry in entries for key in ("own", "surely", "says")]
    return frozenset(word for expressions in lists for one in expressions for word in re.findall(r"[a-z]{4,}\*?", one))


@cache
def _stems() -> tuple[str, ...]:
    return tuple(word[:-1] for word in _lexicon_words() if word.endswith("*"))


@cache
def _whole() -> list[str]:
    """Whole words alone can be what was meant; a stem gets the endings people use most."""
    return sorted({word for word in _lexicon_words() if not word.endswith("*")} | small_words("spelling"))


def mender(known: Container[str]) -> Callable[[str], str]:
    """`known` holds the words that exist; a word in it is never touched."""

    @lru_cache(maxsize=10_000)
    def mend(word: str) -> str:
        if len(word) < SHORTEST or word in known or word in _lexicon_words() or word.startswith(_stems()):
            return word
        slips = 2 if len(word) >= LONG else 1
        near = process.extractOne(word, _whole(), scorer=OSA.distance, score_cutoff=slips)
        if near and near[0][0] == word[0]:
            return str(near[0])
        return _two_words(word, known) or word

    return mend


def _two_words(word: str, known: Container[str]) -> str:
    """ "headinjury": two words run together, both of them known and one of the lexicon."""
    for cut in range(SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
        first, second = word[:cut], word[cut:]
        if first in known and second in known and {first, second} & _lexicon_words():
            return f"{first} {second}"
    return ""
