"""Match, possible or none: the best of the candidates, if it is likely enough, unrivalled, and nothing forbids it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.likeness import (
    BirthLikeness,
    HomeLikeness,
    NameLikeness,
    NumberLikeness,
    PhoneLikeness,
)
from linkworks.domain.people.matching.rates import Rates
from linkworks.domain.people.matching.reasons import RIVALS, agreement_in_words
from linkworks.domain.people.matching.vetoes import veto
from linkworks.domain.people.matching.weighing import Weight, probabilities

Key = TypeVar("Key")

CERTAIN = 0.985
LEAST_WORTH_A_LOOK = 0.1
LIKELY = 0.6  # from here, everybody is shown
MAY_BE_MISSED = 0.006  # for each who is new or, if these are fewer, each who is known
MOST_SHOWN = 3
NO_PHONE = (PhoneLikeness.MISSING, PhoneLikeness.DIFFERENT)


class Outcome(StrEnum):
    MATCH = "match"
    POSSIBLE = "possible"
    NONE = "none"


class Candidate(NamedTuple, Generic[Key]):
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


def decide(candidates: Iterable[Candidate[Key]]) -> tuple[Finding[Key], ...]:
    """Likeliest first; one match at the most, and none at all when nobody is worth a look."""
    ranked = sorted(candidates, key=lambda one: (-one.weight.odds, str(one.key)))
    likely = list(zip(ranked, probabilities([one.weight.odds for one in ranked]), strict=True))
    if not likely:
        return ()
    best, probability = likely[0]
    if probability >= CERTAIN and not veto(best.pair):
        return (_finding(best, probability, Outcome.MATCH),)
    worth = [pair for pair in likely[:MOST_SHOWN] if pair[1] >= LEAST_WORTH_A_LOOK and not _is_anybody(pair[0].pair)]
    return tuple(_finding(one, probability, Outcome.POSSIBLE) for one, probability in worth)


def leave_out_unlikely(found: Sequence[tuple[Finding[Key], ...]], rates: Rates) -> list[tuple[Finding[Key], ...]]:
    """Staff are spared the least likely of a list, every twin for one, while hardly anybody is missed by it."""
    allowed = MAY_BE_MISSED * len(found) * min(rates.known, 1 - rates.known)
    doubtful = (
        (sum(finding.probability for finding in row), place)
        for place, row in enumerate(found)
        if row and row[0].outcome is Outcome.POSSIBLE
    )
    kept, missed = list(found), 0.0
    for likelihood, place in sorted(doubtful):
        missed += likelihood
        if likelihood > LIKELY or missed > allowed:
            break
        kept[place] = ()
    return kept


def _is_anybody(pair: Comparison) -> bool:
    """Without a name on both sides, a birthday is anybody's."""
    nameless = pair.given is pair.family is NameLikeness.MISSING
    at_home = pair.home >= HomeLikeness.NEIGHBOUR
    return nameless and not at_home and pair.phone in NO_PHONE and pair.number is NumberLikeness.MISSING


def consider(one: Candidate[Key]) -> Finding[Key]:
    """This one alone, as if there were no other."""
    (probability,) = probabilities([one.weight.odds])
    return _finding(one, probability, Outcome.POSSIBLE)


def is_worth_showing(pair: Comparison) -> bool:
    """Whether staff should see this one whatever the odds: one NHS number, or one birthday and a name or home alike."""
    if pair.number in (NumberLikeness.SAME, NumberLikeness.CONFLICT):
        return pair.number is NumberLikeness.SAME
    name = pair.family >= NameLikeness.PART or pair.given >= NameLikeness.CLOSE
    return pair.birth is BirthLikeness.SAME and (name or pair.home >= HomeLikeness.NEIGHBOUR)


def likeliest(candidates: Iterable[Candidate[Key]]) -> float:
    """How likely it is that the best of them is the one."""
    odds = [one.weight.odds for one in candidates]
    return max(probabilities(odds), default=0.0)


def _finding(one: Candidate[Key], probability: float, outcome: Outcome) -> Finding[Key]:
    caution = "" if outcome is Outcome.MATCH else veto(one.pair) or f"It may be {RIVALS[one.weight.rival]}"
    return Finding(one.key, probability, outcome, one.pair, agreement_in_words(one.pair), caution)
