from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import TimelineKind
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.timeline import TimelineEntry
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Added, Link, Tab, Tag, TimelineItem

KINDS = {
    TimelineKind.CONTACTS: ("Contact", "phone"),
    TimelineKind.NOTES: ("Note", "note"),
    TimelineKind.APPOINTMENTS: ("Appointment", "calendar"),
    TimelineKind.TASKS: ("Task", "tick"),
    TimelineKind.PLAN: ("Plan", "heart"),
    TimelineKind.ADVOCACY: ("On their behalf", "speech"),
    TimelineKind.OPTIONS: ("Options", "signpost"),
    TimelineKind.MEASURES: ("Measure", "chart"),
    TimelineKind.SAFETY: ("Safety", "warning"),
    TimelineKind.CASE: ("Case", "flag"),
}
"""The word that stands before an entry, and the drawing beside it."""
IN_ERROR = Tag("Entered in error", "grey")


@dataclass(frozen=True)
class TimelineView:
    items: tuple[TimelineItem, ...]
    filters: tuple[Tab, ...]
    newer: str
    older: str
    empty: str


def read_kind(asked: str) -> TimelineKind | None:
    """The kind in the address; anything else is all of it."""
    return TimelineKind(asked) if asked in TimelineKind.values else None


def timeline_view(case: Case, *, kind: TimelineKind | None, page: int) -> TimelineView:
    told = timeline.read(case, kind=kind, page=page)
    return TimelineView(
        items=tuple(_item(entry) for entry in told.entries),
        filters=tuple(_filters(kind)),
        newer=_address(kind, page - 1) if page > 1 else "",
        older=_address(kind, page + 1) if told.has_older else "",
        empty=f"Nothing under “{kind.label}” yet." if kind else "Nothing has happened yet.",
    )


def _item(entry: TimelineEntry) -> TimelineItem:
    word, icon = KINDS[entry.kind]
    return TimelineItem(
        kind=word,
        icon=icon,
        at=entry.at,
        who=entry.by_name,
        title=entry.title,
        text=entry.words,
        href=entry.url,
        tags=(IN_ERROR,) if entry.struck else (),
        lines=(*_struck(entry), *entry.lines),
        is_struck=entry.struck is not None,
        added=tuple(Added(one.at, one.by_name, one.words) for one in entry.corrections),
        actions=tuple(_actions(entry)),
    )


def _struck(entry: TimelineEntry) -> Iterable[str]:
    if entry.struck:
        struck = entry.struck
        yield f"Marked {words.full_moment(struck.at)} by {struck.by_name}: {struck.because}"


def _actions(entry: TimelineEntry) -> Iterable[Link]:
    if entry.struck:
        return
    if entry.note_id:
        yield _correct(entry)
    if entry.strike_url:
        yield Link("Entered in error?", entry.strike_url, hidden=f"{entry.title}, {words.full_moment(entry.at)}")


def _correct(entry: TimelineEntry) -> Link:
    address = reverse("casework:note_correct", args=[entry.note_id])
    return Link("Correct this note", address, hidden=f"of {words.full_moment(entry.at)}")


def _filters(chosen: TimelineKind | None) -> Iterable[Tab]:
    yield Tab("Everything", _address(None, 1), is_current=chosen is None)
    for kind in timeline.kinds():
        yield Tab(kind.label, _address(kind, 1), is_current=kind == chosen)


def _address(kind: TimelineKind | None, page: int) -> str:
    asked = ({"kind": kind.value} if kind else {}) | ({"page": str(page)} if page > 1 else {})
    return f"?{urlencode(asked)}#timeline"
