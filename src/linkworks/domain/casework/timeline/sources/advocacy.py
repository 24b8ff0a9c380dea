"""What was looked into, and speaking up for the person."""

from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import AdvocacyResult, TimelineKind
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.timeline import TimelineEntry, TimelineRow


def _research(case: Case) -> QuerySet[Any]:
    return timeline.told(
        case.researchtasks.all(),
        at=Coalesce("found_at", "at"),
        by="worker",
        question=F("question"),
        found=F("found"),
        source=F("source"),
    )


def _research_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    title = f"Looked into: {facts['question']}" if facts["found"] else f"To look into: {facts['question']}"
    lines = (f"Source: {facts['source']}",) if facts["source"] else ()
    return row.entry(title, lines=lines, words=facts["found"])


def _advocacy(case: Case) -> QuerySet[Any]:
    return timeline.told(
        case.advocacys.all(), at=F("at"), about=F("about"), with_whom=F("with_whom"), position=F("position")
    )


def _advocacy_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    return row.entry(f"Speaking up: {facts['about']}", lines=(f"With {facts['with_whom']}",), words=facts["position"])


def _steps(case: Case) -> QuerySet[Any]:
    steps = case.advocacysteps.all()
    return timeline.told(steps, at=F("at"), about=F("advocacy__about"), words=F("words"), result=F("result"))


def _step_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    lines = (f"Result: {AdvocacyResult(facts['result']).label}",) if facts["result"] else ()
    return row.entry(f"Speaking up: {facts['about']}", lines=lines, words=facts["words"])


timeline.register(TimelineKind.ADVOCACY, rows=_research, entry=_research_entry)
timeline.register(TimelineKind.ADVOCACY, rows=_advocacy, entry=_advocacy_entry)
timeline.register(TimelineKind.ADVOCACY, rows=_steps, entry=_step_entry)
