"""The timeline of a case: everything that happened, in order. Families and upper apps register what they know.

However long the case and however many the sources, one page of it is one query: each source names rows and the few
facts of each that its entry tells, and the database puts them together.

    timeline.register(TimelineKind.TASKS, rows=_tasks, entry=_task_entry)

    def _tasks(case: Case) -> QuerySet[Task]:
        return timeline.told(case.tasks.all(), at=F("created_at"), title=F("title"))

    def _task_entry(row: TimelineRow) -> TimelineEntry:
        return row.entry(row.facts["title"])

The kind stands before each title as a word ("Task: Ring the housing officer"), so that the title does not repeat it.
"""

from linkworks.domain.casework.timeline.entries import Correction, Struck, TimelineEntry, TimelineRow
from linkworks.domain.casework.timeline.registry import STRUCK, TimelinePage, kinds, read, register, told

__all__ = [
    "STRUCK",
    "Correction",
    "Struck",
    "TimelineEntry",
    "TimelinePage",
    "TimelineRow",
    "kinds",
    "read",
    "register",
    "told",
]
