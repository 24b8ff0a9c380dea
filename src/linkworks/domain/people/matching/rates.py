"""How many of those who come in are not known themselves, but have a twin, an heir, a relative or a namesake who is."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.likeness import BirthLikeness, HomeLikeness, NameLikeness, NumberLikeness

# So many rows must a list show before it outweighs what we would expect: more, the rarer it is.
CAUTION = {"twin": 100, "heir": 100, "namesake": 100, "relative": 5, "known": 20}
FEWEST_KNOWN, MOST_KNOWN = 0.05, 0.998
MOST_HIDDEN = 10  # a list almost without NHS numbers hides the rest of its twins; we do not guess at more than so many


@dataclass(frozen=True, slots=True)
class Rates:
    """Out of one. The usual ones are on the careful side. `known`: how many of those who come in are known."""

    known: float = 0.5
    twin: float = 0.0075
    heir: float = 0.005
    relative: float = 0.15
    namesake: float = 0.005


USUAL = Rates()


@dataclass(frozen=True, slots=True)
class Seen:
    """How many rows of a list showed each rival, of all its rows."""

    times: Mapping[str, float]
    rows: int

    def rates(self, known: float) -> Rates:
        """What the list shows, and what is usual where so many are known: the more, the fewer can be somebody else."""
        unknown = (1 - known) / (1 - USUAL.known)
        return Rates(known, **{kind: _blend(kind, n, self.rows, unknown) for kind, n in self.times.items()})


def see_rivals(rows: Iterable[Collection[Comparison]]) -> Seen:
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
    hidden = min(count / max(both_numbers, 1), MOST_HIDDEN)
    kinds = ("twin", "heir", "relative", "namesake")
    return Seen(
        {kind: max(seen[f"{kind} beside the one"], hidden * seen[f"{kind} by number"]) for kind in kinds}, count
    )


def share_known(likelihoods: Collection[float]) -> float:
    """How many of a list are known, once it is told how likely that is of each row."""
    return min(max(_blend("known", sum(likelihoods), len(likelihoods)), FEWEST_KNOWN), MOST_KNOWN)


def _blend(kind: str, times: float, count: int, usual: float = 1) -> float:
    caution = CAUTION[kind]
    return float(usual * getattr(USUAL, kind) * caution + times) / (caution + count)


_BOTH = (NumberLikeness.SAME, NumberLikeness.CONFLICT)


def _certainty(pair: Comparison, settled: bool) -> str:
    if settled:
        return " beside the one"
    return " by number" if pair.number is NumberLikeness.CONFLICT else " perhaps"


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
