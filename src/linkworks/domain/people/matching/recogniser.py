"""The engine: known people go in once; then it says of anybody, or of a whole list, whether we know them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic

from linkworks.domain.people.matching.comparing import Comparison, compare
from linkworks.domain.people.matching.deciding import Candidate, Finding, decide, likeliest
from linkworks.domain.people.matching.index import Index, Key
from linkworks.domain.people.matching.name_pairs import NameJudge
from linkworks.domain.people.matching.portrait import Portrait
from linkworks.domain.people.matching.rates import USUAL, Rates, measure_rates, with_known
from linkworks.domain.people.matching.weighing import weigh

GUESSES = 2  # at how many are known, each from the one before


class Recogniser(Generic[Key]):
    def __init__(self, known: Mapping[Key, Portrait]) -> None:
        self._index = Index(known)
        self._judge = NameJudge(self._index.names.usual)

    def recognise(self, person: Portrait, rates: Rates = USUAL) -> tuple[Finding[Key], ...]:
        return decide(self._candidates(self._compare(person), rates), rates)

    def recognise_list(self, people: Sequence[Portrait]) -> Iterator[tuple[Finding[Key], ...]]:
        """In their order. A list is read before it is decided: for how many twins and namesakes it shows, and how many
        of its people seem to be known."""
        compared = [self._compare(person) for person in people]
        rates = measure_rates([pairs.values() for pairs in compared])
        for _ in range(GUESSES):
            rates = with_known(rates, [likeliest(self._candidates(pairs, rates)) for pairs in compared])
        return (decide(self._candidates(pairs, rates), rates) for pairs in compared)

    def _compare(self, person: Portrait) -> dict[Key, Comparison]:
        known = self._index.people
        return {key: compare(person, known[key], self._judge) for key in self._index.candidates(person)}

    def _candidates(self, pairs: Mapping[Key, Comparison], rates: Rates) -> Iterator[Candidate[Key]]:
        return (self._candidate(key, pair, rates) for key, pair in pairs.items())

    def _candidate(self, key: Key, pair: Comparison, rates: Rates) -> Candidate[Key]:
        names = self._index.names
        known = self._index.people[key].names
        given = max((names.given_share(name.given) for name in known), default=1.0)
        family = max((names.family_share(name.family) for name in known), default=1.0)
        weight = weigh(pair, given_share=given, family_share=family, people=names.people, rates=rates)
        return Candidate(key, pair, weight)
