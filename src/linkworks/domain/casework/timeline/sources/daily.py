"""Conversations, tries, notes, appointments and tasks."""

from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import Coalesce, JSONObject
from django.urls import reverse

from linkworks.domain.casework import timeline
from linkworks.domain.casework.choices import (
    AppointmentStatus,
    AttemptOutcome,
    ContactOutcome,
    TimelineKind,
    Way,
)
from linkworks.domain.casework.models import Case
from linkworks.domain.casework.timeline import Correction, Struck, TimelineEntry, TimelineRow
from linkworks.domain.casework.timeline.registry import NOBODY
from linkworks.foundation.core import words


def _contacts(case: Case) -> QuerySet[Any]:
    return timeline.told(
        case.contacts.all(),
        at=F("at"),
        way=F("way"),
        minutes=F("minutes"),
        outcomes=F("outcomes"),
        next_step=F("next_step"),
        note_id=F("note__pk"),
        note=F("note__body"),
        corrections=_corrections_of(case, "note__pk"),
        **timeline.STRUCK,
    )


def _contact_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    went = [ContactOutcome(outcome).label for outcome in facts["outcomes"]]
    lines = [", ".join(went), f"Next step: {facts['next_step']}" if facts["next_step"] else ""]
    minutes = f", {words.count(facts['minutes'], 'minute')}" if facts["minutes"] else ""
    return row.entry(
        f"{Way(facts['way']).label}{minutes}",
        lines=tuple(line for line in lines if line),
        words=facts["note"] or "",
        note_id=row.uuid("note_id"),
        corrections=_corrections(row),
        strike_url=reverse("casework:contact_in_error", args=[row.id]),
    )


def _attempts(case: Case) -> QuerySet[Any]:
    attempts = case.contactattempts.all()
    return timeline.told(attempts, at=F("at"), way=F("way"), outcome=F("outcome"), words=F("words"), **timeline.STRUCK)


def _attempt_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    title = f"{AttemptOutcome(facts['outcome']).label}, {Way(facts['way']).label.lower()}"
    return row.entry(title, words=facts["words"], strike_url=reverse("casework:try_in_error", args=[row.id]))


def _notes(case: Case) -> QuerySet[Any]:
    """Notes that stand alone; those of a contact, and that a note was entered in error, are told with it."""
    return timeline.told(
        case.casenotes.filter(contact__isnull=True, strikes=False),
        at=F("at"),
        note=F("body"),
        corrected_at=F("corrects__at"),
        corrections=_corrections_of(case, "pk"),
    )


def _note_entry(row: TimelineRow) -> TimelineEntry:
    corrects = row.facts["corrected_at"]
    return row.entry(
        f"correction to the note of {words.full_date(row.moment('corrected_at'))}" if corrects else "",
        words=row.facts["note"],
        note_id=row.id,
        corrections=_corrections(row),
        strike_url="" if corrects else reverse("casework:note_in_error", args=[row.id]),
        struck=_struck_note(row),
    )


def _corrections_of(case: Case, note: str) -> ArraySubquery:
    corrections = case.casenotes.filter(corrects=OuterRef(note)).order_by("at")
    return ArraySubquery(
        corrections.values(told=JSONObject(at="at", by_name="by__name", words="body", strikes="strikes"))
    )


def _corrections(row: TimelineRow) -> tuple[Correction, ...]:
    return tuple(
        Correction(datetime.fromisoformat(told["at"]), told["by_name"] or NOBODY, told["words"])
        for told in row.facts["corrections"]
        if not told["strikes"]
    )


def _struck_note(row: TimelineRow) -> Struck | None:
    for told in row.facts["corrections"]:
        if told["strikes"]:
            return Struck(datetime.fromisoformat(told["at"]), told["by_name"] or NOBODY, told["words"])
    return None


def _appointments(case: Case) -> QuerySet[Any]:
    return timeline.told(
        case.appointments.all(),
        at=F("starts_at"),
        worker=F("worker__name"),
        way=F("way"),
        place=F("place"),
        status=F("status"),
    )


def _appointment_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    where = f"{facts['place']}, with {facts['worker']}" if facts["place"] else f"With {facts['worker']}"
    return row.entry(f"{Way(facts['way']).label}, {AppointmentStatus(facts['status']).label.lower()}", lines=(where,))


def _moves(case: Case) -> QuerySet[Any]:
    return timeline.told(
        case.appointmentmoves.all(),
        at=F("at"),
        was_at=F("was_at"),
        worker=F("was_with__name"),
        way=F("was_way"),
        place=F("was_place"),
    )


def _move_entry(row: TimelineRow) -> TimelineEntry:
    facts = row.facts
    where = f"{Way(facts['way']).label}, {facts['place']}" if facts["place"] else Way(facts["way"]).label
    was_at = words.full_moment(row.moment("was_at"))
    return row.entry(f"moved, it was {was_at}", lines=(f"{where}, with {facts['worker']}",))


def _tasks(case: Case) -> QuerySet[Any]:
    tasks = case.tasks.all()
    told_at = Coalesce("done_at", "created_at")
    return timeline.told(
        tasks,
        at=told_at,
        title=F("title"),
        worker=F("worker__name"),
        due_on=F("due_on"),
        done_at=F("done_at"),
        was_dropped=F("was_dropped"),
        changes=_changes_of(case),
    )


def _changes_of(case: Case) -> ArraySubquery:
    changes = case.taskchanges.filter(task=OuterRef("pk")).order_by("-at")
    told = JSONObject(at="at", by="by__name", title="was_title", due_on="was_due_on", worker="was_with__name")
    return ArraySubquery(changes.values(told=told))


def _task_entry(row: TimelineRow) -> TimelineEntry:
    if row.facts["done_at"]:
        how = "Dropped" if row.facts["was_dropped"] else "Done"
        state = f"{how} {words.full_date(row.moment('done_at'))}"
    else:
        state = f"Due {words.full_date(row.day('due_on'))}"
    before = (_as_it_was(change) for change in row.facts["changes"])
    return row.entry(row.facts["title"], lines=(f"{state}, {row.facts['worker']}", *before))


def _as_it_was(change: dict[str, Any]) -> str:
    until = words.full_date(datetime.fromisoformat(change["at"]))
    due_on = words.full_date(date.fromisoformat(change["due_on"]))
    by = change["by"] or NOBODY
    return f"Until {until}: “{change['title']}”, due {due_on}, {change['worker']}. Changed by {by}"


timeline.register(TimelineKind.CONTACTS, rows=_contacts, entry=_contact_entry)
timeline.register(TimelineKind.CONTACTS, rows=_attempts, entry=_attempt_entry)
timeline.register(TimelineKind.NOTES, rows=_notes, entry=_note_entry)
timeline.register(TimelineKind.APPOINTMENTS, rows=_appointments, entry=_appointment_entry)
timeline.register(TimelineKind.APPOINTMENTS, rows=_moves, entry=_move_entry)
timeline.register(TimelineKind.TASKS, rows=_tasks, entry=_task_entry)
