"""What a sentence suggests because it means the same as one of ours, whatever words it uses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from linkworks.domain.onward.matching.expressions import read_lexicon
from linkworks.domain.onward.matching.text import Text

if TYPE_CHECKING:
    from linkworks.domain.onward.matching.meaning.encoder import Encoder

CLOSE = 0.48
UNSURE, SURE = 0.35, 0.75
SUREST = 0.95  # words are always surer
CLEARLY, TIED = 0.04, 0.04
SECOND = 0.3
DENYING = 0.06
SHORTEST = 4
NEGATED = re.compile(r"\b(?:not|no|never|nor|isnt|doesnt|dont|didnt|hasnt|wont|without|wasnt)\b")
PIECES = re.compile(r"[^,;:]+")
NOTHING = "nothing"


@dataclass(frozen=True)
class Example:
    """`kind` is a table of the lexicon: "own", "surely", "needs" or "nothing"."""

    sentence: str
    kind: str
    name: str

    @property
    def denies(self) -> bool:
        return bool(NEGATED.search(self.sentence.lower().replace("'", "")))


@dataclass(frozen=True)
class Likeness:
    """`name` is a circumstance, or a need where `kind` is "needs". `sure`, from 0 to 1: how close it is to ours."""

    kind: str
    name: str
    start: int
    end: int
    sure: float


@cache
def _examples() -> tuple[Example, ...]:
    return tuple(
        Example(sentence, kind, name)
        for kind, names in read_lexicon("examples").items()
        for name, sentences in names.items()
        for sentence in sentences
    )


@cache
def _vectors(encoder: "Encoder") -> Any:
    return encoder.encode([example.sentence for example in _examples()])


def find(encoder: "Encoder", text: Text) -> tuple[Likeness, ...]:
    """Of each sentence and each part of it, what it is close to."""
    places = list(_pieces(text))
    if not places:
        return ()
    near = encoder.encode([text.plain[start:end] for start, end in places]) @ _vectors(encoder).T
    return tuple(one for place, row in zip(places, near, strict=True) for one in _close(text, *place, row))


def _close(text: Text, start: int, end: int, row: Sequence[float]) -> Iterator[Likeness]:
    """Only what is clearly closest counts: a sentence that is a little like everything suggests nothing."""
    denies = bool(NEGATED.search(text.plain[start:end]))
    nears: dict[tuple[str, str], list[float]] = {}
    for near, example in zip(row, _examples(), strict=True):
        unlike = denies and not example.denies
        nears.setdefault((example.kind, example.name), []).append(float(near) - (DENYING if unlike else 0))
    scores = {key: _agreed(sorted(found, reverse=True)) for key, found in nears.items()}
    idle = max(score for (kind, _), score in scores.items() if kind == NOTHING)
    for is_need in (False, True):
        some = {key: score for key, score in scores.items() if key[0] != NOTHING and (key[0] == "needs") == is_need}
        needed = max(CLOSE, idle + CLEARLY, max(some.values()) - TIED)
        for (kind, name), score in some.items():
            if score >= needed:
                yield Likeness(kind, name, start, end, min(SUREST, (score - UNSURE) / (SURE - UNSURE)))


def _agreed(nears: Sequence[float]) -> float:
    """Two examples that agree are worth more than one."""
    second = nears[1] if len(nears) > 1 else nears[0]
    return (1 - SECOND) * nears[0] + SECOND * second


def _pieces(text: Text) -> Iterator[tuple[int, int]]:
    for start, end in text.sentences:
        parts = [match.span() for match in PIECES.finditer(text.plain, start, end)]
        yield from (
            _trimmed(text, *place) for place in dict.fromkeys([(start, end), *parts]) if _is_enough(text, *place)
        )


def _is_enough(text: Text, start: int, end: int) -> bool:
    return len(text.plain[start:end].split()) >= SHORTEST


def _trimmed(text: Text, start: int, end: int) -> tuple[int, int]:
    inside = text.plain[start:end]
    return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))
