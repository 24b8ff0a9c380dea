"""How much likelier it is that two descriptions are of one person than of any rival."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from linkworks.domain.people.matching.comparing import Comparison
from linkworks.domain.people.matching.likeness import HomeLikeness, NameLikeness
from linkworks.domain.people.matching.rates import Rates
from linkworks.domain.people.matching.rivals import (
    HEIR,
    NAMESAKE,
    RELATIVE,
    SAME_PERSON,
    STRANGER,
    TWIN,
    Guise,
)

RIVALS = ("stranger", "twin", "heir", "relative", "namesake")
GO_TOGETHER = 10  # given and family names come from one community: sharing both is likelier than the shares multiplied


class Chances(NamedTuple):
    """Of seeing just this, for each who it could be."""

    same: float
    twin: float
    heir: float
    relative: float
    namesake: float
    stranger: float


class Weight(NamedTuple):
    """`odds` for the same person against all rivals together; the likeliest of these by name."""

    odds: float
    rival: str


@lru_cache(maxsize=100_000)
def chances(pair: Comparison) -> Chances:
    return Chances(*(_chance(pair, guise) for guise in (SAME_PERSON, TWIN, HEIR, RELATIVE, NAMESAKE, STRANGER)))


def _chance(pair: Comparison, guise: Guise) -> float:
    phone = guise.phone if pair.home >= HomeLikeness.NEIGHBOUR else guise.phone_moved
    chance = guise.given[pair.given] * guise.family[pair.family] * guise.birth[pair.birth] * guise.home[pair.home]
    chance *= phone[pair.phone] * guise.number[pair.number] * guise.sex[pair.sex]
    return chance


def weigh(pair: Comparison, *, given_share: float, family_share: float, people: int, rates: Rates) -> Weight:
    """The shares say how many of the known bear these names; strangers agree by chance that often."""
    chance = chances(pair)
    names = _by_chance(pair.given, given_share, STRANGER.given) * _by_chance(pair.family, family_share, STRANGER.family)
    if pair.given is pair.family is NameLikeness.SAME:
        names = min(names * GO_TOGETHER, given_share, family_share)
    rivals = (
        (1 - rates.known) * people * chance.stranger * names,
        rates.twin * chance.twin,
        rates.heir * chance.heir,
        rates.relative * chance.relative,
        rates.namesake * chance.namesake,
    )
    return Weight(rates.known * chance.same / sum(rivals), RIVALS[rivals.index(max(rivals))])


def _by_chance(likeness: NameLikeness, share: float, table: Mapping[NameLikeness, float]) -> float:
    """What to multiply the table's chance by, where the list itself knows better."""
    if likeness is NameLikeness.SAME:
        return share
    if likeness in (NameLikeness.VARIANT, NameLikeness.EITHER, NameLikeness.CLOSE):
        return max(1.0, share / table[likeness])
    return 1.0


def probabilities(odds: list[float]) -> Iterator[float]:
    """Of each candidate being the one, when at most one is: a strong second takes from the first."""
    whole = 1 + sum(odds)
    return (one / whole for one in odds)
