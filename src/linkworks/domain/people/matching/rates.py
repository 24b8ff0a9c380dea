"""How many of those who come in have a twin, an heir, a relative or a namesake among the known."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.likeness import BirthLikeness, HomeLikeness, NameLikeness, NumberLikeness

# So many rows must a list show before it outweighs what we would expect: more, the rarer it is.
CAUTION = {"twin": 100, "heir": 100, "namesake": 100, "relative": 5, "known": 20}


@dataclass(frozen=True, slots=True)
class Rates:
    """Out of one. The usual ones are on the careful side. `known`: how many of those who come in are known."""

    known: float = 0.5
    twin: float = 0.015
    heir: float = 0.01
    relative: float = 0.3
    namesake: float = 0.01


USUAL = Rates()


def measure_rates(rows: Iterable[Collection[Comparison]]) -> Rates:
    """What a list itself shows: one without twins needs less caution where a given name is missing.

    A twin who comes in alone looks like somebody whose given name was mistaken. It counts as a twin for certain when
    the NHS numbers differ, or when somebody else is plainly the one. Numbers are often missing: those that differ stand
    for as many more as have none."""
    seen: Counter[str] = Counter()
    count = both_numbers = 0
    for pairs in rows:
        count += 1
        settled = any(map(_is_plainly_the_one, pairs))
        both_numbers += any(pair.number in _BOTH for pair in pairs)
        seen.update({kind + _certainty(pair, settled) for pair in pairs if (kind := _kind(pair))})
    hidden = count / max(both_numbers, 1)
    kinds = ("twin", "heir", "relative", "namesake")
    shown = {kind: max(seen[f"{kind} beside the one"], min(hidden, 10) * seen[f"{kind} by number"]) for kind in kinds}
    return Rates(**{kind: _blend(kind, times, count) for kind, times in shown.items()})


FEWEST_KNOWN, MOST_KNOWN = 0.05, 0.99


def with_known(rates: Rates, best: Collection[float]) -> Rates:
    """The rates, once it is told how likely it is of each row that we know its person."""
    share = _blend("known", sum(best), len(best))
    return replace(rates, known=min(max(share, FEWEST_KNOWN), MOST_KNOWN))


_BOTH = (NumberLikeness.SAME, NumberLikeness.CONFLICT)


def _blend(kind: str, times: float, count: int) -> float:
    caution, usual = CAUTION[kind], getattr(USUAL, kind)
    return float(usual * caution + times) / (caution + count)


def _certainty(pair: Comparison, settled: bool) -> str:
    if pair.number is NumberLikeness.CONFLICT:
        return " by number"
    return " beside the one" if settled else " perhaps"


def _is_plainly_the_one(pair: Comparison) -> bool:
    names_agree = pair.given >= NameLikeness.CLOSE and pair.family >= NameLikeness.CLOSE
    return names_agree and pair.birth >= BirthLikeness.SLIP and pair.home >= HomeLikeness.NEAR


def _kind(pair: Comparison) -> str:
    """Who it looks like, if it is not the same person."""
    agrees, differs = NameLikeness.VARIANT, NameLikeness.LOOKALIKE
    if pair.family < agrees:
        return ""
    at_home = pair.home >= HomeLikeness.NEAR
    if at_home and pair.given <= differs and pair.birth is BirthLikeness.SAME:
        return "twin"
    if at_home and pair.given >= agrees and pair.birth is BirthLikeness.DIFFERENT:
        return "heir"
    if at_home and pair.given <= differs and pair.birth is BirthLikeness.DIFFERENT:
        return "relative"
    if not at_home and pair.given >= agrees and pair.birth is BirthLikeness.SAME:
        return "namesake"
    return ""
