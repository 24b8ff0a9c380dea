"""The one table that a benchmark prints."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

HEAD = ("What", "Measure", "Goal", "Measured", "Rounds", "")


@dataclass(frozen=True)
class Line:
    """One promise, or a figure for scale when there is none. `rounds` are what it was each time.

    `goal` is the most that it may be, `least` the least.
    """

    what: str
    measure: str
    rounds: tuple[float, ...]
    goal: float | None = None
    least: float | None = None
    digits: int = 0

    @property
    def measured(self) -> float:
        return median(self.rounds)

    @property
    def verdict(self) -> str:
        if self.goal is None and self.least is None:
            return ""
        is_kept = (self.goal is None or self.measured <= self.goal) and self.measured >= (self.least or 0)
        return "pass" if is_kept else "MISS"

    @property
    def cells(self) -> tuple[str, ...]:
        goal = "" if self.goal is None else f"≤ {self.goal:g}"
        goal = goal if self.least is None else f"≥ {self.least:g}"
        low, high = self._say(min(self.rounds)), self._say(max(self.rounds))
        span = "" if low == high else f"{low}–{high}"
        return self.what, self.measure, goal, self._say(self.measured), span, self.verdict

    def _say(self, figure: float) -> str:
        return f"{figure:.{self.digits}f}"


def table(lines: Iterable[Line]) -> str:
    rows = [HEAD, *(line.cells for line in lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    ruled = [rows[0], tuple("-" * width for width in widths), *rows[1:]]
    return "\n".join(_row(row, widths) for row in ruled)


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    return f"| {' | '.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))} |"
