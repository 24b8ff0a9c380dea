"""Counts that can be shown to anybody who pays or leads: a number too small to hide a person is not a number."""

from dataclasses import dataclass

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Count:
    """How many. `shown` hides one to four people, so that nobody is recognised; nought hides nobody."""

    label: str
    number: int

    @property
    def is_hidden(self) -> bool:
        return 0 < self.number < FEWEST

    @property
    def shown(self) -> str:
        return f"fewer than {FEWEST}" if self.is_hidden else f"{self.number:,}"


def hide_small(counts: list[Count]) -> list[Count]:
    """When just one count of a list would be hidden, the next smallest joins it: the total would give it away."""
    hidden = [count for count in counts if count.is_hidden]
    if len(hidden) != 1:
        return counts
    others = sorted((count for count in counts if not count.is_hidden and count.number), key=lambda c: c.number)
    if not others:
        return counts
    joined = Count(f"{hidden[0].label} and {others[0].label.lower()}", hidden[0].number + others[0].number)
    kept = [count for count in counts if count not in (hidden[0], others[0])]
    return [*kept, joined]
