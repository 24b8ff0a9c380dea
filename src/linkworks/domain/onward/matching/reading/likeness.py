"""What a story suggests because a part of it means what sentences of ours mean, whatever words it uses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from linkworks.domain.onward.matching.expressions import read_lexicon
from linkworks.domain.onward.matching.reading.examples import Example, examples
from linkworks.domain.onward.matching.text import Text

if TYPE_CHECKING:
    from linkworks.domain.onward.matching.meaning.encoder import Encoder, Numbers
    from linkworks.domain.onward.matching.meaning.lessons import Lessons

ENOUGH = 0.2  # below this, a likeness is chance
UNSURE, SURE = 0.1, 0.7
SUREST = 0.95  # words are always surer
SHORTEST = 4
PIECES = re.compile(r"[^,;:]+")


@dataclass(frozen=True)
class Likeness:
    """`name` is a circumstance, or a need where `is_need`. `sure`, from 0 to 1: how much the place means it."""

    name: str
    is_need: bool
    start: int
    end: int
    sure: float


def find(encoder: "Encoder", text: Text) -> tuple[Likeness, ...]:
    """Each circumstance and need that some part of the story, or the story as a whole, is enough like. The part that is
    most like it led to it.
    """
    places = list(_pieces(text))
    if not places:
        return ()
    parts = [*(text.plain[start:end] for start, end in places), text.plain]
    return tuple(_found(places, _lessons(encoder).apply(parts, encoder.encode(parts))))


def _found(places: list[tuple[int, int]], scores: "Numbers") -> Iterator[Likeness]:
    where = scores[:-1].argmax(axis=0)
    most = scores.max(axis=0)
    for column, (name, is_need) in enumerate(_meanings()):
        if most[column] >= ENOUGH:
            sure = min(SUREST, (float(most[column]) - UNSURE) / (SURE - UNSURE))
            yield Likeness(name, is_need, *places[int(where[column])], sure)


@cache
def _meanings() -> tuple[tuple[str, bool], ...]:
    """Every circumstance and need that has examples, the order of the columns."""
    every = examples()
    circumstances = sorted(frozenset().union(*(_all_that_follows(one) for one in every)))
    needs = sorted(frozenset().union(*(one.needs for one in every)))
    return (*((name, False) for name in circumstances), *((name, True) for name in needs))


def _all_that_follows(example: Example) -> frozenset[str]:
    """An example of grief for a husband is an example of grief."""
    found, waiting = set(), list(example.circumstances)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += read_lexicon("circumstances")[name].get("implies", ())
    return frozenset(found)


@cache
def _lessons(encoder: "Encoder") -> "Lessons":
    import numpy as np

    from linkworks.domain.onward.matching.meaning.lessons import Lessons
    from linkworks.domain.onward.matching.meaning.stored import vectors_of

    meanings = np.array(
        [
            [name in (one.needs if is_need else _all_that_follows(one)) for name, is_need in _meanings()]
            for one in examples()
        ],
        np.float32,
    )
    sentences = [one.sentence for one in examples()]
    return Lessons(sentences, vectors_of(sentences, encoder), meanings)


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
