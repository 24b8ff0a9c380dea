"""How well words match: BM25 over stems, the name and categories counting more than the description."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log

from linkworks.domain.onward.matching.expressions import small_words

SATURATION, LENGTH = 1.2, 0.6
ENDINGS = (
    *("ational", "fulness", "ousness", "iveness", "ations", "ation", "ments", "ment", "ness", "ings", "ing"),
    *("ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e", "y"),
)
SHORTEST = 3


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


def stems(text: str) -> list[str]:
    words = re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))
    stop = small_words("stop")
    return [stem(word) for word in words if word not in stop and len(word) > 1]


class WordIndex:
    """`fields` of each document with how much each counts."""

    def __init__(self, documents: Sequence[Iterable[tuple[str, float]]]) -> None:
        self._counts = [_count(fields) for fields in documents]
        self._lengths = [sum(counts.values()) for counts in self._counts]
        self._average = sum(self._lengths) / len(self._lengths) if self._lengths else 1
        held = Counter(word for counts in self._counts for word in counts)
        self._rarity = {word: log(1 + (len(documents) - n + 0.5) / (n + 0.5)) for word, n in held.items()}

    def scores(self, text: str) -> list[float]:
        """One figure a document, from 0 to about 1: the share of what a perfect match would get."""
        asked = {word: self._rarity[word] for word in set(stems(text)) if word in self._rarity}
        ideal = sum(asked.values()) or 1
        return [self._score(number, asked) / ideal for number in range(len(self._counts))]

    def _score(self, number: int, asked: Mapping[str, float]) -> float:
        counts = self._counts[number]
        length = SATURATION * (1 - LENGTH + LENGTH * self._lengths[number] / self._average)
        return sum(rare * counts[word] / (counts[word] + length) for word, rare in asked.items() if word in counts)


def _count(fields: Iterable[tuple[str, float]]) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for text, weight in fields:
        for word in stems(text):
            counts[word] += weight
    return counts
