from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from linkworks.domain.casework.any_case import gather_case
from linkworks.domain.casework.models import (
    Allocation,
    Appointment,
    Case,
    Contact,
    ContactAttempt,
    Task,
)
from linkworks.domain.casework.selectors.appointments import list_unfinished
from linkworks.domain.casework.selectors.contacts import list_tries_since_contact
from linkworks.domain.casework.selectors.tasks import list_open_tasks
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core.actor import Actor

WORKER_NAME = {"worker_name": F("worker__name")}


@dataclass(frozen=True)
class CaseFacts:
    """What a case page needs to say where things are and what is next."""

    team: Team
    allocation: Allocation | None
    last_contact: Contact | None
    tries: list[ContactAttempt]
    appointments: list[Appointment]
    tasks: list[Task]


def get_case_facts(actor: Actor, case: Case) -> CaseFacts:
    """In one query. Allocation, appointments and tasks carry `worker_name`."""
    found = gather_case(_querysets, case)
    return CaseFacts(
        team=found["team"][0],
        allocation=next(iter(found["allocation"]), None),
        last_contact=next(iter(found["last_contact"]), None),
        tries=found["tries"],
        appointments=found["appointments"],
        tasks=found["tasks"],
    )


def _querysets(actor: Actor, case: Case) -> dict[str, QuerySet[Any]]:
    return {
        "team": Team.objects.filter(pk=case.team_id),
        "allocation": case.allocations.filter(ended_at__isnull=True).annotate(**WORKER_NAME),
        "last_contact": case.contacts.standing().order_by("-at")[:1],
        "tries": list_tries_since_contact(case),
        "appointments": list_unfinished(actor, case.pk).annotate(**WORKER_NAME),
        "tasks": list_open_tasks(actor, case.pk).annotate(**WORKER_NAME),
    }
