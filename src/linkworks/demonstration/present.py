"""The day itself: today's appointments, and what comes next in every open case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from linkworks.demonstration.crew import Colleague
from linkworks.demonstration.days import ONE_DAY, at, day_of
from linkworks.demonstration.planning import is_soon
from linkworks.demonstration.post import Post
from linkworks.demonstration.registering import Registrar
from linkworks.demonstration.spells import Spell
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.demonstration.writing.course import add_appointment
from linkworks.domain.casework import reminders
from linkworks.domain.casework.choices import AppointmentStatus
from linkworks.domain.casework.models import Task
from linkworks.foundation.core.working_days import add_working_days
from linkworks.foundation.messaging.choices import Channel

TODAY = {"link.worker@example.org": 5}
TODAY_OTHERS = 3
LATE = 2


@dataclass(slots=True)
class Present:
    world: World
    post: Post
    registrar: Registrar

    def fill_the_day(self, spells: Sequence[Spell]) -> None:
        """Bring some of the next days' meetings forward, so that today is full on any day of the week."""
        for worker in self.world.crew.workers:
            if self.world.diary.is_away(worker.user.pk, self.world.day):
                continue
            theirs = [
                spell for spell in spells if spell.worker is worker and is_soon(spell.upcoming, self.world.midnight)
            ]
            theirs.sort(key=lambda spell: (not spell.arrival.part, spell.upcoming and spell.upcoming.at))
            wanted = TODAY.get(worker.sign_in.email, TODAY_OTHERS)
            for spell in theirs[:wanted]:
                self._bring_forward(spell, worker)

    def _bring_forward(self, spell: Spell, worker: Colleague) -> None:
        meeting = spell.upcoming
        if meeting is None or day_of(meeting.at) == self.world.day:
            return
        moment = self.world.diary.squeeze_in(worker.user.pk, self.world.day)
        if moment is not None:
            self.world.diary.release(worker.user.pk, meeting.at)
            meeting.at, meeting.is_booked = moment, True

    def leave_undone(self, spells: Sequence[Spell]) -> None:
        """Nobody gets round to everything: a task or two of each worker is late."""
        for worker in self.world.crew.workers:
            waiting = [spell for spell in spells if spell.worker is worker and self._may_be_late(spell)]
            for spell in waiting[:: max(1, len(waiting) // LATE)][:LATE]:
                made_at = spell.talks[-1].at + timedelta(hours=1)
                title = spell.voice.say(self.world.wording.choose(spell.story.tasks, worker.user.pk))
                due_on = add_working_days(self.world.day, -spell.chance.between(1, 3))
                self.world.on_case(
                    Task, spell.case, worker.user, made_at, title=title, worker=worker.user, due_on=due_on
                )

    def _may_be_late(self, spell: Spell) -> bool:
        if not (spell.is_open and spell.talks) or spell.held_at or spell.arrival.part:
            return False
        return day_of(spell.talks[-1].at) < self.world.days_ago(9)

    def plan_ahead(self, spell: Spell) -> None:
        """What comes next stands in the diary, or on the list of things to do."""
        if spell.upcoming is None or not spell.is_open:
            return
        meeting, worker = spell.upcoming, spell.worker.user
        booked_at = spell.last_sign_of_life() + timedelta(minutes=20)
        if meeting.is_booked:
            appointment = add_appointment(
                self.world, spell, meeting.at, meeting.way, booked_at, AppointmentStatus.BOOKED, worker
            )
            appointment.check_in_by = appointment.check_in_by if day_of(meeting.at) > self.world.day else None
            appointment.reminder_id = self._remind(spell, appointment.starts_at)
            return
        title = spell.voice.say(self.world.wording.choose(phrases()["next_step"]["phone"], worker.pk))
        self.world.on_case(Task, spell.case, worker, booked_at, title=title, worker=worker, due_on=day_of(meeting.at))

    def _remind(self, spell: Spell, starts_at: datetime) -> UUID | None:
        person_id = spell.case.person_id
        ways = reminders.safe_ways(self.registrar.known[person_id])
        leaves_at = at(day_of(starts_at) - ONE_DAY, reminders.TIME_OF_DAY.hour)
        if not ways or not spell.chance.happens(0.6):
            return None
        channel = Channel.TEXT if Channel.TEXT in ways else Channel.EMAIL
        text = reminders.wording(spell.worker.user.name, starts_at, self.world.crew.team.telephone)
        written_at = min(spell.last_sign_of_life() + timedelta(minutes=20), leaves_at)
        return self.post.send(
            ways[channel],
            "Reminder of our meeting",
            text,
            written_at,
            about=person_id,
            channel=channel,
            leaves_at=leaves_at,
        ).pk
