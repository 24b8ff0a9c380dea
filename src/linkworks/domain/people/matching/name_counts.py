"""How usual each name is among the known: a name in common tells more, the fewer people bear it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Self

from linkworks.domain.people.matching.names import Name
from linkworks.domain.people.matching.portrait import Portrait

FEWEST = 1_000  # people: where fewer are known, a name is not taken to be everybody's because two bear it


@dataclass
class NameCounts:
    people: int = 0
    bearers: Counter[str] = field(default_factory=Counter)  # of each word of given names
    _given: Counter[str] = field(default_factory=Counter)
    _family: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, people: Iterable[Portrait]) -> Self:
        counts = cls()
        for person in people:
            counts.people += 1
            counts._given.update({"".join(name.given) for name in person.names})
            counts._family.update({"".join(name.family) for name in person.names})
            counts.bearers.update({word for name in person.names for word in name.given})
        return counts

    def add(self, name: Name, people: int) -> None:
        """So many people of one name; either half of it may be left out."""
        if name.given:
            self.people += people
            self._given["".join(name.given)] += people
            self.bearers.update(dict.fromkeys(name.given, people))
        if name.family:
            self._family["".join(name.family)] += people

    @property
    def strangers(self) -> int:
        """How many of the known somebody who comes in may be mistaken for."""
        return max(self.people, FEWEST)

    def given_share(self, names: Sequence[Name]) -> float:
        """The greatest of those of somebody's names; each counts one more, for whoever comes in."""
        return self._share(max([self._given["".join(name.given)] for name in names])) if names else 1.0

    def family_share(self, names: Sequence[Name]) -> float:
        return self._share(max([self._family["".join(name.family)] for name in names])) if names else 1.0

    def _share(self, bearers: int) -> float:
        return (bearers + 1) / (self.strangers + 1)
