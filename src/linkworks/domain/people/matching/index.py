"""Known people, filed by their keys in memory."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from linkworks.domain.people.matching.blocks import FULL, filing_keys, looking_keys, wide_keys
from linkworks.domain.people.matching.name_counts import NameCounts
from linkworks.domain.people.matching.portrait import Portrait

Key = TypeVar("Key", bound=Hashable)


class Index(Generic[Key]):
    def __init__(self, people: Mapping[Key, Portrait]) -> None:
        self.people = people
        self.names = NameCounts.of(people.values())
        self._filed: dict[str, list[Key]] = defaultdict(list)
        for key, person in people.items():
            for filed_under in filing_keys(person):
                self._filed[filed_under].append(key)

    def candidates(self, person: Portrait) -> dict[Key, Portrait]:
        found: dict[Key, Portrait] = {}
        for key in looking_keys(person).union(wide_keys(person)):
            filed = self._filed.get(key, ())
            if len(filed) <= FULL:
                found.update((one, self.people[one]) for one in filed)
        return found
