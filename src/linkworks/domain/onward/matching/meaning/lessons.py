"""What examples teach: from sentences and what each of them means, how much a new sentence means any of it.

Kernel ridge regression: every example speaks for what it means, the louder the nearer it is, and examples of one
meaning that lie close together share their say. It is learned in about a second, and the answer is always the same.
"""

import numpy as np

from linkworks.domain.onward.matching.meaning.encoder import Numbers

SHARPNESS = 3  # how much more a near example counts than a far one
CAUTION = 0.1  # how little a single example is trusted


class Lessons:
    """`vectors` has a row for each example, `meanings` too: 1 where the example means it, 0 where not."""

    def __init__(self, vectors: Numbers, meanings: Numbers) -> None:
        self._vectors = vectors
        own = closeness(vectors, vectors) + CAUTION * np.eye(len(vectors), dtype=np.float32)
        self._say = np.linalg.solve(own, meanings)

    def apply(self, rows: Numbers) -> Numbers:
        """About 1 where a row surely has the meaning and 0 where not; a row for each row, a column for each meaning."""
        return np.asarray(closeness(rows, self._vectors) @ self._say, np.float32)


def closeness(rows: Numbers, others: Numbers) -> Numbers:
    """1 for the same; next to nothing for strangers."""
    return np.asarray(((1 + rows @ others.T) / 2) ** SHARPNESS, np.float32)
