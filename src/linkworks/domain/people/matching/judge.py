"""Of those who may be somebody who came in: compare, weigh, decide. Wherever the candidates were found."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from linkworks.domain.people.matching.comparing import Comparison, compare
from linkworks.domain.people.matching.deciding import (
    Candidate,
    Finding,
    consider,
    decide,
    is_worth_showing,
    leave_out_unlikely,
    likeliest,
)
from linkworks.domain.people.matching.likeness import NumberLikeness
from linkworks.domain.people.matching.name_counts import NameCounts
from linkworks.domain.people.matching.name_pairs import NameJudge
from linkworks.domain.people.matching.portrait import Portrait
from linkworks.domain.people.matching.rates import USUAL, Rates, see_rivals, share_known
from linkworks.domain.people.matching.weighing import weigh

Key = TypeVar("Key")

GUESSES = 2  # at how many are known, each from the one before
NEGLIGIBLE = 1e-5  # odds, that no list could raise to anything worth a look


class Compared(NamedTuple, Generic[Key]):
    """One of the known beside somebody who came in, and what shares of the known bear their names."""

    key: Key
    pair: Comparison
    given_share: float
    family_share: float


Row = Sequence[Compared[Key]]


class Judge(Generic[Key]):
    def __init__(self, names: NameCounts) -> None:
        self._names = names
        self._name_judge = NameJudge(names.bearers)

    def compare(self, person: Portrait, known: Mapping[Key, Portrait]) -> Row[Key]:
        return [
            Compared(
                key,
                compare(person, one, self._name_judge),
                self._names.given_share(one.names),
                self._names.family_share(one.names),
            )
            for key, one in known.items()
        ]

    def decide(self, row: Row[Key], rates: Rates = USUAL) -> tuple[Finding[Key], ...]:
        return decide(one for one in self._weigh(row, rates) if one.weight.odds > NEGLIGIBLE)

    def show(self, row: Row[Key]) -> tuple[Finding[Key], ...]:
        """For staff who decide with both records side by side: everybody alike, and not the likeliest alone."""
        decided = {finding.key: finding for finding in self.decide(row)}
        ranked = sorted(self._weigh(row, USUAL), key=lambda one: (-one.weight.odds, str(one.key)))
        shown = ((one, decided.get(one.key)) for one in ranked)
        found = [finding or consider(one) for one, finding in shown if finding or is_worth_showing(one.pair)]
        return tuple(sorted(found, key=lambda finding: finding.pair.number is not NumberLikeness.SAME))

    def decide_list(self, rows: Sequence[Row[Key]]) -> Iterator[tuple[Finding[Key], ...]]:
        """In their order. A list is read before it is decided: for how many twins and namesakes it shows, and how many
        of its people seem to be known."""
        seen = see_rivals([[one.pair for one in row] for row in rows])
        rates = seen.rates(USUAL.known)
        telling = [self._telling(row, rates) for row in rows]
        for _ in range(GUESSES):
            rates = seen.rates(share_known([likeliest(self._weigh(row, rates)) for row in telling]))
        found = [self.decide(row, rates) for row in telling]
        return iter(leave_out_unlikely(found, rates))

    def _telling(self, row: Row[Key], rates: Rates) -> Row[Key]:
        weighed = zip(row, self._weigh(row, rates), strict=True)
        return [one for one, candidate in weighed if candidate.weight.odds > NEGLIGIBLE]

    def _weigh(self, row: Row[Key], rates: Rates) -> Iterator[Candidate[Key]]:
        people = self._names.strangers
        for one in row:
            weight = weigh(
                one.pair, given_share=one.given_share, family_share=one.family_share, people=people, rates=rates
            )
            yield Candidate(one.key, one.pair, weight)
