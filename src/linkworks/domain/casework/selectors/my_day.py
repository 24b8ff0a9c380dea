from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from linkworks.domain.casework.any_day import gather_day
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Appointment, Case, CaseNote, ContactAttempt, Task
from linkworks.domain.casework.selectors.appointments import list_alarms, list_diary
from linkworks.domain.casework.selectors.case_page import WORKER_NAME
from linkworks.domain.casework.selectors.cases import list_own_cases
from linkworks.domain.casework.selectors.tasks import list_due_tasks
from linkworks.domain.people.models import Person
from linkworks.domain.people.selectors.person import BeforeContact, before_contact
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

LOOK_BACK = timedelta(days=60)
"""How long an appointment that nobody marked keeps asking how it went."""


@dataclass(frozen=True)
class DayFacts:
    """What the day holds. Appointments carry `worker_name` and `last_note`; `tries` are those of the first contacts."""

    team: Team
    today: list[Appointment]
    unmarked: list[Appointment]
    first_contacts: list[Case]
    tries: dict[UUID, list[ContactAttempt]]
    tasks: list[Task]
    alarms: list[Appointment]
    people: dict[UUID, Person]
    known: dict[UUID, BeforeContact]


def get_day(actor: Actor) -> DayFacts:
    """In three queries, however full the day."""
    found = gather_day(_querysets, actor)
    to_reach = {row.person_id for row in (*found["diary"], *found["first_contacts"])}
    people = Person.objects.visible_to(actor).filter(pk__in=to_reach | {task.person_id for task in found["tasks"]})
    midnight = _midnight(clock.today())
    return DayFacts(
        team=found["team"][0],
        today=[appointment for appointment in found["diary"] if appointment.starts_at >= midnight],
        unmarked=[appointment for appointment in found["diary"] if appointment.starts_at < midnight],
        first_contacts=found["first_contacts"],
        tries=_by_case(found["first_contacts"], found["tries"]),
        tasks=found["tasks"],
        alarms=found["alarms"],
        people={person.pk: person for person in people},
        known=before_contact(actor, to_reach),
    )


def _querysets(actor: Actor, today: date) -> dict[str, QuerySet[Any]]:
    midnight = _midnight(today)
    diary = list_diary(actor, starts_at=midnight - LOOK_BACK, ends_at=midnight + timedelta(days=1))
    first_contacts = _first_contacts(actor)
    tries = ContactAttempt.objects.standing().filter(case__in=first_contacts.order_by().values("pk"))
    return {
        "team": Team.objects.filter(Q(pk=actor.team_id)),
        "diary": diary.annotate(**WORKER_NAME, **_last_note()),
        "first_contacts": first_contacts,
        "tries": tries.order_by("at"),
        "tasks": list_due_tasks(actor),
        "alarms": list_alarms(actor).annotate(**WORKER_NAME),
    }


def _midnight(today: date) -> datetime:
    return datetime.combine(today, time(), tzinfo=clock.LONDON)


def _first_contacts(actor: Actor) -> QuerySet[Case]:
    """Own open cases in which nobody has spoken with the person yet, the longest due first; nobody who has died."""
    waiting = list_own_cases(actor).filter(status=CaseStatus.OPEN, first_contact_at__isnull=True)
    return waiting.filter(person__died_on__isnull=True).order_by("first_contact_due")


def _last_note() -> dict[str, Subquery]:
    of_case = CaseNote.objects.filter(case_id=OuterRef("case_id"), corrects__isnull=True)
    struck = CaseNote.objects.filter(corrects=OuterRef("pk"), strikes=True)
    notes = of_case.filter(~Exists(struck), contact__struck_at__isnull=True).order_by("-at")
    return {"last_note": Subquery(notes.values("body")[:1])}


def _by_case(cases: list[Case], tries: list[ContactAttempt]) -> dict[UUID, list[ContactAttempt]]:
    found: dict[UUID, list[ContactAttempt]] = {case.pk: [] for case in cases}
    for attempt in tries:
        found[attempt.case_id].append(attempt)
    return found
