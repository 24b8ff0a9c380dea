"""What is asked besides words, as conditions on a findable service `f`, and on `far.miles` to its nearest place."""

from collections.abc import Iterable, Iterator
from math import floor, hypot

from linkworks.domain.directory.choices import SELF_ROUTES, Reach
from linkworks.domain.directory.selectors.search.sql import Sql, joined, sql
from linkworks.domain.directory.selectors.search.wanted import MILES_A_DEGREE, Near, Wanted

# The sides of the squares of the map in `Findable.facts`, in degrees: a mile and a third.
SQUARE_NORTH, SQUARE_EAST = 0.02, 0.03
HAIR = 0.01  # of a mile: no square is left out for a last digit


def conditions(wanted: Wanted) -> Sql:
    """Answered by the index, but for the age. Squares reach a little further than was asked: see `within_reach`."""
    return joined(" AND ", [sql("TRUE"), *_conditions(wanted)])


def nearest(wanted: Wanted) -> Sql:
    """One row of `miles`, as `Near.miles_to` has it; none where no place is near enough, or none was asked for."""
    near = wanted.near
    if near is None or wanted.reach == Reach.SERVES:
        return sql("SELECT NULL::float8 AS miles")
    return sql(
        "SELECT min(miles) AS miles FROM ("
        "SELECT %s * sqrt(power(latitude - %s, 2) + power((longitude - %s) * %s, 2)) AS miles"
        " FROM unnest(f.latitudes, f.longitudes) place(latitude, longitude)) places WHERE miles <= %s",
        MILES_A_DEGREE,
        near.latitude,
        near.longitude,
        near.narrowing,
        wanted.miles,
    )


def within_reach(wanted: Wanted) -> Sql:
    if wanted.near is None or wanted.reach == Reach.SERVES:
        return sql("TRUE")
    return sql("(far.miles IS NOT NULL OR ") + _any(_from_elsewhere(wanted, wanted.near)) + sql(")")


def serves(wanted: Wanted) -> Sql:
    if wanted.near is None or wanted.reach == Reach.NEAR:
        return sql("FALSE")
    return _any(_serving(wanted.near))


def _conditions(wanted: Wanted) -> Iterator[Sql]:
    if facts := list(_facts(wanted)):
        yield sql("f.facts @> %s::text[]", facts)
    if wanted.self_referral:
        yield _any(f"route {route}" for route in SELF_ROUTES)
    if wanted.near is not None:
        squares = _squares(wanted.near, wanted.miles) if wanted.reach != Reach.SERVES else ()
        yield _any([*squares, *_from_elsewhere(wanted, wanted.near)])
    if wanted.age is not None:
        yield sql("f.ages @> %s", wanted.age)


def _facts(wanted: Wanted) -> Iterator[str]:
    """As migration 0002 writes them."""
    if wanted.is_free:
        yield "free"
    if wanted.language:
        yield f"speaks {wanted.language}"
    if wanted.access:
        yield f"access {wanted.access}"
    if wanted.weekday is not None or wanted.part_of_day is not None:
        yield " ".join(str(said) for said in ("open", wanted.weekday, wanted.part_of_day) if said is not None)


def _from_elsewhere(wanted: Wanted, near: Near) -> list[str]:
    """A telephone or the internet reaches anywhere where no area is named; that is found by its words only."""
    if wanted.reach == Reach.NEAR:
        return []
    return [*_serving(near), *(["anywhere"] if wanted.words and wanted.reach == Reach.EITHER else [])]


def _serving(near: Near) -> list[str]:
    """It says so: by district, or by the council's name."""
    return [f"serves {area}" for area in (*near.districts, *near.councils)]


def _squares(near: Near, miles: float) -> Iterator[str]:
    """Those that lie so near, or some part of them."""
    south, north, west, east = near.box(miles)
    for row in range(floor(south / SQUARE_NORTH), floor(north / SQUARE_NORTH) + 1):
        for column in range(floor(west / SQUARE_EAST), floor(east / SQUARE_EAST) + 1):
            latitude = _closest(near.latitude, row * SQUARE_NORTH, SQUARE_NORTH)
            longitude = _closest(near.longitude, column * SQUARE_EAST, SQUARE_EAST)
            if hypot(*near.miles_to(latitude, longitude)) <= miles + HAIR:
                yield f"at {row} {column}"


def _closest(here: float, begins: float, length: float) -> float:
    return min(max(here, begins), begins + length)


def _any(facts: Iterable[str]) -> Sql:
    return sql("f.facts && %s::text[]", list(facts))
