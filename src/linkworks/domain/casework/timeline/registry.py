from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Func, IntegerField, QuerySet, Value
from django.db.models.functions import Coalesce, JSONObject

from linkworks.domain.casework.choices import TimelineKind
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.timeline.entries import TimelineEntry, TimelineRow

ENTRIES_PER_PAGE = 50
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
    """Add a source. `rows` gives the case's rows through `told`; `entry` words one of them."""
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
    sources = [source for source in _sources if kind in (None, source.kind)]
    start = (page - 1) * ENTRIES_PER_PAGE
    rows = list(_together(sources, case)[start : start + ENTRIES_PER_PAGE + 1]) if sources else []
    entries = tuple(_entry(sources[number], told) for *told, number in rows[:ENTRIES_PER_PAGE])
    return TimelinePage(entries, has_older=len(rows) > ENTRIES_PER_PAGE)


def _together(sources: Sequence[Source], case: Case) -> QuerySet[Any]:
    first: QuerySet[Any]
    first, *others = (
        source.rows(case).annotate(source=Value(number, output_field=IntegerField()))
        for number, source in enumerate(sources)
    )
    return first.union(*others, all=True).order_by("-told_at", "pk")


def _entry(source: Source, told: Sequence[Any]) -> TimelineEntry:
    row_id, at, by_name, facts = told
    return source.entry(TimelineRow(source.kind, at, row_id, by_name, facts))
