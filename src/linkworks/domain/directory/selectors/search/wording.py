"""What is asked in words, as conditions on a findable service `f` and as ranks."""

from collections.abc import Iterable

from linkworks.domain.directory.selectors.search.asked import Asked, Group, Kind, Way
from linkworks.domain.directory.selectors.search.sql import Sql, joined, sql

# What a word counts in the text and in a name; D and A are how the database calls them.
WEIGHTS = "{0.1, 0.1, 0.1, 1.0}"
MEANS_COUNTS = 0.5
RUN_BY_COUNTS = 0.6
NAMED_SO_COUNTS = 2.0
# Entries must answer so much of what the words tell: not only the “group” of “bereavement group”.
ENOUGH = 0.45


def is_run_by(asked: Asked) -> Sql:
    """The name of its organisation answers all that is asked."""
    if not asked.groups:
        return sql("FALSE")
    every = joined(" && ", [sql("(") + _any(group.ways) + sql(")") for group in asked.groups])
    return sql("f.run_by @@ (") + every + sql(")")


def answered(asked: Asked) -> Sql:
    """What can answer enough of it, by the index alone: an entry without any of the rarest words cannot."""
    if not asked.groups:
        return sql("TRUE")
    ways = [way for group in _rarest(asked) for way in group.ways]
    return sql("(f.words @@ (") + _any(ways) + sql(") OR ") + is_run_by(asked) + sql(")")


def is_enough(asked: Asked) -> Sql:
    if len(asked.groups) <= 1:
        return sql("TRUE")
    told = joined(
        " + ",
        [
            sql("CASE WHEN f.words @@ (") + _any(group.ways) + sql(") THEN %s::float8 ELSE 0 END", group.weight)
            for group in asked.groups
        ],
    )
    return sql("(") + told + sql(" >= %s OR ", ENOUGH * _whole(asked)) + is_run_by(asked) + sql(")")


def score(asked: Asked) -> Sql:
    named_so = sql("position(%s IN f.names) > 0", asked.said)
    parts = [_score_of(group) for group in asked.groups]
    parts.append(_counts(is_run_by(asked), RUN_BY_COUNTS * _whole(asked)))
    parts.append(_counts(named_so, NAMED_SO_COUNTS * _whole(asked)))
    return joined(" + ", parts)


def answers(way: Way) -> Sql:
    return sql("f.words @@ ") + _query([way])


def _score_of(group: Group) -> Sql:
    rank = _rank(way for way in group.ways if way.kind is not Kind.MEANS)
    means = [way for way in group.ways if way.kind is Kind.MEANS]
    if means:
        rank = sql("greatest(") + rank + sql(", %s * ", MEANS_COUNTS) + _rank(means) + sql(")")
    return sql("%s * ", group.weight) + rank


def _rank(ways: Iterable[Way]) -> Sql:
    return sql("ts_rank(%s, f.words, ", WEIGHTS) + _any(ways) + sql(")")


def _counts(holds: Sql, so_much: float) -> Sql:
    return sql("CASE WHEN ") + holds + sql(" THEN %s::float8 ELSE 0 END", so_much)


def _rarest(asked: Asked) -> list[Group]:
    """Without the commonest words, as long as those together would not be enough."""
    groups = sorted(asked.groups, key=lambda group: group.weight)
    spare = ENOUGH * _whole(asked)
    while len(groups) > 1 and (spare := spare - groups[0].weight) > 0:
        groups = groups[1:]
    return groups


def _whole(asked: Asked) -> float:
    return sum(group.weight for group in asked.groups)


def _any(ways: Iterable[Way]) -> Sql:
    """What is said stands in any order, what it means besides as one saying."""
    ways = list(ways)
    said = [_query([way]) for way in ways if way.kind is not Kind.MEANS]
    means = [way for way in ways if way.kind is Kind.MEANS]
    return joined(" || ", [*said, *([_query(means)] if means else [])])


def _query(ways: list[Way]) -> Sql:
    if ways[0].kind is not Kind.MEANS:
        return sql("plainto_tsquery('english', %s)", ways[0].words)
    return sql("websearch_to_tsquery('english', %s)", " or ".join(f'"{way.words}"' for way in ways))
