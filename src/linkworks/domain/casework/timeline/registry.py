import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import CharField, F, Func, IntegerField, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject

from linkworks.domain.casework.any_case import ANY_CASE, ids_of
from linkworks.domain.casework.choices import TimelineKind
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.timeline.entries import TimelineEntry, TimelineRow
from linkworks.foundation.core.prepared import prepared_cursor

ENTRIES_PER_PAGE = 50
STRUCK: dict[str, Any] = {
    "struck_at": F("struck_at"),
    "struck_by": F("struck_by__name"),
    "struck_because": F("struck_because"),
}
"""Facts of rows that may be marked as entered in error."""
NOBODY = "Linkworks"  # what happened by itself: a job, a public form

Rows = Callable[[Case], QuerySet[Any]]
Entry = Callable[[TimelineRow], TimelineEntry]


@dataclass(frozen=True)
class Source:
    kind: TimelineKind
    rows: Rows
    entry: Entry


@dataclass(frozen=True)
class TimelinePage:
    entries: tuple[TimelineEntry, ...]
    has_older: bool


_sources: list[Source] = []


def register(kind: TimelineKind, *, rows: Rows, entry: Entry) -> None:
    """Add a source. `rows` gives the case's rows through `told`; `entry` words one of them.

    `rows` is asked once and its statement kept: it may name the case, its person and its team by their ids, and
    nothing else that changes.
    """
    source = Source(kind, rows, entry)
    if source not in _sources:
        _sources.append(source)


def kinds() -> list[TimelineKind]:
    """The kinds that somebody tells of, in the order of their list."""
    known = {source.kind for source in _sources}
    return [kind for kind in TimelineKind if kind in known]


def told(queryset: QuerySet[Any], *, at: F | Func, by: str = "by", **facts: Any) -> QuerySet[Any]:
    """These rows as the timeline reads them: when (`at`), by whom (`by`, a key to a user), and facts for the entry."""
    who = Coalesce(F(f"{by}__name"), Value(NOBODY), output_field=CharField())
    rows: QuerySet[Any] = queryset.annotate(told_at=at, told_by=who, told_facts=JSONObject(**facts)).order_by()
    return rows.values_list("pk", "told_at", "told_by", "told_facts")


def read(case: Case, *, kind: TimelineKind | None = None, page: int = 1) -> TimelinePage:
    """One page of the timeline, newest first: all of it, or one kind."""
    sources = tuple(source for source in _sources if kind in (None, source.kind))
    start = (page - 1) * ENTRIES_PER_PAGE
    rows = _rows(sources, case, start, ENTRIES_PER_PAGE + 1) if sources else []
    entries = tuple(_entry(sources[number], told) for *told, number in rows[:ENTRIES_PER_PAGE])
    return TimelinePage(entries, has_older=len(rows) > ENTRIES_PER_PAGE)


def _rows(sources: tuple[Source, ...], case: Case, start: int, count: int) -> list[tuple[Any, ...]]:
    sql, parameters = _statement(sources)
    ids = ids_of(case)
    with prepared_cursor() as cursor:
        cursor.execute(f"{sql} LIMIT %s OFFSET %s", [*(ids.get(one, one) for one in parameters), count, start])
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


@cache
def _statement(sources: tuple[Source, ...]) -> tuple[str, tuple[Any, ...]]:
    """All sources together, for the case that stands for every case."""
    first: QuerySet[Any]
    first, *others = (
        source.rows(ANY_CASE).annotate(source=Value(number, output_field=IntegerField()))
        for number, source in enumerate(sources)
    )
    together = first.union(*others, all=True).order_by("-told_at", "pk")
    sql, parameters = together.query.sql_with_params()
    return sql, tuple(parameters)


def _entry(source: Source, told: Sequence[Any]) -> TimelineEntry:
    row_id, at, by_name, facts = told
    return source.entry(TimelineRow(source.kind, at, row_id, by_name, json.loads(facts)))
