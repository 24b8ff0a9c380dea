"""A plain map of where things are: the middles of postcode districts, rings of miles, and a number for each place.

It is drawn from our own table and asks nobody else. The list beside it says all that it shows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot

from linkworks.domain.directory.selectors.search import Hit, Near, Wanted

SIZE = 600
MARGIN = 24
TOUCHING = 26
RINGS = 3

District = tuple[str, float, float]
"""Code, latitude and longitude."""


@dataclass(frozen=True)
class Mark:
    """Something at a point of the drawing, in its own units: from the left and from the top."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Ring:
    radius: float
    text: str


@dataclass(frozen=True)
class PlaceMap:
    title: str
    says: str
    size: int
    middle: Mark
    rings: tuple[Ring, ...]
    districts: tuple[Mark, ...]
    places: tuple[Mark, ...]


@dataclass(frozen=True)
class _Projection:
    near: Near
    miles: float

    @property
    def unit(self) -> float:
        """How long a mile is drawn."""
        return (SIZE / 2 - MARGIN) / self.miles

    def point(self, latitude: float, longitude: float) -> tuple[float, float]:
        north, east = self.near.miles_to(latitude, longitude)
        return round(SIZE / 2 + east * self.unit, 1), round(SIZE / 2 - north * self.unit, 1)


def draw_map(wanted: Wanted, numbered: Iterable[tuple[int, Hit]], districts: Iterable[District]) -> PlaceMap | None:
    """Nothing where nothing has a place within reach."""
    near = wanted.near
    placed = [(number, hit) for number, hit in numbered if hit.miles is not None and hit.place is not None]
    if near is None or not placed:
        return None
    drawn = _Projection(near, wanted.miles)
    about = " Some stand only about where they are." if any(hit.is_about for _, hit in placed) else ""
    return PlaceMap(
        title=f"Map of what is within {wanted.miles:g} miles of {near.name}",
        says=f"North is at the top. The numbers are those of the list.{about}",
        size=SIZE,
        middle=Mark(SIZE / 2, SIZE / 2, near.name),
        rings=tuple(_rings(drawn)),
        districts=tuple(_labels(drawn, districts)),
        places=tuple(_gathered(drawn, placed)),
    )


def _rings(drawn: _Projection) -> Iterable[Ring]:
    for part in range(1, RINGS + 1):
        miles = drawn.miles * part / RINGS
        yield Ring(round(miles * drawn.unit, 1), f"{miles:.2g} miles" if miles != 1 else "1 mile")


def _labels(drawn: _Projection, districts: Iterable[District]) -> Iterable[Mark]:
    for code, latitude, longitude in districts:
        yield Mark(*drawn.point(latitude, longitude), code)


def _gathered(drawn: _Projection, placed: Sequence[tuple[int, Hit]]) -> list[Mark]:
    """Places that would lie on each other share a mark: “1, 4”."""
    marks: list[Mark] = []
    for number, hit in placed:
        assert hit.place is not None  # noqa: S101 (only such are drawn)
        x, y = drawn.point(hit.place.measured_latitude or 0, hit.place.measured_longitude or 0)
        here = next((place for place, mark in enumerate(marks) if hypot(mark.x - x, mark.y - y) < TOUCHING), None)
        if here is None:
            marks.append(Mark(x, y, str(number)))
        else:
            marks[here] = Mark(marks[here].x, marks[here].y, f"{marks[here].text}, {number}")
    return marks
