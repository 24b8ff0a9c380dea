"""Services that have some facts in common, so that what follows from these facts alone is worked out once for all."""

from collections.abc import Callable, Hashable
from typing import Any

import numpy as np

from linkworks.domain.onward.matching.facts import ServiceFacts

STATE = ("state",)
AREAS = ("areas",)
DISTRICTS = ("districts",)
WHO = ("minimum_age", "maximum_age", "takes_children", "gender", "conditions_needed", "conditions_ruled_out")
HOW = ("state", "delivery", "access_features", "languages")
REMEMBERED = 64


class Alike:
    """A number for each combination of these facts that there is. `examples[number]` has them, and nothing else."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._numbers: dict[Hashable, int] = {}
        self._lately: dict[Hashable, list[float]] = {}
        self.examples: list[ServiceFacts] = []

    def number(self, service: ServiceFacts) -> int:
        key = tuple(getattr(service, name) for name in self._names)
        if key not in self._numbers:
            self._numbers[key] = len(self.examples)
            self.examples.append(ServiceFacts("", "", "", **dict(zip(self._names, key, strict=True))))
        return self._numbers[key]

    def work_out(self, figure: Callable[[ServiceFacts], float]) -> Any:
        """A figure for each number."""
        return np.array([figure(example) for example in self.examples], np.float32)

    def recall(self, figure: Callable[[ServiceFacts], float], given: Hashable) -> Any:
        """The same, where all that the figure depends on besides the facts is `given`: only once for each."""
        figures = self._lately.pop(given, [])
        figures += [figure(example) for example in self.examples[len(figures) :]]
        self._lately[given] = figures
        if len(self._lately) > REMEMBERED:
            del self._lately[next(iter(self._lately))]
        return np.array(figures, np.float32)
