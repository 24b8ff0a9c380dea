"""What changed between a first and a last reading of the same measure.

Only what was answered both times is compared, and what was not is counted beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from linkworks.domain.casework.measures.instrument import Number
from linkworks.domain.casework.measures.scoring import Result, Score


class Direction(StrEnum):
    BETTER = "better"
    SAME = "the same"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Difference:
    key: str
    label: str
    first: Number
    last: Number
    direction: Direction

    @property
    def amount(self) -> Number:
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Change:
    """Paired items and scales; `missing` questions were not answered both times."""

    items: tuple[Difference, ...]
    scales: tuple[Difference, ...]
    missing: int


def change(first: Result, last: Result) -> Change:
    if first.instrument != last.instrument:
        raise ValueError("Only two readings of the same measure can be compared.")
    items = tuple(_paired(first.items, last.items))
    scales = tuple(_paired(first.scales, last.scales))
    return Change(items, scales, missing=len(first.items) - len(items))


def _paired(first: Iterable[Score], last: Iterable[Score]) -> Iterator[Difference]:
    for before, after in zip(first, last, strict=True):
        if before.value is not None and after.value is not None:
            direction = _direction(after.value - before.value, higher_is_better=before.higher_is_better)
            yield Difference(before.key, before.label, before.value, after.value, direction)


def _direction(amount: Number, *, higher_is_better: bool) -> Direction:
    if amount == 0:
        return Direction.SAME
    return Direction.BETTER if (amount > 0) == higher_is_better else Direction.WORSE
