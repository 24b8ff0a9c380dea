"""The case itself: opened, held, closed, and who looks after it."""

from typing import Any

from django.db.models import F, QuerySet

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import CaseStatus, TimelineKind
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.timeline import TimelineEntry, TimelineRow

STEP_TITLES = {
    CaseStatus.OPEN: "Open",
    CaseStatus.ON_HOLD: "Put on hold",
    CaseStatus.CLOSED: "Closed",
}


def _steps(case: Case) -> QuerySet[Any]:
    return timeline.told(case.steps.all(), at=F("at"), status=F("status"), words=F("words"))


def _step_entry(row: TimelineRow) -> TimelineEntry:
    return row.entry(STEP_TITLES[CaseStatus(row.facts["status"])], words=row.facts["words"])


def _allocations(case: Case) -> QuerySet[Any]:
    allocations = case.allocations.all()
    return timeline.told(allocations, at=F("started_at"), worker=F("worker__name"), reason=F("reason"))


def _allocation_entry(row: TimelineRow) -> TimelineEntry:
    lines = (row.facts["reason"],) if row.facts["reason"] else ()
    return row.entry(f"Given to {row.facts['worker']}", lines=lines)


timeline.register(TimelineKind.CASE, rows=_steps, entry=_step_entry)
timeline.register(TimelineKind.CASE, rows=_allocations, entry=_allocation_entry)
