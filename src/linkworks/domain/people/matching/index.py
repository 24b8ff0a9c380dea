"""Known people, filed by their keys in memory, and how usual each name is among them."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from linkworks.domain.people.matching.blocks import filing_keys, looking_keys
from linkworks.domain.people.matching.portrait import Portrait

Key = TypeVar("Key", bound=Hashable)

FULL = 150  # so many under one key (a hostel's number, a name that everybody bears) tell nobody apart
USUAL = 3  # bearers: a word that so many bear is a name and no slip


class Index(Generic[Key]):
    def __init__(self, people: Mapping[Key, Portrait]) -> None:
        self.people = people
        self.names = NameCounts(people)
        self._filed: dict[str, list[Key]] = defaultdict(list)
        for key, person in people.items():
            for filed_under in filing_keys(person):
                self._filed[filed_under].append(key)

    def candidates(self, person: Portrait) -> set[Key]:
        found: set[Key] = set()
        for key in looking_keys(person):
            filed = self._filed.get(key)
            if filed and (len(filed) <= FULL or key.startswith("nhs")):
                found.update(filed)
        return found


class NameCounts:
    """A shared name tells more the fewer people bear it."""

    def __init__(self, people: Mapping[Key, Portrait]) -> None:
        self.people = max(len(people), 1)
        self._given: Counter[str] = Counter()
        self._family: Counter[str] = Counter()
        words: Counter[str] = Counter()
        for person in people.values():
            self._given.update({"".join(name.given) for name in person.names})
            self._family.update({"".join(name.family) for name in person.names})
            words.update({word for name in person.names for word in name.given})
        self.usual = frozenset(word for word, bearers in words.items() if bearers >= USUAL)

    def given_share(self, words: tuple[str, ...]) -> float:
        return (self._given["".join(words)] + 1) / (self.people + 1)

    def family_share(self, words: tuple[str, ...]) -> float:
        return (self._family["".join(words)] + 1) / (self.people + 1)
