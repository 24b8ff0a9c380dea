"""The model itself: six layers of attention over word pieces, averaged into one arrow of length one per text."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from linkworks.domain.onward.matching.meaning.wordpiece import WordPieces

Numbers = npt.NDArray[np.float32]
HEADS, LAYERS, WIDTH = 12, 6, 384
NARROW = WIDTH // HEADS
REMEMBERED = 64
AT_HAND = 32
ERF = [np.float32(one) for one in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)]


class Encoder:
    """`encode` takes any number of texts; the answer has a row for each, and the product of two rows is how near they
    are: 1 for the same, about 0 for strangers.
    """

    def __init__(self, folder: Path) -> None:
        self.pieces = WordPieces((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())
        self._lately: dict[str, Numbers] = {}
        self._weights = read_safetensors(folder / "model.safetensors")

    def encode(self, texts: Sequence[str]) -> Numbers:
        """What was asked lately is remembered: reading and ranking ask for the same sentences."""
        if not texts:
            return np.zeros((0, WIDTH), np.float32)
        known = dict(self._lately)
        if new := [text for text in dict.fromkeys(texts) if text not in known]:
            known.update(zip(new, self._encode(new), strict=True))
            self._lately = dict(list(known.items())[-REMEMBERED:])
        return np.stack([known[text] for text in texts])

    def _encode(self, texts: Sequence[str]) -> Numbers:
        numbered = [self.pieces.numbers(text) for text in texts]
        ends = np.cumsum([len(one) for one in numbered])
        spans = [slice(end - len(one), end) for one, end in zip(numbered, ends, strict=True)]
        hidden = self._embed(numbered)
        for layer in range(LAYERS):
            hidden = self._layer(f"encoder.layer.{layer}", hidden, spans)
        pooled = np.stack([hidden[span].mean(axis=0) for span in spans])
        return np.asarray(pooled / np.linalg.norm(pooled, axis=1, keepdims=True), np.float32)

    def _embed(self, numbered: list[list[int]]) -> Numbers:
        word, place = (
            self._weights["embeddings.word_embeddings.weight"],
            self._weights["embeddings.position_embeddings.weight"],
        )
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        rows = np.concatenate([word[one] + place[: len(one)] for one in numbered]) + kind
        return self._normal("embeddings.LayerNorm", rows)

    def _layer(self, name: str, hidden: Numbers, spans: list[slice]) -> Numbers:
        attended = self._linear(f"{name}.attention.output.dense", self._attend(f"{name}.attention.self", hidden, spans))
        hidden = self._normal(f"{name}.attention.output.LayerNorm", hidden + attended)
        inner = gelu(self._linear(f"{name}.intermediate.dense", hidden))
        return self._normal(f"{name}.output.LayerNorm", hidden + self._linear(f"{name}.output.dense", inner))

    def _attend(self, name: str, hidden: Numbers, spans: list[slice]) -> Numbers:
        """Each text attends to itself alone, so nothing is padded."""
        query, key, value = (_in_heads(self._linear(f"{name}.{part}", hidden)) for part in ("query", "key", "value"))
        answer = np.empty_like(query)
        for span in spans:
            near = query[:, span] @ key[:, span].transpose(0, 2, 1) / np.float32(NARROW**0.5)
            near = np.exp(near - near.max(axis=-1, keepdims=True))
            answer[:, span] = near / near.sum(axis=-1, keepdims=True) @ value[:, span]
        return answer.transpose(1, 0, 2).reshape(-1, WIDTH)

    def _linear(self, name: str, rows: Numbers) -> Numbers:
        answer = rows @ self._weights[f"{name}.weight"].T
        answer += self._weights[f"{name}.bias"]
        return np.asarray(answer, np.float32)

    def _normal(self, name: str, rows: Numbers) -> Numbers:
        centred = rows - rows.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + np.float32(1e-12))
        return np.asarray(
            centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"], np.float32
        )


def _in_heads(rows: Numbers) -> Numbers:
    return np.ascontiguousarray(rows.reshape(-1, HEADS, NARROW).transpose(1, 0, 2))


def gelu(rows: Numbers) -> Numbers:
    """x·Φ(x), in place: max(x, 0) - |x|·(1 - erf(|x|/√2))/2, with the error function by Abramowitz and Stegun 7.1.26
    (numpy has none), right to 1.5e-7. A few rows at a time, for what the processor has at hand is done four times as
    fast.
    """
    for start in range(0, len(rows), AT_HAND):
        some = rows[start : start + AT_HAND]
        size = np.abs(some) * np.float32(0.5**0.5)
        t = 1 / (1 + np.float32(0.3275911) * size)
        rest = t * ERF[0]
        for factor in ERF[1:]:
            rest += factor
            rest *= t
        rest *= np.exp(-size * size)
        rest *= np.abs(some) / 2
        np.maximum(some, 0, out=some)
        some -= rest
    return rows


def read_safetensors(path: Path) -> dict[str, Any]:
    """Eight bytes say how long the table of contents is; the numbers lie behind it and are read when they are used."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        contents = json.loads(file.read(length))
    start = 8 + length
    return {
        name: np.memmap(path, np.float32, "r", start + entry["data_offsets"][0], tuple(entry["shape"])).view(np.ndarray)
        for name, entry in contents.items()
        if entry.get("dtype") == "F32"
    }
