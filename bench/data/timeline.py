"""What happened in a case: as many entries on its timeline as are asked for."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from random import Random
from uuid import uuid4

from bench.data import words
from bench.data.cases import Spell, Stage
from linkworks.domain.casework.choices import (
    AppointmentStatus,
    AttemptOutcome,
    ContactOutcome,
    GoalStatus,
    MeasurePoint,
    NeedCategory,
    NeedStatus,
    Way,
)
from linkworks.domain.casework.models import (
    Appointment,
    Case,
    CaseNote,
    CaseRecord,
    Contact,
    ContactAttempt,
    Goal,
    GoalMove,
    GoalScore,
    MeasureResponse,
    Need,
    NeedMove,
    ResearchTask,
    SupportPlan,
    Task,
    WhatMatters,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

LONGEST = 200
FIRST_ENTRIES = 14  # opened, given to a worker, the first contact, and those of the plan
MOST_IN_DIARY = 2
USUAL = 20


class Story:
    """Writes the rows of one case. `happen` adds so many entries, spread over the time that the case is open."""

    def __init__(self, spell: Spell, case: Case, actor: Actor) -> None:
        self.spell, self.case, self.actor = spell, case, actor
        self.chance = Random(f"story {spell.number}")
        self.goals: list[Goal] = []

    def row(self, table: type[CaseRecord], **values: object) -> CaseRecord:
        return table.on(self.case, self.actor, id=uuid4(), **values)

    def plan(self, at: datetime) -> Iterator[CaseRecord]:
        """Eleven entries: what matters, three needs, the plan, two goals with a score each, two measures."""
        yield self.row(WhatMatters, words=words.WHAT_MATTERS, said_at=at)
        for category in self.chance.sample(list(NeedCategory), 3):
            need = self.row(Need, category=category)
            yield need
            yield self.row(NeedMove, need=need, status=NeedStatus.OPEN, at=at)
        plan = self.row(SupportPlan, agreed_at=at)
        yield plan
        for wish in self.chance.sample(words.WORDS["goals"], 2):
            goal = self.row(Goal, plan=plan, words=wish)
            self.goals.append(goal)
            yield goal
            yield self.row(GoalMove, goal=goal, status=GoalStatus.ACTIVE, at=at)
            yield from self.score(at)
        for _ in range(2):
            yield from self.measure(at)

    def happen(self, entries: int, times: Iterable[datetime]) -> Iterator[CaseRecord]:
        deeds = self.chance.choices(list(DEEDS), DEEDS.values(), k=entries)
        for deed, at in zip(deeds, times, strict=True):
            yield from deed(self, at)

    def contact(self, at: datetime) -> Iterator[CaseRecord]:
        contact = self.row(Contact, at=at, way=Way.PHONE, minutes=25, outcomes=[ContactOutcome.LISTENED])
        yield contact
        yield self.row(CaseNote, at=at, body=words.note(self.chance), contact=contact)

    def attempt(self, at: datetime) -> Iterator[CaseRecord]:
        yield self.row(ContactAttempt, at=at, way=Way.PHONE, outcome=AttemptOutcome.NO_ANSWER)

    def note(self, at: datetime) -> Iterator[CaseRecord]:
        yield self.row(CaseNote, at=at, body=words.note(self.chance))

    def task(self, at: datetime) -> Iterator[CaseRecord]:
        title = self.chance.choice(words.WORDS["tasks"])
        yield self.row(Task, title=title, worker=self.spell.worker, due_on=clock.day_of(at), done_at=at)

    def appointment(self, at: datetime) -> Iterator[CaseRecord]:
        status = AppointmentStatus.KEPT
        yield self.row(Appointment, worker=self.spell.worker, starts_at=at, way=Way.HOME, status=status)

    def research(self, at: datetime) -> Iterator[CaseRecord]:
        question = "Is there a choir that meets in the evening?"
        found = words.note(self.chance)
        yield self.row(ResearchTask, at=at, question=question, worker=self.spell.worker, found=found, found_at=at)

    def score(self, at: datetime) -> Iterator[CaseRecord]:
        yield self.row(GoalScore, goal=self.goals[-1], score=self.chance.randrange(11), at=at)

    def measure(self, at: datetime) -> Iterator[CaseRecord]:
        answers = {"satisfied": 4, "worthwhile": 5, "happy": 4, "anxious": 6}
        yield self.row(MeasureResponse, instrument="ons4", point=MeasurePoint.REVIEW, at=at, answers=answers)

    def diary(self) -> Iterator[CaseRecord]:
        """What is to come: of an open case, a task in every other one, and an appointment today in one of seven."""
        now, worker = clock.now(), self.spell.worker
        if self.chance.random() < 1 / 2:
            due_on = clock.today() + timedelta(days=self.chance.randrange(-10, 10))
            yield self.row(Task, title=self.chance.choice(words.WORDS["tasks"]), worker=worker, due_on=due_on)
        if self.chance.random() < 1 / 7:
            starts_at = now.replace(hour=self.chance.randrange(9, 17), minute=0, second=0, microsecond=0)
            yield self.row(Appointment, worker=worker, starts_at=starts_at, way=Way.PRACTICE, place="Room 4")


Deed = Callable[[Story, datetime], Iterator[CaseRecord]]
DEEDS: dict[Deed, int] = {
    Story.contact: 40,
    Story.attempt: 20,
    Story.note: 8,
    Story.task: 14,
    Story.appointment: 10,
    Story.score: 4,
    Story.research: 2,
    Story.measure: 2,
}


def write_story(spell: Spell, case: Case) -> Iterator[CaseRecord]:
    story = Story(spell, case, Actor.system("bench", case.team_id))
    if spell.stage is Stage.FRESH:
        return
    diary = list(story.diary()) if spell.stage is Stage.OPEN else []
    yield from diary
    began = spell.referred_at + timedelta(hours=20)
    yield from story.contact(began)
    yield from story.plan(began)
    entries = length_of(spell, story.chance) - FIRST_ENTRIES - len(diary)
    yield from story.happen(entries, _times(spell, entries, story.chance))


def length_of(spell: Spell, chance: Random) -> int:
    """Most timelines are short and a few are the longest there are."""
    if spell.is_longest:
        return LONGEST
    return min(LONGEST, FIRST_ENTRIES + MOST_IN_DIARY + int(chance.expovariate(1 / USUAL)))


def _times(spell: Spell, count: int, chance: Random) -> list[datetime]:
    began = spell.referred_at + timedelta(hours=20)
    return sorted(began + (spell.ended_at - began) * chance.random() for _ in range(count))
