"""What a worker said they would look into, and what is to be looked at again, by some day."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from linkworks.domain.casework.any_day import gather_day
from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case, ResearchTask, SupportPlan
from linkworks.domain.casework.selectors.advocacy import list_open_research
from linkworks.domain.casework.selectors.cases import is_worked_by, list_own_cases
from linkworks.domain.people.models import Adjustment, Alert, PersonRecord
from linkworks.foundation.core.actor import Actor

MOST = 10
"""Of each kind, so that the day stays readable; the next ones follow when these are done."""


@dataclass(frozen=True)
class DueWork:
    """What is most overdue comes first. Every row carries `given_name` and `family_name`;
    alerts and adjustments the `own_case_id` through which they are due."""

    died: list[Case]
    """Open cases of people who have died; each carries `died_on`."""
    research: list[ResearchTask]
    plans: list[SupportPlan]
    alerts: list[Alert]
    adjustments: list[Adjustment]

    @property
    def person_ids(self) -> list[UUID]:
        """Everybody who is named."""
        return [row.person_id for row in (*self.died, *self.research, *self.plans, *self.alerts, *self.adjustments)]


def get_due_work(actor: Actor) -> DueWork:
    """By today, of the actor's own cases and of those they cover, in one query."""
    found = gather_day(_querysets, actor)
    for case in found["died"]:
        case.died_on = date.fromisoformat(case.died_on)  # annotations come through JSON
    return DueWork(**found)


def _querysets(actor: Actor, by: date) -> dict[str, QuerySet[Any]]:
    still_open = list_own_cases(actor).exclude(status=CaseStatus.CLOSED)
    died = still_open.filter(person__died_on__isnull=False).annotate(died_on=F("person__died_on"))
    own = still_open.filter(person__died_on__isnull=True)
    research = list_open_research(actor).filter(is_worked_by(actor), due_on__lte=by)
    plans = SupportPlan.objects.visible_to(actor).filter(case__in=own.values("pk"), review_on__lte=by)
    return {
        "died": _named(died.order_by("-died_on")),
        "research": _named(research.exclude(case__status=CaseStatus.CLOSED)),
        "plans": _named(plans.order_by("review_on")),
        "alerts": _to_review(Alert, actor, own, by),
        "adjustments": _to_review(Adjustment, actor, own, by),
    }


def _to_review(
    model: type[Alert] | type[Adjustment], actor: Actor, own: QuerySet[Case], by: date
) -> QuerySet[PersonRecord]:
    standing = model.objects.visible_to(actor).filter(ended_at__isnull=True, review_on__lte=by)
    case = own.filter(person_id=OuterRef("person_id")).order_by("-opened_at")
    theirs = standing.filter(person__in=own.order_by().values("person_id"))
    return _named(theirs.annotate(own_case_id=Subquery(case.values("pk")[:1])).order_by("review_on"))


def _named(rows: QuerySet[PersonRecord]) -> QuerySet[PersonRecord]:
    return rows.annotate(given_name=F("person__given_name"), family_name=F("person__family_name"))[:MOST]
