"""What examples teach: from sentences and what each of them means, how much a new text means any of it.

Kernel ridge regression: every example speaks for what it means, the louder the nearer it is in meaning and in words,
and examples of one meaning that lie close together share their say. It is learned in about a second, always the same.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log, sqrt
from typing import Any

import numpy as np

from linkworks.domain.onward.matching.meaning.encoder import Numbers
from linkworks.domain.onward.matching.word_match import stems

SHARPNESS = 4  # how much more a near example counts than a far one
SHARED_WORDS = 0.2  # what the very same words add to nearness in meaning
CAUTION = 0.15  # how little a single example is trusted


class Lessons:
    """`vectors` has a row for each sentence, `meanings` too: 1 where the sentence means it, 0 where not."""

    def __init__(self, sentences: Sequence[str], vectors: Numbers, meanings: Numbers) -> None:
        self._vectors = vectors
        self._words = SharedWords(sentences)
        own = self._closeness(sentences, vectors) + CAUTION * np.eye(len(vectors), dtype=np.float32)
        self._say = np.linalg.solve(own, meanings)

    def apply(self, texts: Sequence[str], vectors: Numbers) -> Numbers:
        """A row for each text, a column for each meaning: about 1 where it surely has the meaning and 0 where not."""
        return np.asarray(self._closeness(texts, vectors) @ self._say, np.float32)

    def _closeness(self, texts: Sequence[str], vectors: Numbers) -> Numbers:
        in_meaning = ((1 + vectors @ self._vectors.T) / 2) ** SHARPNESS
        return np.asarray(in_meaning + SHARED_WORDS * self._words.closeness(texts), np.float32)


class SharedWords:
    """How far texts use the words of the sentences, the rarer the more telling: 1 for the same, 0 for none shared."""

    def __init__(self, sentences: Sequence[str]) -> None:
        found = [frozenset(stems(sentence)) for sentence in sentences]
        held = Counter(word for words in found for word in words)
        self._size = len(sentences)
        self._rarity = {word: log(self._size / times) for word, times in held.items()}
        holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, words in enumerate(found):
            for word, weight in self._weights(words).items():
                holders[word].append((number, weight))
        self._holders = {word: _columns(some) for word, some in holders.items()}

    def closeness(self, texts: Sequence[str]) -> Numbers:
        rows = np.zeros((len(texts), self._size), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word, weight in self._weights(frozenset(stems(text))).items():
                numbers, weights = self._holders[word]
                row[numbers] += weight * weights
        return rows

    def _weights(self, words: frozenset[str]) -> dict[str, float]:
        known = {word: self._rarity[word] for word in sorted(words) if word in self._rarity}
        length = sqrt(sum(weight**2 for weight in known.values())) or 1
        return {word: weight / length for word, weight in known.items()}


def _columns(pairs: Sequence[tuple[int, float]]) -> tuple[Any, Numbers]:
    numbers, weights = zip(*pairs, strict=True)
    return np.array(numbers), np.array(weights, np.float32)
