"""What calls and needs tell the timeline of a case. Importing this registers both. Concerns tell it nothing."""

from typing import Any

from django.db.models import F, QuerySet

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import TimelineKind
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.timeline import TimelineEntry, TimelineRow
from linkworks.domain.outreach.choices import NeedState
from linkworks.domain.outreach.selectors.of_person import attempts_about, need_steps_about


def _calls(case: Case) -> QuerySet[Any]:
    return timeline.told(
        attempts_about(case),
        at=F("at"),
        outcome=F("outcome__label"),
        campaign=F("contact__campaign__name"),
        words=F("note"),
    )


def _call_entry(row: TimelineRow) -> TimelineEntry:
    title = f"Call for {row.facts['campaign']}: {row.facts['outcome'].lower()}"
    return row.entry(title, words=row.facts["words"])


def _needs(case: Case) -> QuerySet[Any]:
    return timeline.told(
        need_steps_about(case),
        at=F("at"),
        type=F("need__type__label"),
        state=F("state"),
        with_whom=F("provider__name"),
        words=F("words"),
    )


def _need_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    title = f"Needed, said in a call: {facts['type']}"
    lines = (NeedState(facts["state"]).label, facts["with_whom"] or "")
    return row.entry(title, lines=tuple(filter(None, lines)), words=facts["words"])


timeline.register(TimelineKind.CONTACTS, rows=_calls, entry=_call_entry)
timeline.register(TimelineKind.PLAN, rows=_needs, entry=_need_entry)
