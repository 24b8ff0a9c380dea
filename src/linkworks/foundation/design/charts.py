"""Line charts: numbers to points of an SVG drawing. The same numbers stand in a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from linkworks.foundation.core.words import full_date

WIDTH, HEIGHT = 400, 210
LEFT, RIGHT, TOP, BOTTOM = 36, 14, 14, 36
INSET = 16
FIGURE, BESIDE_FIGURES = 9, 14
DAYS_SHOWN = 4


@dataclass(frozen=True)
class Reading:
    on: date
    value: float
    note: str = ""


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    label: str
    change: str
    reading: Reading


@dataclass(frozen=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True)
class LineChart:
    """A line over time. `title` names it, `says` tells in a sentence what it shows. `head` says what is counted.

    `id` is the element's.
    """

    id: str
    title: str
    says: str
    points: tuple[Point, ...]
    levels: tuple[Tick, ...]
    unit: str = ""
    head: str = "Score"
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM

    @property
    def path(self) -> str:
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)

    @property
    def days(self) -> tuple[Tick, ...]:
        """The days written under the line, as many as fit."""
        shown: list[Point] = []
        for point in self.points:
            if not shown or point.x - shown[-1].x >= WIDTH / DAYS_SHOWN:
                shown.append(point)
        return tuple(Tick(point.x, f"{point.reading.on.day} {point.reading.on:%b}") for point in shown)


@dataclass(frozen=True)
class Scale:
    """What the numbers run from and to, and how far apart the lines of the drawing are."""

    smallest: float = 0
    largest: float = 10
    step: float = 2

    @property
    def levels(self) -> list[float]:
        return [self.smallest + self.step * index for index in range(int(self.span / self.step) + 1)]

    @property
    def span(self) -> float:
        return self.largest - self.smallest

    def height_of(self, value: float) -> float:
        return round(HEIGHT - BOTTOM - (value - self.smallest) / self.span * (HEIGHT - BOTTOM - TOP), 1)


def line_chart(
    element_id: str,
    title: str,
    readings: Sequence[Reading],
    scale: Scale = Scale(),
    unit: str = "",
    head: str = "Score",
) -> LineChart:
    ordered = sorted(readings, key=lambda reading: reading.on)
    levels = tuple(Tick(scale.height_of(level), _figure(level)) for level in scale.levels)
    left = max(LEFT, BESIDE_FIGURES + FIGURE * max(len(level.label) for level in levels))
    places = zip(_across(ordered, left), ordered, _changes(ordered), strict=True)
    return LineChart(
        id=element_id,
        title=title,
        says=tell(ordered, unit),
        points=tuple(
            Point(x, scale.height_of(reading.value), _figure(reading.value), change, reading)
            for x, reading, change in places
        ),
        levels=levels,
        unit=unit,
        head=head,
        left=left,
    )


def tell(readings: Sequence[Reading], unit: str = "") -> str:
    """What the line shows, as one would say it on the telephone."""
    if not readings:
        return "Nothing has been recorded yet."
    first, last = readings[0], readings[-1]
    start = f"{_figure(first.value)}{unit} on {full_date(first.on)}"
    if first is last:
        return f"{start}."
    if last.value == first.value:
        return f"{start}, and the same on {full_date(last.on)}."
    turn = "up" if last.value > first.value else "down"
    return f"From {start}, {turn} to {_figure(last.value)}{unit} on {full_date(last.on)}."


def _changes(readings: Sequence[Reading]) -> list[str]:
    """Beside each reading, how it differs from the one before."""
    before = [None, *(reading.value for reading in readings)]
    return [
        "" if earlier is None else _difference(reading.value - earlier)
        for earlier, reading in zip(before, readings, strict=False)
    ]


def _difference(by: float) -> str:
    return "same" if by == 0 else f"{by:+,.10g}".replace("-", "−")


def _figure(value: float) -> str:
    return f"{value:,.10g}"


def _across(readings: Sequence[Reading], left: int) -> list[float]:
    if not readings:
        return []
    first, last = readings[0].on, readings[-1].on
    if first == last:
        return [WIDTH * (index + 1) / (len(readings) + 1) for index in range(len(readings))]
    room = WIDTH - left - RIGHT - 2 * INSET
    return [round(left + INSET + room * ((reading.on - first) / (last - first)), 1) for reading in readings]
