"""The engine on lists in memory: known people go in once; then it says of anybody whether we know them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic

from linkworks.domain.people.matching.deciding import Finding
from linkworks.domain.people.matching.index import Index, Key
from linkworks.domain.people.matching.judge import Judge, Row
from linkworks.domain.people.matching.portrait import Portrait


class Recogniser(Generic[Key]):
    def __init__(self, known: Mapping[Key, Portrait]) -> None:
        self._index = Index(known)
        self._judge: Judge[Key] = Judge(self._index.names)

    def recognise(self, person: Portrait) -> tuple[Finding[Key], ...]:
        return self._judge.decide(self._compare(person))

    def recognise_list(self, people: Sequence[Portrait]) -> Iterator[tuple[Finding[Key], ...]]:
        return self._judge.decide_list([self._compare(person) for person in people])

    def _compare(self, person: Portrait) -> Row[Key]:
        return self._judge.compare(person, self._index.candidates(person))
