"""Match, possible or none: the best of the candidates, if it is likely enough, unrivalled, and nothing forbids it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.rates import Rates
from linkworks.domain.people.matching.reasons import RIVALS, agreement_in_words
from linkworks.domain.people.matching.vetoes import veto
from linkworks.domain.people.matching.weighing import Weight, probabilities

Key = TypeVar("Key")

CERTAIN = 0.985
LEAST_WORTH_A_LOOK = 0.1
DOUBT = 0.75  # the fewer of a list are known, the likelier somebody must be to be worth a look
MOST_SHOWN = 3


class Outcome(StrEnum):
    MATCH = "match"
    POSSIBLE = "possible"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Key]):
    key: Key
    pair: Comparison
    weight: Weight


@dataclass(frozen=True, slots=True)
class Finding(Generic[Key]):
    """One known person beside the one who came in."""

    key: Key
    probability: float
    outcome: Outcome
    pair: Comparison
    agreement: str
    caution: str = ""


def decide(candidates: Iterable[Candidate[Key]], rates: Rates) -> tuple[Finding[Key], ...]:
    """Likeliest first; one match at the most, and none at all when nobody is worth a look."""
    ranked = sorted(candidates, key=lambda one: (-one.weight.odds, str(one.key)))
    likely = list(zip(ranked, probabilities([one.weight.odds for one in ranked]), strict=True))
    if not likely:
        return ()
    best, probability = likely[0]
    if probability >= CERTAIN and not veto(best.pair):
        return (_finding(best, probability, Outcome.MATCH),)
    worth = [pair for pair in likely[:MOST_SHOWN] if pair[1] >= max(LEAST_WORTH_A_LOOK, DOUBT * (1 - rates.known))]
    return tuple(_finding(one, probability, Outcome.POSSIBLE) for one, probability in worth)


def likeliest(candidates: Iterable[Candidate[Key]]) -> float:
    """How likely it is that the best of them is the one."""
    odds = [one.weight.odds for one in candidates]
    return max(probabilities(odds), default=0.0)


def _finding(one: Candidate[Key], probability: float, outcome: Outcome) -> Finding[Key]:
    caution = "" if outcome is Outcome.MATCH else veto(one.pair) or f"It may be {RIVALS[one.weight.rival]}"
    return Finding(one.key, probability, outcome, one.pair, agreement_in_words(one.pair), caution)
