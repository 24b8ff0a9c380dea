"""How well who is who was told, as a handful of figures."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.invented_people.lists import Incoming
from linkworks.domain.people.matching.deciding import Finding, Outcome

FEW = 60  # people: below, a share says nothing about a community


@dataclass
class Score:
    right: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    known: int = 0
    rows: int = 0
    reviewed: Counter[str] = field(default_factory=Counter)
    found_in_review: int = 0
    communities: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong.total(), 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.known, 1)

    @property
    def recall_after_review(self) -> float:
        return (self.right + self.found_in_review) / max(self.known, 1)

    @property
    def share_reviewed(self) -> float:
        return self.reviewed.total() / max(self.rows, 1)

    @property
    def recalls(self) -> dict[str, float]:
        """By community, of those with enough people."""
        return {name: seen["right"] / seen["known"] for name, seen in self.communities.items() if seen["known"] >= FEW}


def score(incoming: Sequence[Incoming], findings: Sequence[Sequence[Finding[int]]], into: Score | None = None) -> Score:
    total = into or Score()
    for row, found in zip(incoming, findings, strict=True):
        _count(total, row, found)
    return total


def _count(total: Score, row: Incoming, found: Sequence[Finding[int]]) -> None:
    total.rows += 1
    is_match = bool(found) and found[0].outcome is Outcome.MATCH
    is_right = is_match and found[0].key == row.known
    if row.known is not None:
        total.known += 1
        total.communities[row.community].update(known=1, right=int(is_right))
    total.right += is_right
    if is_match and not is_right:
        total.wrong[row.kind or "somebody else"] += 1
    if found and not is_match:
        total.reviewed[row.kind or "known"] += 1
        total.found_in_review += row.known is not None and any(one.key == row.known for one in found)
