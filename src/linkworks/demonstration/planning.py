"""Laying out a case in time, in the diary of whoever has it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from linkworks.demonstration import figures
from linkworks.demonstration.days import ONE_DAY, at, day_of, in_office_hours
from linkworks.demonstration.figures import PACES, Path
from linkworks.demonstration.spells import Meeting, Place, Spell, Talk, Try, places_of
from linkworks.demonstration.world import World
from linkworks.domain.casework.choices import AttemptOutcome, Way
from linkworks.domain.people.choices import AdjustmentKind
from linkworks.foundation.core.working_days import add_working_days, is_working_day

FAILED_CALLS = {
    AttemptOutcome.NO_ANSWER: 62.0,
    AttemptOutcome.VOICEMAIL: 22,
    AttemptOutcome.SOMEBODY_ELSE: 4,
    AttemptOutcome.CALL_LATER: 9,
    AttemptOutcome.BUSY: 3,
}
PARTS_OF_DAY = ((9, 10), (11, 13), (14, 17))
IN_PERSON = frozenset({Way.PRACTICE, Way.HOME, Way.COMMUNITY})
AFTER_TALK = timedelta(minutes=50)


class Planner:
    def __init__(self, world: World) -> None:
        self._world = world

    def lay_out(self, spell: Spell) -> None:
        """Fill in what happened up to now, and the next thing to come."""
        day = self._first_day(spell)
        failures = self._failures(spell)
        for number in range(failures):
            self._try(spell, day, number)
            day = add_working_days(day, spell.chance.between(1, 3))
        if spell.path is Path.NEVER_REACHED:
            self._give_up(spell)
        else:
            self._talk_through(spell, day)
        self._cut_at_midnight(spell)

    def _first_day(self, spell: Spell) -> date:
        days = spell.chance.weighted(figures.FIRST_TRY_DAYS)
        return add_working_days(day_of(spell.case.opened_at), max(1, days))

    def _failures(self, spell: Spell) -> int:
        if spell.path is Path.NEVER_REACHED:
            return spell.chance.between(3, 4)
        failures = 0
        while failures < figures.MOST_TRIES_BEFORE_FIRST and spell.chance.happens(figures.NO_ANSWER_FIRST):
            failures += 1
        return failures

    def _try(self, spell: Spell, day: date, number: int) -> None:
        """Each at another time of the day."""
        worker = spell.worker_at(at(day, 12))
        day = self._world.diary.present_day(worker.user.pk, day)
        first, last = PARTS_OF_DAY[number % len(PARTS_OF_DAY)]
        moment = in_office_hours(day, spell.chance, first=first, last=last - 1)
        outcome = spell.chance.weighted(FAILED_CALLS)
        if outcome is AttemptOutcome.VOICEMAIL and not spell.arrival.somebody.may_voicemail:
            outcome = AttemptOutcome.NO_ANSWER
        spell.tries.append(Try(at=moment, way=Way.PHONE, outcome=outcome, by=worker))

    def _give_up(self, spell: Spell) -> None:
        """A letter, the time to answer it, and the end."""
        worker = spell.worker_at(spell.tries[-1].at)
        day = add_working_days(day_of(spell.tries[-1].at), spell.chance.between(1, 2))
        letter = in_office_hours(self._world.diary.present_day(worker.user.pk, day), spell.chance)
        spell.tries.append(Try(at=letter, way=Way.LETTER, outcome=AttemptOutcome.LETTER_SENT, by=worker))
        waited = add_working_days(day_of(letter), figures.LETTER_WAIT + spell.chance.between(1, 4))
        spell.closed_at = in_office_hours(self._world.diary.present_day(worker.user.pk, waited), spell.chance)

    def _talk_through(self, spell: Spell, day: date) -> None:
        pace = PACES[spell.path]
        number = spell.chance.near(pace.usual, pace.spread, pace.least, pace.most)
        for place in places_of(number, has_ending=spell.is_supported):
            day = self._before(spell, day, place)
            spell.talks.append(self._talk(spell, day, place))
            if not self._world.is_past(spell.talks[-1].at):
                return
            gap = pace.days / max(1, number - 1) * spell.chance.between(60, 140) / 100
            day = _in_the_week(day_of(spell.talks[-1].at) + max(1, round(gap)) * ONE_DAY, spell)
        self._end(spell, day)

    def _before(self, spell: Spell, day: date, place: Place) -> date:
        """Sometimes nobody answers at first, or nobody comes."""
        if place is Place.FIRST:
            return day
        if spell.chance.happens(figures.MISSED):
            worker = spell.worker_at(at(day, 9))
            moment = self._world.diary.take(worker.user.pk, day, spell.chance)
            booked_at = spell.talks[-1].at
            spell.tries.append(
                Try(at=moment, way=Way.PRACTICE, outcome=AttemptOutcome.MISSED, by=worker, booked_at=booked_at)
            )
            return day_of(moment) + 2 * ONE_DAY
        if spell.chance.happens(figures.NO_ANSWER_LATER):
            self._try(spell, day, spell.chance.between(0, 2))
            return day_of(spell.tries[-1].at) + ONE_DAY
        return day

    def _talk(self, spell: Spell, day: date, place: Place) -> Talk:
        way = spell.chance.weighted(_ways(spell, place))
        worker = spell.worker_at(at(day, 9))
        moment = self._world.diary.take(worker.user.pk, day, spell.chance)
        booked = way in IN_PERSON or spell.chance.happens(figures.BOOKED_CALL)
        if not booked:
            moment += timedelta(minutes=spell.chance.between(0, 20))
        return Talk(
            at=moment,
            way=way,
            minutes=_minutes(spell, way, place),
            place=place,
            by=worker,
            booked_at=spell.before(moment) if booked else None,
        )

    def _end(self, spell: Spell, day: date) -> None:
        last = spell.talks[-1].at
        if spell.path is Path.LOST_TOUCH:
            for number in range(3):
                self._try(spell, day, number)
                day = add_working_days(day_of(spell.tries[-1].at), spell.chance.between(1, 4))
            self._give_up(spell)
        elif spell.path is Path.DIED:
            later = self._world.diary.present_day(
                spell.worker.user.pk, day_of(last) + spell.chance.between(6, 20) * ONE_DAY
            )
            spell.closed_at = in_office_hours(later, spell.chance)
        else:
            spell.closed_at = last + AFTER_TALK

    def _cut_at_midnight(self, spell: Spell) -> None:
        """What lies ahead has not happened; the next of it is planned."""
        ahead = [talk for talk in spell.talks if not self._world.is_past(talk.at)]
        spell.talks = [talk for talk in spell.talks if self._world.is_past(talk.at)]
        spell.tries = [one for one in spell.tries if self._world.is_past(one.at)]
        if spell.closed_at is not None and not self._world.is_past(spell.closed_at):
            spell.closed_at = None
        if ahead and spell.talks:
            spell.upcoming = Meeting(at=ahead[0].at, way=ahead[0].way, is_booked=ahead[0].booked_at is not None)


def _in_the_week(day: date, spell: Spell) -> date:
    """What would fall on a day off is put on one of the days after, so that Mondays are no fuller than others."""
    return day if is_working_day(day) else add_working_days(day, spell.chance.between(1, 4))


def _ways(spell: Spell, place: Place) -> Mapping[Way, float]:
    if AdjustmentKind.HEARING in spell.arrival.somebody.needs:
        return figures.WAYS_WITH_HEARING_LOSS
    return figures.FIRST_WAYS if place is Place.FIRST else figures.WAYS


def _minutes(spell: Spell, way: Way, place: Place) -> int:
    usual = 45 if way in IN_PERSON else 25
    return 5 * round(spell.chance.near(usual + 10 * (place is Place.FIRST), 8, 10, 75) / 5)


def is_soon(meeting: Meeting | None, now: datetime) -> bool:
    return meeting is not None and meeting.at < now + 6 * ONE_DAY
