"""Measures, safety paths, safeguarding concerns."""

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import (
    ConcernDeed,
    MeasurePoint,
    NotAskedReason,
    PathTrigger,
    SafetyDeed,
    TimelineKind,
)
from linkworks.domain.casework.measures import INSTRUMENTS
from linkworks.domain.casework.models import (
    Case,
)
from linkworks.domain.casework.timeline import TimelineEntry, TimelineRow


def _measures(case: Case) -> QuerySet[Any]:
    return timeline.told(
        case.measureresponses.all(),
        at=F("at"),
        case_id=F("case_id"),
        instrument=F("instrument"),
        point=F("point"),
        not_asked=F("not_asked"),
        words=F("not_asked_words"),
        **timeline.STRUCK,
    )


def _measure_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    name = INSTRUMENTS[facts["instrument"]].name
    strike_url = reverse("casework:reading_in_error", args=[row.id])
    if facts["not_asked"]:
        reason = NotAskedReason(facts["not_asked"]).label
        return row.entry(f"{name}: not asked", lines=(reason,), words=facts["words"], strike_url=strike_url)
    url = reverse("casework:measure_reading", args=[facts["case_id"], row.id])
    return row.entry(name, lines=(MeasurePoint(facts["point"]).label,), url=url, strike_url=strike_url)


def _paths(case: Case) -> QuerySet[Any]:
    paths = case.safetypaths.all()
    return timeline.told(paths, at=F("created_at"), case_id=F("case_id"), trigger=F("trigger"))


def _path_entry(row: TimelineRow) -> TimelineEntry:
    url = reverse("casework:safety_path_open", args=[row.facts["case_id"], row.id])
    return row.entry("path opened", lines=(PathTrigger(row.facts["trigger"]).label,), url=url)


def _path_steps(case: Case) -> QuerySet[Any]:
    steps = case.safetysteps.all()
    return timeline.told(steps, at=F("at"), deed=F("deed"), with_whom=F("with_whom"), words=F("words"))


def _path_step_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    lines = (f"Spoke to {facts['with_whom']}",) if facts["with_whom"] else ()
    return row.entry(SafetyDeed(facts["deed"]).label, lines=lines, words=facts["words"])


def _concerns(case: Case) -> QuerySet[Any]:
    concerns = case.safeguardingconcerns.all()
    return timeline.told(
        concerns, at=F("created_at"), case_id=F("case_id"), lead=F("lead__name"), deputy=F("deputy__name")
    )


def _concern_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    url = reverse("casework:concern", args=[facts["case_id"], row.id])
    told = f"Told {facts['lead']} and {facts['deputy']}"
    return row.entry("safeguarding concern raised", lines=(told,), url=url)


def _concern_steps(case: Case) -> QuerySet[Any]:
    """What was done, without the words: those stand on the concern's own page."""
    steps = case.safeguardingsteps.all()
    return timeline.told(
        steps, at=F("at"), case_id=F("case_id"), concern_id=F("concern_id"), deed=F("deed"), with_whom=F("with_whom")
    )


def _concern_step_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    url = reverse("casework:concern", args=[facts["case_id"], facts["concern_id"]])
    lines = (f"With {facts['with_whom']}",) if facts["with_whom"] else ()
    return row.entry(f"safeguarding concern, {ConcernDeed(facts['deed']).label.lower()}", lines=lines, url=url)


timeline.register(TimelineKind.MEASURES, rows=_measures, entry=_measure_entry)
timeline.register(TimelineKind.SAFETY, rows=_paths, entry=_path_entry)
timeline.register(TimelineKind.SAFETY, rows=_path_steps, entry=_path_step_entry)
timeline.register(TimelineKind.SAFETY, rows=_concerns, entry=_concern_entry)
timeline.register(TimelineKind.SAFETY, rows=_concern_steps, entry=_concern_step_entry)
