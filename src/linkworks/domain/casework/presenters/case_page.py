from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.urls import reverse

from linkworks.domain.casework import quick_actions
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Appointment, Case, Task
from linkworks.domain.casework.presenters.next_step import NextStep, next_step
from linkworks.domain.casework.presenters.timeline import TimelineView
from linkworks.domain.casework.selectors.case_page import CaseFacts
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.domain.referrals.choices import SupportLevel
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design import panels
from linkworks.foundation.design.panels import FilledPanel
from linkworks.foundation.design.parts import Link, PersonBanner, QuickAction, Tag, When

STATUS_TAGS = {
    CaseStatus.OPEN: Tag("Open", "green"),
    CaseStatus.ON_HOLD: Tag("On hold", "yellow"),
    CaseStatus.CLOSED: Tag("Closed", "grey"),
}


@dataclass(frozen=True)
class TaskLine:
    title: str
    due: When
    is_late: bool
    who: str
    done_url: str
    change: Link


@dataclass(frozen=True)
class AppointmentLine:
    when: When
    where: str
    link: Link


@dataclass(frozen=True)
class CasePage:
    """Who is this, where are we, what next?"""

    title: str
    banner: PersonBanner
    status: Tag
    stands: str
    next_step: NextStep
    actions: tuple[QuickAction, ...]
    no_answer_url: str
    """Blank on a closed case."""
    resume_url: str
    """Blank unless the case is on hold."""
    submission: UUID
    tasks: tuple[TaskLine, ...]
    appointments: tuple[AppointmentLine, ...]
    notices: list[FilledPanel]
    left: list[FilledPanel]
    right: list[FilledPanel]
    timeline: TimelineView

    @classmethod
    def of(cls, actor: Actor, case: Case, facts: CaseFacts, known: BeforeContact, timeline: TimelineView) -> "CasePage":
        is_closed = case.status == CaseStatus.CLOSED
        high_risk = AlertKind.HIGH_RISK in {alert.kind for alert in known.alerts}
        return cls(
            title=case.person.full_name,
            banner=banner_of(case.person, known, href=reverse("people:person", args=[case.person_id])),
            status=STATUS_TAGS[CaseStatus(case.status)],
            stands=_stands(case, facts),
            next_step=next_step(case, facts, high_risk=high_risk),
            actions=tuple(_actions(actor, case)),
            no_answer_url="" if is_closed else reverse("casework:no_answer", args=[case.pk]),
            resume_url=reverse("casework:resume", args=[case.pk]) if case.status == CaseStatus.ON_HOLD else "",
            submission=uuid4(),
            tasks=tuple(_task(task) for task in facts.tasks),
            appointments=tuple(_appointment(appointment) for appointment in facts.appointments),
            notices=panels.fill("case.notices", actor, case),
            left=panels.fill("case.left", actor, case),
            right=panels.fill("case.right", actor, case),
            timeline=timeline,
        )


def _stands(case: Case, facts: CaseFacts) -> str:
    if case.status == CaseStatus.CLOSED and case.closed_at:
        return f"Closed {words.ago(case.closed_at)}, {words.full_date(case.closed_at)}."
    worker = facts.allocation.worker_name if facts.allocation else ""
    who = f"{worker} looks after this case" if worker else "Nobody looks after this case yet"
    return f"{who}. {SupportLevel(case.support_level).label}, opened {words.ago(case.opened_at)}."


def _actions(actor: Actor, case: Case) -> Iterable[QuickAction]:
    for number, action in enumerate(quick_actions.offered_on(actor, case)):
        href = reverse(action.url_name, args=[case.pk])
        yield QuickAction(action.label, href, is_main=number == 0, key=action.key)


def _task(task: Task) -> TaskLine:
    return TaskLine(
        title=task.title,
        due=When(task.due_on, words.due(task.due_on)),
        is_late=task.is_late,
        who=task.worker_name,
        done_url=reverse("casework:task_done", args=[task.pk]),
        change=Link("Change", reverse("casework:task_change", args=[task.pk]), hidden=task.title),
    )


def _appointment(appointment: Appointment) -> AppointmentLine:
    where = appointment.place or appointment.get_way_display()
    link = Link("Open", reverse("casework:appointment", args=[appointment.pk]), hidden="the appointment")
    return AppointmentLine(When(appointment.starts_at), f"{where}, with {appointment.worker_name}", link)
