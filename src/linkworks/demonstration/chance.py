"""Draws that depend on the seed alone, so that the same seed tells the same stories."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


class Chance:
    """A stream of draws with a name. What is drawn from one stream never shifts another."""

    def __init__(self, *names: object) -> None:
        self._names = names
        self._random = Random("/".join(map(str, names)))  # noqa: S311  # nosec B311 (to invent, not to keep secret)

    def of(self, *names: object) -> "Chance":
        return Chance(*self._names, *names)

    def happens(self, share: float) -> bool:
        return self._random.random() < share

    def one(self, things: Sequence[T]) -> T:
        return things[int(self._random.random() * len(things))]

    def some(self, things: Sequence[T], number: int) -> list[T]:
        """So many different ones, in the order in which they stand."""
        chosen = self._random.sample(range(len(things)), min(number, len(things)))
        return [things[place] for place in sorted(chosen)]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        return self._random.sample(things, len(things))

    def weighted(self, shares: Mapping[T, float]) -> T:
        return self._random.choices(list(shares), list(shares.values()))[0]

    def between(self, low: int, high: int) -> int:
        return low + int(self._random.random() * (high - low + 1))

    def near(self, usual: float, spread: float, low: int, high: int) -> int:
        """A whole number near the usual one, never outside the two others."""
        return max(low, min(high, round(self._random.gauss(usual, spread))))

    def uuid(self) -> UUID:
        return UUID(int=self._random.getrandbits(128), version=4)
