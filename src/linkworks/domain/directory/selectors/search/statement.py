"""The one statement that finds services: which match, how well, and how far away.

Where there are words, those that answer them are found first, by the index, and narrowed by the facts; where there are
none, those within reach. Only what is left is looked at closely: its stems are weighed, its distance is measured.
"""

from collections.abc import Iterator

from linkworks.domain.directory.choices import SHUT, Order, Reach
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
    if not asked.groups and wanted.near is None:
        return _by_name(wanted, first, count)
    ways = [way for group in asked.groups for way in group.ways]
    return (
        sql("WITH run_by AS MATERIALIZED (")
        + wording.run_by(asked)
        + sql(")")
        + (_answering(wanted, asked) if asked.groups else sql(""))
        + sql(", matched AS (")
        + joined(" UNION ALL ", _matched(wanted, asked))
        + sql("), best AS MATERIALIZED (")
        + sql("SELECT id, min(miles) AS miles, bool_or(serves) AS serves FROM matched GROUP BY id")
        + sql("), listed AS (SELECT s.id, miles, serves, ")
        + _rank(wanted, asked)
        + sql(" AS rank, s.name, s.search_vector, s.organization_id, count(*) OVER () AS total")
        + sql(" FROM best JOIN directory_service s USING (id) WHERE ")
        + wording.is_enough(asked)
        + sql(" ORDER BY rank, s.name, s.id LIMIT %s OFFSET %s)", count, first)
        + sql(" SELECT id, miles, serves, ")
        + wording.is_run_by("listed")
        + sql(", ARRAY[")
        + joined(", ", [wording.answers(way, "listed") for way in ways])
        + sql("]::boolean[], total FROM listed ORDER BY rank, name, id")
    )


def _by_name(wanted: Wanted, first: int, count: int) -> Sql:
    """Where nothing says what fits better: in the order of an index, shut ones last."""
    holds = _all(*conditions.conditions(wanted))
    return (
        sql("SELECT s.id, NULL::float8, FALSE, FALSE, ARRAY[]::boolean[], (")
        + sql("SELECT count(*) FROM directory_service s WHERE ")
        + holds
        + sql(") FROM directory_service s WHERE ")
        + holds
        + sql(" ORDER BY s.live_state IN ('full', 'closed_for_now'), s.name, s.id LIMIT %s OFFSET %s", count, first)
    )


def _answering(wanted: Wanted, asked: Asked) -> Sql:
    holds = _all(wording.answered(asked), *conditions.conditions(wanted))
    return (
        sql(", said AS MATERIALIZED (SELECT s.id, s.postcode_districts, s.areas, s.delivery")
        + sql(" FROM directory_service s WHERE ")
        + holds
        + sql(")")
    )


def _matched(wanted: Wanted, asked: Asked) -> Iterator[Sql]:
    """Each service once for each of its places within reach, and once for serving the area."""
    table = "said" if asked.groups else "directory_service"
    holds = [] if asked.groups else list(conditions.conditions(wanted))
    near = wanted.near
    if near is None:
        yield sql("SELECT s.id, NULL::float8 AS miles, FALSE AS serves FROM ") + sql(table) + _where(*holds)
        return
    if wanted.reach != Reach.SERVES:
        miles = conditions.miles_from(near)
        within = [conditions.in_box(near, wanted.miles), miles + sql(" <= %s", wanted.miles)]
        places = sql(" s JOIN directory_serviceatlocation p ON p.service_id = s.id")
        places += sql(" JOIN directory_location l ON l.id = p.location_id WHERE ")
        yield (
            sql("SELECT s.id, ")
            + miles
            + sql(" AS miles, FALSE AS serves FROM ")
            + sql(table)
            + places
            + _all(*holds, *within)
        )
    if wanted.reach != Reach.NEAR:
        elsewhere = sql("SELECT s.id, NULL::float8 AS miles, TRUE AS serves FROM ") + sql(table)
        yield elsewhere + _where(*holds, conditions.serves(near))
    if wanted.reach == Reach.EITHER and asked.groups:
        anywhere = sql("SELECT s.id, NULL::float8, FALSE FROM ") + sql(table)
        yield anywhere + _where(*holds, conditions.serves_anybody())


def _where(*pieces: Sql) -> Sql:
    return (sql(" s WHERE ") + _all(*pieces)) if pieces else sql(" s")


def _all(*pieces: Sql) -> Sql:
    return joined(" AND ", pieces)


def _rank(wanted: Wanted, asked: Asked) -> Sql:
    """The lower, the better."""
    miles = sql("coalesce(miles, %s)", wanted.miles)
    if asked.groups and wanted.order == Order.BEST:
        fit = sql("-(") + wording.score(asked) + sql(")")
        near = sql(" / (1 + ") + miles + sql(" / %s)", HALVES_AT_MILES) if wanted.near else sql("")
        return fit + near + _sinking(SHUT_COUNTS, STALE_COUNTS)
    far = sql("(%s + ", NEVER_QUITE_HERE) + miles + sql(")")
    return far + _sinking(SHUT_IS_FURTHER, STALE_IS_FURTHER)


def _sinking(shut: float, stale: float) -> Sql:
    return sql(
        " * CASE WHEN s.live_state = ANY (%s) THEN %s ELSE 1 END * CASE WHEN s.assured_on >= %s THEN 1 ELSE %s END",
        [state.value for state in SHUT],
        shut,
        stale_before(),
        stale,
    )
