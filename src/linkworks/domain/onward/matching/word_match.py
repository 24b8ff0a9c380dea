"""How well words match: BM25 over stems, the name and categories counting more than the description."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any
from zlib import crc32

import numpy as np

from linkworks.domain.onward.matching.expressions import small_words

SATURATION, LENGTH = 1.2, 0.6
ENDINGS = (
    *("ational", "fulness", "ousness", "iveness", "ations", "ation", "ments", "ment", "ness", "ings", "ing"),
    *("ies", "ied", "ers", "er", "ed", "es", "ly", "s", "e", "y"),
)
SHORTEST = 3
# A word is known by one of a million numbers; that two now and then share one does no harm.
NUMBERS = 1 << 20
MOST = 255


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


def count(fields: Iterable[tuple[str, float]]) -> Mapping[int, float]:
    """`fields` of a document with how much each counts: the weight of each word, by its number."""
    counts: dict[int, float] = defaultdict(float)
    for text, weight in fields:
        for word in stems(text):
            counts[number(word)] += weight
    return counts


@lru_cache(maxsize=50_000)
def number(word: str) -> int:
    return crc32(word.encode()) % NUMBERS


def pack(counts: Mapping[int, float]) -> bytes:
    """Four bytes a word: its number, then its weight in the lowest of them."""
    rows = [one << 8 | min(MOST, round(weight)) for one, weight in counts.items()]
    return np.array(rows, np.uint32).tobytes()


class WordCounts:
    """In how many documents each word stands, and how long they are."""

    def __init__(self) -> None:
        self._held = np.zeros(NUMBERS, np.int32)
        self._documents = 0
        self._length = 0

    def add(self, documents: Sequence[bytes], sign: int = 1) -> None:
        """`sign` is -1 to take them away."""
        words = _unpacked(documents)
        np.add.at(self._held, words >> 8, sign)
        self._length += sign * int((words & MOST).sum())
        self._documents += sign * len(documents)

    def scores(self, text: str, documents: Sequence[bytes]) -> Any:
        """One figure a document, from 0 to about 1: the share of what a perfect match would get."""
        asked = np.array(sorted({one for word in stems(text) if self._held[one := number(word)]}), np.uint32)
        if not asked.size or not documents:
            return np.zeros(len(documents))
        held = self._held[asked]
        rarity = np.log(1 + (self._documents - held + 0.5) / (held + 0.5))
        words = _unpacked(documents)
        rows = np.repeat(np.arange(len(documents)), [len(one) // 4 for one in documents])
        weights = (words & MOST).astype(float)
        lengths = np.bincount(rows, weights, len(documents))
        size = SATURATION * (1 - LENGTH + LENGTH * lengths * self._documents / self._length)
        places = np.minimum(np.searchsorted(asked, words >> 8), len(asked) - 1)
        hit = asked[places] == words >> 8
        worth = rarity[places[hit]] * weights[hit] / (weights[hit] + size[rows[hit]])
        return np.bincount(rows[hit], worth, len(documents)) / rarity.sum()


def _unpacked(documents: Sequence[bytes]) -> Any:
    return np.frombuffer(b"".join(documents), np.uint32)
