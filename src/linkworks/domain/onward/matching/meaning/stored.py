"""The arrows of our own examples, kept in a file beside them, for to read two thousand sentences takes many seconds."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from linkworks.domain.onward.matching.meaning.encoder import Encoder, Numbers

FILE = Path(__file__).parents[1] / "lexicon" / "examples.npz"


def vectors_of(sentences: Sequence[str], encoder: Encoder, file: Path = FILE) -> Numbers:
    """From the file; a sentence that it does not have yet is read by the model."""
    known = _load(file)
    missing = [sentence for sentence in dict.fromkeys(sentences) if _mark(sentence) not in known]
    known.update(zip(map(_mark, missing), encoder.encode(missing), strict=True))
    return np.stack([known[_mark(sentence)] for sentence in sentences])


def missing_from(sentences: Sequence[str], file: Path = FILE) -> list[str]:
    known = _load(file)
    return [sentence for sentence in sentences if _mark(sentence) not in known]


def store(sentences: Sequence[str], encoder: Encoder, file: Path = FILE) -> None:
    """Half precision is plenty: the third decimal of a nearness says nothing."""
    kept = sorted(dict.fromkeys(sentences))
    vectors = vectors_of(kept, encoder, file).astype(np.float16)
    np.savez_compressed(file, marks=np.array([_mark(sentence) for sentence in kept]), vectors=vectors)


def _load(file: Path) -> dict[int, Numbers]:
    if not file.exists():
        return {}
    with np.load(file) as stored:
        return dict(zip(stored["marks"].tolist(), stored["vectors"].astype(np.float32), strict=True))


def _mark(sentence: str) -> int:
    return int.from_bytes(sha256(sentence.encode()).digest()[:7], "big")
