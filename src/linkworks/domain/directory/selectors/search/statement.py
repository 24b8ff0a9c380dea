"""The one statement that finds services: which match, how well, and how far away.

Words, facts and squares of the map are answered by one index over `Findable`. Only what is left is looked at closely:
its stems are weighed, its distance is measured.
"""

from dataclasses import replace

from linkworks.domain.directory.choices import SHUT, Order
from linkworks.domain.directory.freshness import stale_before
from linkworks.domain.directory.selectors.search import conditions, wording
from linkworks.domain.directory.selectors.search.asked import Asked
from linkworks.domain.directory.selectors.search.sql import Sql, joined, sql
from linkworks.domain.directory.selectors.search.wanted import Wanted

SHUT_COUNTS, STALE_COUNTS = 0.5, 0.8
HALVES_AT_MILES = 5.0
# In a list by distance: as if a stale entry were further away, and a shut one at the end of the world.
STALE_IS_FURTHER, SHUT_IS_FURTHER = 1.5, 1000.0
NEVER_QUITE_HERE = 0.3  # so that an entry next door sinks too


def find_statement(wanted: Wanted, asked: Asked, first: int, count: int) -> Sql:
    """Rows of id, miles, whether it serves the area, whether its organisation is named so, a flag for each way of each
    group that it answers, and how many there are in all; best first."""
    if not asked.groups:
        wanted = replace(wanted, words="")
        if wanted.near is None:
            return _by_name(wanted, first, count)
    ways = [way for group in asked.groups for way in group.ways]
    return (
        sql("SELECT service_id, miles, ")
        + conditions.serves(wanted)
        + sql(", ")
        + wording.is_run_by(asked)
        + sql(", ARRAY[")
        + joined(", ", [wording.answers(way) for way in ways])
        + sql("]::boolean[], total FROM (")
        + _best(wanted, asked)
        + sql(" LIMIT %s OFFSET %s) best JOIN directory_findable f USING (service_id)", count, first)
        + sql(" ORDER BY rank, f.name, service_id")
    )


def _best(wanted: Wanted, asked: Asked) -> Sql:
    return (
        sql("SELECT f.service_id, far.miles, ")
        + _rank(wanted, asked)
        + sql(" AS rank, count(*) OVER () AS total FROM directory_findable f CROSS JOIN LATERAL (")
        + conditions.nearest(wanted)
        + sql(") far WHERE ")
        + joined(
            " AND ",
            [
                wording.answered(asked),
                conditions.conditions(wanted),
                wording.is_enough(asked),
                conditions.within_reach(wanted),
            ],
        )
        + sql(" ORDER BY rank, f.name, f.service_id")
    )


def _by_name(wanted: Wanted, first: int, count: int) -> Sql:
    """Where nothing says what fits better: by name, stale ones after those, shut ones last."""
    found = sql("FROM directory_findable f WHERE ") + conditions.conditions(wanted)
    return (
        sql("SELECT f.service_id, NULL::float8, FALSE, FALSE, ARRAY[]::boolean[], (SELECT count(*) ")
        + found
        + sql(") ")
        + found
        + sql(" ORDER BY f.live_state = ANY (%s), ", [state.value for state in SHUT])
        + sql("f.assured_on >= %s IS NOT TRUE, f.name, f.service_id", stale_before())
        + sql(" LIMIT %s OFFSET %s", count, first)
    )


def _rank(wanted: Wanted, asked: Asked) -> Sql:
    """The lower, the better."""
    miles = sql("coalesce(far.miles, %s)", wanted.miles)
    if asked.groups and wanted.order == Order.BEST:
        fit = sql("-(") + wording.score(asked) + sql(")")
        near = sql(" / (1 + ") + miles + sql(" / %s)", HALVES_AT_MILES) if wanted.near else sql("")
        return fit + near + _sinking(SHUT_COUNTS, STALE_COUNTS)
    far = sql("(%s + ", NEVER_QUITE_HERE) + miles + sql(")")
    return far + _sinking(SHUT_IS_FURTHER, STALE_IS_FURTHER)


def _sinking(shut: float, stale: float) -> Sql:
    return sql(
        " * CASE WHEN f.live_state = ANY (%s) THEN %s ELSE 1 END * CASE WHEN f.assured_on >= %s THEN 1 ELSE %s END",
        [state.value for state in SHUT],
        shut,
        stale_before(),
        stale,
    )
