from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Appointment, Case, CaseNote, ContactAttempt, Task
from linkworks.domain.casework.selectors.appointments import list_alarms, list_diary
from linkworks.domain.casework.selectors.cases import list_own_cases
from linkworks.domain.casework.selectors.tasks import list_due_tasks
from linkworks.domain.people.selectors.person import BeforeContact, before_contact
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

LOOK_BACK = timedelta(days=60)
"""How long an appointment that nobody marked keeps asking how it went."""


@dataclass(frozen=True)
class DayFacts:
    """Today's appointments carry `last_note`; `tries` are those of the first contacts, oldest first."""

    today: list[Appointment]
    unmarked: list[Appointment]
    first_contacts: list[Case]
    tries: dict[UUID, list[ContactAttempt]]
    tasks: list[Task]
    alarms: list[Appointment]
    known: dict[UUID, BeforeContact]

    @property
    def person_ids(self) -> list[UUID]:
        rows = (*self.today, *self.unmarked, *self.first_contacts, *self.tasks)
        return [row.person_id for row in rows]


def get_day(actor: Actor) -> DayFacts:
    """In six queries, however full the day."""
    midnight = datetime.combine(clock.today(), time(), tzinfo=clock.LONDON)
    diary = list(
        _with_last_note(list_diary(actor, starts_at=midnight - LOOK_BACK, ends_at=midnight + timedelta(days=1)))
    )
    first_contacts = list(_first_contacts(actor))
    return DayFacts(
        today=[appointment for appointment in diary if appointment.starts_at >= midnight],
        unmarked=[appointment for appointment in diary if appointment.starts_at < midnight],
        first_contacts=first_contacts,
        tries=_tries(actor, first_contacts),
        tasks=list(list_due_tasks(actor)),
        alarms=list(list_alarms(actor).select_related("worker")),
        known=before_contact(actor, {row.person_id for row in (*diary, *first_contacts)}),
    )


def _with_last_note(diary: QuerySet[Appointment]) -> QuerySet[Appointment]:
    return diary.annotate(**_last_note())


def _last_note() -> dict[str, Subquery]:
    notes = CaseNote.objects.filter(case_id=OuterRef("case_id"), corrects__isnull=True).order_by("-at")
    return {"last_note": Subquery(notes.values("body")[:1])}


def _first_contacts(actor: Actor) -> QuerySet[Case]:
    """Own open cases in which nobody has spoken with the person yet, the longest due first."""
    return (
        list_own_cases(actor)
        .filter(status=CaseStatus.OPEN, first_contact_at__isnull=True)
        .order_by("first_contact_due")
    )


def _tries(actor: Actor, cases: list[Case]) -> dict[UUID, list[ContactAttempt]]:
    found: dict[UUID, list[ContactAttempt]] = {case.pk: [] for case in cases}
    for attempt in ContactAttempt.objects.visible_to(actor).filter(case_id__in=found).order_by("at"):
        found[attempt.case_id].append(attempt)
    return found
