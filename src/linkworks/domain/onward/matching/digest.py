"""What is worked out of a service's words, once, and kept for as long as they stay the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from linkworks.domain.onward.matching import kinds, word_match
from linkworks.domain.onward.matching.facts import ServiceFacts
from linkworks.domain.onward.matching.reading import needs

NAME, CATEGORIES, DESCRIPTION = 2.0, 2.0, 1.0
FIT_STEPS = 200
LARGEST = 127
HERE = Path(__file__).parent
SHAPED_BY = (Path(__file__), HERE / "kinds.py", HERE / "word_match.py", HERE / "lexicon/needs.toml")
Encode = Callable[[Sequence[str]], Any]


@dataclass(frozen=True, slots=True)
class Digest:
    """`fits` has a byte for each need of the lexicon: how far the service answers it. `stems` has four for each word:
    its number and how much it counts there. `meaning` is as `packed` made it, and empty until the model has read it.
    """

    fits: bytes
    stems: bytes
    meaning: bytes = b""


EMPTY = Digest(b"", b"")


@cache
def edition() -> str:
    """Changes when the same words would give other `fits` or `stems`."""
    return sha256(b"".join(path.read_bytes() for path in SHAPED_BY)).hexdigest()[:16]


def digest(service: ServiceFacts, meaning: bytes = b"") -> Digest:
    fits = kinds.answers(service)
    return Digest(
        bytes(round(fits.get(need.name, 0) * FIT_STEPS) for need in needs.lexicon()),
        word_match.pack(word_match.count(_fields(service))),
        meaning,
    )


def fits_of(row: Sequence[int], found: Sequence[needs.NeedFound]) -> Mapping[str, float]:
    """Of the needs that were found, those that the service answers."""
    places = _places()
    return {one.need.name: row[place] / FIT_STEPS for one in found if row[place := places[one.need.name]]}


def columns_of(found: Sequence[needs.NeedFound]) -> list[int]:
    """Where in `fits` each of these needs stands."""
    return [_places()[one.need.name] for one in found]


@cache
def _places() -> Mapping[str, int]:
    return {need.name: place for place, need in enumerate(needs.lexicon())}


def meant(service: ServiceFacts) -> str:
    """The words that the model reads."""
    return f"{service.name}. {', '.join(service.categories)}. {service.description}"


def packed(arrow: Any) -> bytes:
    """An arrow of length one as a scale and a byte for each of its numbers."""
    scale = np.float32(np.abs(arrow).max() / LARGEST)
    return bytes(scale.tobytes() + np.rint(arrow / scale).astype(np.int8).tobytes())


def _fields(service: ServiceFacts) -> list[tuple[str, float]]:
    return [
        (" ".join((service.name, *service.aliases)), NAME),
        (" ".join(service.categories), CATEGORIES),
        (f"{service.description} {service.eligibility}", DESCRIPTION),
    ]
