"""Colleagues standing in for one another: leave and cover, and records opened from outside the caseload."""

from collections.abc import Sequence
from datetime import timedelta

from linkworks.demonstration.crew import leave
from linkworks.demonstration.days import day_of, in_office_hours, working_day_on_or_after
from linkworks.demonstration.spells import Spell
from linkworks.demonstration.world import World
from linkworks.domain.casework.models import CaseNote, Cover
from linkworks.foundation.access.models import RecordOpening

OPENINGS = 34
OPENED_WITHIN = 60  # days
CORRECTED = 0.012
REASONS = {
    RecordOpening.Reason.CLIENT_RANG: 46.0,
    RecordOpening.Reason.ON_DUTY: 30,
    RecordOpening.Reason.COVERING: 18,
    RecordOpening.Reason.OTHER: 6,
}
OTHER_WORDS = ("Asked by the practice", "Looking for a flat-mate of the same name", "Supervision")


def arrange_leave(world: World) -> None:
    """Known beforehand, so that nobody is booked while they are away."""
    for away, colleague, first, last in leave(world.crew.workers, world.day, world.chance.of("leave")):
        world.diary.go_away(away.user.pk, first, last)
        made_at = in_office_hours(first - timedelta(days=9), world.chance.of("cover"))
        cover = world.rows.add(
            Cover,
            made_at,
            team=world.crew.team,
            away=away.user,
            covered_by=colleague.user,
            starts_on=first,
            ends_on=last,
            by=world.crew.lead,
        )
        world.log.change(
            world.crew.lead,
            "cover.arranged",
            made_at,
            cover,
            None,
            away=away.user.pk,
            covered_by=colleague.user.pk,
        )


def open_records(world: World, spells: Sequence[Spell]) -> None:
    """Somebody rang while their own worker was out, and a colleague looked; each said why."""
    chance = world.chance.of("openings")
    seen: set[tuple[object, object, object]] = set()
    for _ in range(OPENINGS):
        spell = chance.one([spell for spell in spells if spell.is_open and not spell.arrival.part])
        by = chance.one([worker for worker in world.crew.workers if worker != spell.worker])
        day = working_day_on_or_after(world.days_ago(chance.between(2, OPENED_WITHIN)))
        if day < max(day_of(spell.case.opened_at), world.days_ago(OPENED_WITHIN)) or day >= world.day:
            continue
        key = (spell.case.person_id, by.user.pk, day)
        if key in seen or world.diary.is_away(by.user.pk, day):
            continue
        seen.add(key)
        reason = chance.weighted(REASONS)
        when = in_office_hours(day, chance)
        said = chance.one(OTHER_WORDS) if reason is RecordOpening.Reason.OTHER else ""
        opening = world.rows.add(
            RecordOpening,
            when,
            team=world.crew.team,
            person_id=spell.case.person_id,
            user_id=by.user.pk,
            on_day=day,
            reason=reason,
            words=said,
        )
        world.log.change(by.user, "record.opened", when, opening, spell.case.person_id, reason=reason)
        world.log.look(by.user, "casework.case", when, [spell.case.person_id], reason)


def correct_some_notes(world: World) -> None:
    """Put right by addition: the old note stays."""
    chance = world.chance.of("corrections")
    closed_at = {note.case_id: note.case.closed_at for note in world.rows.of(CaseNote)}
    for note in list(world.rows.of(CaseNote)):
        when = note.created_at + timedelta(minutes=chance.between(20, 400))
        end = closed_at[note.case_id] or world.midnight
        if when < end and chance.happens(CORRECTED):
            words = (
                "Correction: the date I gave is a day out, it is the day after."
                if chance.happens(0.5)
                else ("Correction: it was the neighbour and not the sister. I had it wrong.")
            )
            added = world.on_case(CaseNote, note.case, note.by, when, body=words, at=when, corrects=note)
            world.log.change(note.by, "note.corrected", when, added, note.person_id, corrects=note.pk)
