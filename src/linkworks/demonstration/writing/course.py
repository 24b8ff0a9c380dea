"""The course of a case: opened, allocated, held, and every contact that happened or was tried."""

from datetime import datetime, timedelta

from linkworks.demonstration.days import ONE_DAY, day_of, in_office_hours
from linkworks.demonstration.spells import Place, Spell, Talk, Try
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.domain.casework.choices import AppointmentStatus, AttemptOutcome, CaseStatus, ContactOutcome, Way
from linkworks.domain.casework.models import Allocation, Appointment, CaseStep, Contact, ContactAttempt
from linkworks.foundation.accounts.models import User

ALLOCATED = timedelta(seconds=1)
USUAL = {
    Place.FIRST: (ContactOutcome.LISTENED, ContactOutcome.WHAT_MATTERS),
    Place.PLAN: (ContactOutcome.PLANNED,),
    Place.MIDDLE: (ContactOutcome.LISTENED,),
    Place.REVIEW: (ContactOutcome.REVIEWED, ContactOutcome.LISTENED),
    Place.LAST: (ContactOutcome.REVIEWED,),
}
SAYINGS = {
    AttemptOutcome.NO_ANSWER: "no_answer",
    AttemptOutcome.VOICEMAIL: "voicemail",
    AttemptOutcome.BUSY: "busy",
    AttemptOutcome.SOMEBODY_ELSE: "somebody_else",
    AttemptOutcome.CALL_LATER: "call_later",
    AttemptOutcome.LETTER_SENT: "letter",
    AttemptOutcome.MISSED: "missed",
}
IN_PERSON = frozenset({Way.PRACTICE, Way.HOME, Way.COMMUNITY})


def write_course(world: World, spell: Spell, opened_by: User) -> None:
    add_step(world, spell, CaseStatus.OPEN, spell.case.opened_at, opened_by)
    _allocations(world, spell, opened_by)
    for talk in spell.talks:
        _contact(world, spell, talk)
    for one in spell.tries:
        _attempt(world, spell, one)
    if spell.talks:
        spell.case.first_contact_at = spell.talks[0].at
    if spell.held_at is not None:
        spell.case.status = CaseStatus.ON_HOLD
        words = spell.voice.say(world.wording.choose(phrases()["hold"]["words"], "hold"))
        add_step(world, spell, CaseStatus.ON_HOLD, spell.held_at, spell.worker.user, words)


def add_step(world: World, spell: Spell, status: CaseStatus, when: datetime, by: User, words: str = "") -> None:
    world.rows.add(
        CaseStep,
        when,
        team_id=spell.case.team_id,
        person_id=spell.case.person_id,
        case=spell.case,
        status=status,
        words=words,
        at=when,
        by=by,
    )


def _allocations(world: World, spell: Spell, by: User) -> None:
    ends: list[datetime | None] = [since - ALLOCATED for since, _, _ in spell.workers[1:]]
    former: User | None = None
    for (since, worker, reason), ended_at in zip(spell.workers, [*ends, None], strict=True):
        world.on_case(
            Allocation, spell.case, by, since, worker=worker.user, started_at=since, ended_at=ended_at, reason=reason
        )
        if former is None:
            world.log.change(
                by,
                "case.opened",
                since,
                spell.case,
                spell.case.person_id,
                support_level=spell.case.support_level,
                worker=worker.user.pk,
            )
        else:
            world.log.change(
                by,
                "case.allocated",
                since,
                spell.case,
                spell.case.person_id,
                worker=worker.user.pk,
                former=former.pk,
                handover=None,
            )
        former = worker.user


def _contact(world: World, spell: Spell, talk: Talk) -> None:
    world.tally.contacts += 1
    talk.did.extend(USUAL[talk.place])
    talk.contact = world.on_case(
        Contact,
        spell.case,
        talk.by.user,
        talk.at + timedelta(minutes=talk.minutes + 5),
        at=talk.at,
        way=talk.way,
        minutes=talk.minutes,
        outcomes=[],
    )
    if talk.booked_at is not None:
        add_appointment(
            world, spell, talk.at, talk.way, talk.booked_at, AppointmentStatus.KEPT, talk.by.user, talk.minutes
        )
    _look(world, spell, talk.at, talk.by.user)


def _attempt(world: World, spell: Spell, one: Try) -> None:
    words = world.wording.choose(phrases()[SAYINGS[one.outcome]]["words"], one.by.user.pk)
    attempt = world.on_case(
        ContactAttempt,
        spell.case,
        one.by.user,
        one.at + timedelta(minutes=1),
        at=one.at,
        way=one.way,
        outcome=one.outcome,
        words=spell.voice.say(words),
    )
    world.log.change(
        one.by.user,
        "contact.attempted",
        one.at + timedelta(minutes=1),
        attempt,
        spell.case.person_id,
        way=one.way,
        outcome=one.outcome,
    )
    if one.booked_at is not None:
        add_appointment(world, spell, one.at, one.way, one.booked_at, AppointmentStatus.MISSED, one.by.user)
    _look(world, spell, one.at, one.by.user)


def add_appointment(
    world: World,
    spell: Spell,
    when: datetime,
    way: Way,
    booked_at: datetime,
    status: AppointmentStatus,
    worker: User,
    minutes: int = 45,
) -> Appointment:
    one = spell.arrival.somebody
    minutes = max(30, minutes)
    alone = way is Way.HOME
    ends = when + timedelta(minutes=minutes)
    appointment: Appointment = world.on_case(
        Appointment,
        spell.case,
        worker,
        booked_at,
        worker=worker,
        starts_at=when,
        minutes=minutes,
        way=way,
        place=_place(world, spell, way),
        interpreter_language=one.language if one.interpreter_needed else "",
        interpreter_booked=one.interpreter_needed and spell.chance.happens(0.9),
        check_in_by=ends + timedelta(minutes=30) if alone else None,
        checked_in_at=ends + timedelta(minutes=10) if alone and status is not AppointmentStatus.BOOKED else None,
        status=status,
    )
    world.log.change(
        worker,
        "appointment.booked",
        booked_at,
        appointment,
        spell.case.person_id,
        worker=worker.pk,
        way=way,
        reminder="",
    )
    if status is AppointmentStatus.KEPT:
        world.log.change(worker, "appointment.kept", ends, appointment, spell.case.person_id)
    elif status is AppointmentStatus.MISSED:
        world.log.change(worker, "appointment.missed", ends, appointment, spell.case.person_id)
    return appointment


def _place(world: World, spell: Spell, way: Way) -> str:
    if way is Way.PRACTICE:
        return spell.arrival.somebody.practice.name
    if way is Way.COMMUNITY:
        return world.wording.choose(world.meeting_places, spell.worker.user.pk)
    return ""


def _look(world: World, spell: Spell, when: datetime, by: User) -> None:
    world.log.look(by, "casework.case", when - timedelta(minutes=spell.chance.between(1, 6)), [spell.case.person_id])


def hold_some(world: World, spell: Spell, share: float) -> None:
    """Now and then a case rests: nothing is planned in it until it goes on."""
    since = in_office_hours(day_of(spell.last_sign_of_life()) + 3 * ONE_DAY, spell.chance)
    if spell.is_open and spell.talks and world.is_past(since) and spell.chance.happens(share):
        spell.held_at = since
        spell.upcoming = None
