"""Is anybody reached less than others? A rule over counts, which says so only when chance does not explain it."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from linkworks.foundation.core.counting import FEWEST

OTHERS = "Small groups together"
BY_CHANCE = 0.05  # how often any group of a table may be said to be behind when none is


@dataclass(frozen=True)
class Reach:
    """Of one group: how many were ours to reach, and how many of them were reached."""

    group: str
    people: int
    reached: int

    @property
    def share(self) -> float:
        return self.reached / self.people if self.people else 0.0

    @property
    def is_small(self) -> bool:
        return self.people < FEWEST

    def is_behind(self, all_people: int, all_reached: int, groups: int) -> bool:
        """Reached less than everybody else, beyond what chance explains (two shares compared, pooled).

        Of many groups that are compared, some are behind by chance: the more there are, the more it takes (Bonferroni).
        """
        others, others_reached = all_people - self.people, all_reached - self.reached
        if not self.people or not others:
            return False
        pooled = all_reached / all_people
        spread = sqrt(pooled * (1 - pooled) * (1 / self.people + 1 / others))
        return spread > 0 and (others_reached / others - self.share) / spread > _sure(groups)


def _sure(groups: int) -> float:
    """In standard deviations, for that many questions asked at once."""
    return NormalDist().inv_cdf(1 - BY_CHANCE / 2 / groups)


def join_small(groups: list[Reach]) -> list[Reach]:
    """Groups in which somebody might be recognised become one, and a group that is still small takes in the next."""
    groups = sorted(groups, key=lambda one: one.people)
    small = [one for one in groups if one.is_small]
    large = [one for one in groups if not one.is_small]
    while small and large and sum(one.people for one in small) < FEWEST:
        small.append(large.pop(0))
    if not small:
        return groups
    return [*large, Reach(OTHERS, sum(one.people for one in small), sum(one.reached for one in small))]
