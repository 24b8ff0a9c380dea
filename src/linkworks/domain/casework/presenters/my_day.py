from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.urls import reverse

from linkworks.domain.casework.choices import AttemptOutcome, Way
from linkworks.domain.casework.models import Appointment, Case, Task
from linkworks.domain.casework.no_reply import Try, what_next
from linkworks.domain.casework.selectors.my_day import DayFacts
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.models import Person
from linkworks.domain.people.presenters.banner import alerts, phones
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design import panels
from linkworks.foundation.design.panels import FilledPanel, Shared
from linkworks.foundation.design.parts import Link, Phone, When

LAST_SAID = 160
WAITS_BELOW = "No appointments and no tasks today. What waits for you is below."


@dataclass(frozen=True)
class Someone:
    """Whom to reach, how, and what must be seen before dialling."""

    name: str
    href: str
    phones: tuple[Phone, ...]
    alerts: tuple[str, ...]


@dataclass(frozen=True)
class ContactLine:
    at: When
    who: Someone
    where: str
    last_said: str
    url: str
    has_begun: bool


@dataclass(frozen=True)
class FirstContactLine:
    who: Someone
    due: When
    is_late: bool
    says: str
    log_url: str
    no_answer_url: str
    submission: UUID


@dataclass(frozen=True)
class DueTaskLine:
    title: str
    name: str
    href: str
    due: When
    is_late: bool
    done_url: str
    change: Link


@dataclass(frozen=True)
class AlarmLine:
    says: str
    safe_url: str


@dataclass(frozen=True)
class MyDay:
    """What do I do now?"""

    title: str
    sentence: str
    alarms: tuple[AlarmLine, ...]
    today: tuple[ContactLine, ...]
    unmarked: tuple[ContactLine, ...]
    first_contacts: tuple[FirstContactLine, ...]
    tasks: tuple[DueTaskLine, ...]
    notices: list[FilledPanel]
    now: list[FilledPanel]
    waiting_on_me: list[FilledPanel]
    waiting_on_others: list[FilledPanel]

    @classmethod
    def of(cls, actor: Actor, day: DayFacts) -> "MyDay":
        now = clock.now()
        shared = Shared(actor)
        notices = panels.fill("my_day.notices", actor, shared)
        on_me = panels.fill("my_day.waiting_on_me", actor, shared)
        return cls(
            title="My day",
            sentence=_sentence(day) or (WAITS_BELOW if notices or on_me else "Nothing is due today."),
            alarms=tuple(_alarm(appointment) for appointment in day.alarms),
            today=tuple(_contact(actor, appointment, day, now) for appointment in day.today),
            unmarked=tuple(_contact(actor, appointment, day, now) for appointment in day.unmarked),
            first_contacts=tuple(_first_contact(case, day, now) for case in day.first_contacts),
            tasks=tuple(_task(task, day) for task in day.tasks),
            notices=notices,
            now=panels.fill("my_day.now", actor),
            waiting_on_me=on_me,
            waiting_on_others=panels.fill("my_day.waiting_on_others", actor, shared),
        )

    @property
    def is_nothing_waiting_on_me(self) -> bool:
        return not (self.unmarked or self.first_contacts or self.tasks or self.waiting_on_me)


def _sentence(day: DayFacts) -> str:
    late = sum(case.first_contact_due < clock.today() for case in day.first_contacts)
    counted = [
        (len(day.today), "contact today", "contacts today"),
        (len(day.first_contacts), "first contact due", "first contacts due"),
        (len(day.tasks), "task due", "tasks due"),
        (late, "person has waited longer than we promised", "people have waited longer than we promised"),
    ]
    told = [words.count(number, one, many) for number, one, many in counted if number]
    return f"{words.listed(told)}." if told else ""


def _contact(actor: Actor, appointment: Appointment, day: DayFacts, now: datetime) -> ContactLine:
    where = ", ".join(part for part in (Way(appointment.way).label, appointment.place) if part)
    covers = "" if appointment.worker_id == actor.user_id else f", for {appointment.worker_name}"
    is_today = appointment in day.today
    return ContactLine(
        at=When(appointment.starts_at, words.clock_time(appointment.starts_at) if is_today else ""),
        who=_someone(day, appointment.person_id, appointment.case_id),
        where=f"{where}{covers}",
        last_said=_shortened(appointment.last_note or ""),
        url=reverse("casework:appointment", args=[appointment.pk]),
        has_begun=appointment.starts_at <= now,
    )


def _first_contact(case: Case, day: DayFacts, now: datetime) -> FirstContactLine:
    known = day.known[case.person_id]
    tries = [Try(attempt.at, AttemptOutcome(attempt.outcome)) for attempt in day.tries[case.pk]]
    next_one = what_next(
        tries,
        tries_before_letter=day.team.attempts_before_letter,
        high_risk=AlertKind.HIGH_RISK in {alert.kind for alert in known.alerts},
        now=now,
    )
    return FirstContactLine(
        who=_someone(day, case.person_id, case.pk),
        due=When(case.first_contact_due, words.due(case.first_contact_due)),
        is_late=case.first_contact_due < now.date(),
        says=next_one.sentence if next_one else "Not tried yet.",
        log_url=reverse("casework:log_contact", args=[case.pk]),
        no_answer_url=reverse("casework:no_answer", args=[case.pk]),
        submission=uuid4(),
    )


def _someone(day: DayFacts, person_id: UUID, case_id: UUID) -> Someone:
    person, known = day.people[person_id], day.known[person_id]
    href = reverse("casework:case", args=[case_id])
    if person.died_on:
        return Someone(person.full_name, href, (), (f"Has died, {words.full_date(person.died_on)}", *alerts(known)))
    return Someone(person.full_name, href, phones(known), alerts(known))


def _task(task: Task, day: DayFacts) -> DueTaskLine:
    return DueTaskLine(
        title=task.title,
        name=_told_of(day.people[task.person_id]),
        href=reverse("casework:case", args=[task.case_id]),
        due=When(task.due_on, words.due(task.due_on)),
        is_late=task.is_late,
        done_url=reverse("casework:task_done", args=[task.pk]),
        change=Link("Change", reverse("casework:task_change", args=[task.pk]), hidden=task.title),
    )


def _told_of(person: Person) -> str:
    return f"{person.full_name}, who has died" if person.died_on else person.full_name


def _alarm(appointment: Appointment) -> AlarmLine:
    assert appointment.check_in_by is not None  # noqa: S101 (an alarm was raised)
    said = f"{appointment.worker_name} was to check in by {words.moment(appointment.check_in_by)} and has not."
    return AlarmLine(said, reverse("casework:appointment_check_in", args=[appointment.pk]))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LAST_SAID else f"{line[:LAST_SAID].rsplit(' ', 1)[0]} …"
