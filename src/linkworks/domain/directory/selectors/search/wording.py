"""What is asked in words, as conditions and ranks. The tables are called `s` and `o`."""

from linkworks.domain.directory.selectors.search.asked import Asked, Group, Kind, Way
from linkworks.domain.directory.selectors.search.sql import Sql, joined, sql

# What a word counts in the text and in a name; D and A are how the database calls them.
WEIGHTS = "{0.1, 0.1, 0.1, 1.0}"
MEANS_COUNTS = 0.5
RUN_BY_COUNTS = 0.6
NAMED_SO_COUNTS = 2.0
# Entries must answer so much of what the words tell: not only the “group” of “bereavement group”.
ENOUGH = 0.45
MOST_ORGANIZATIONS = 100


def run_by(asked: Asked) -> Sql:
    """The organisations whose names answer all that is asked."""
    if not asked.groups:
        return sql("SELECT '{}'::uuid[] AS ids")
    every = joined(" && ", [sql("(") + _any(group.ways) + sql(")") for group in asked.groups])
    found = sql("SELECT o.id FROM directory_organization o WHERE o.search_vector @@ (") + every
    return sql("SELECT ARRAY(") + found + sql(") LIMIT %s) AS ids", MOST_ORGANIZATIONS)


def is_run_by(table: str) -> Sql:
    return sql(table) + sql(".organization_id = ANY ((SELECT ids FROM run_by)::uuid[])")


def answered(asked: Asked) -> Sql:
    """What can answer enough of it, by the index alone: an entry without any of the rarest words cannot."""
    ways = [way for group in _rarest(asked) for way in group.ways]
    return sql("(s.search_vector @@ (") + _any(ways) + sql(") OR ") + is_run_by("s") + sql(")")


def is_enough(asked: Asked) -> Sql:
    if len(asked.groups) <= 1:
        return sql("TRUE")
    told = joined(
        " + ",
        [sql("%s * (s.search_vector @@ (", group.weight) + _any(group.ways) + sql("))::int") for group in asked.groups],
    )
    return sql("(") + told + sql(" >= %s OR ", ENOUGH * _whole(asked)) + is_run_by("s") + sql(")")


def score(asked: Asked) -> Sql:
    parts = [_score_of(group) for group in asked.groups]
    parts.append(sql("%s * (", RUN_BY_COUNTS * _whole(asked)) + is_run_by("s") + sql(")::int"))
    parts.append(sql("%s * (position(%s IN s.search_names) > 0)::int", NAMED_SO_COUNTS * _whole(asked), asked.said))
    return joined(" + ", parts)


def answers(way: Way, table: str) -> Sql:
    return sql(table) + sql(".search_vector @@ ") + _query([way])


def _score_of(group: Group) -> Sql:
    said = [way for way in group.ways if way.kind is not Kind.MEANS]
    means = [way for way in group.ways if way.kind is Kind.MEANS]
    rank = sql("ts_rank(%s, s.search_vector, ", WEIGHTS) + _any(said) + sql(")")
    if means:
        other = sql("%s * ts_rank(%s, s.search_vector, ", MEANS_COUNTS, WEIGHTS) + _any(means) + sql(")")
        rank = sql("greatest(") + rank + sql(", ") + other + sql(")")
    return sql("%s * ", group.weight) + rank


def _rarest(asked: Asked) -> list[Group]:
    """Without the commonest words, as long as those together would not be enough."""
    groups = sorted(asked.groups, key=lambda group: group.weight)
    spare = ENOUGH * _whole(asked)
    while len(groups) > 1 and (spare := spare - groups[0].weight) > 0:
        groups = groups[1:]
    return groups


def _whole(asked: Asked) -> float:
    return sum(group.weight for group in asked.groups)


def _any(ways: list[Way] | tuple[Way, ...]) -> Sql:
    """What is said stands in any order, what it means besides as one saying."""
    said = [_query([way]) for way in ways if way.kind is not Kind.MEANS]
    means = [way for way in ways if way.kind is Kind.MEANS]
    return joined(" || ", [*said, *([_query(means)] if means else [])])


def _query(ways: list[Way]) -> Sql:
    if ways[0].kind is not Kind.MEANS:
        return sql("plainto_tsquery('english', %s)", ways[0].words)
    return sql("websearch_to_tsquery('english', %s)", " or ".join(f'"{way.words}"' for way in ways))
