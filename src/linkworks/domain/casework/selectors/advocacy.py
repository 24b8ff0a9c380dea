"""What is being looked into and spoken up for."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Advocacy, AdvocacyStep, Case, ResearchTask
from linkworks.domain.casework.selectors.cases import is_worked_by
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.gather import gather


@dataclass(frozen=True)
class OnBehalf:
    """Open research and advocacy of one case, what is due first coming first. Research carries `worker_name`."""

    research: list[ResearchTask]
    advocacy: list[Advocacy]


def get_open_work(actor: Actor, case: Case) -> OnBehalf:
    found = gather(
        research=_open_research(actor).filter(case=case).annotate(worker_name=F("worker__name")),
        advocacy=_by_deadline(Advocacy.objects.visible_to(actor).filter(case=case, result=""), "deadline"),
    )
    return OnBehalf(**found)


def list_research_due(actor: Actor, by: date) -> QuerySet[ResearchTask]:
    """What the actor, or a colleague for whom they cover, should have found by this day; most overdue first."""
    due = _open_research(actor).filter(is_worked_by(actor), due_on__lte=by)
    return due.exclude(case__status=CaseStatus.CLOSED).select_related("case__person")


def list_steps(actor: Actor, advocacy: Advocacy) -> QuerySet[AdvocacyStep]:
    """Newest first."""
    steps: QuerySet[AdvocacyStep] = AdvocacyStep.objects.visible_to(actor).filter(advocacy=advocacy)
    return steps.select_related("by").order_by("-at", "-created_at")


def _open_research(actor: Actor) -> QuerySet[ResearchTask]:
    return _by_deadline(ResearchTask.objects.visible_to(actor).filter(found_at__isnull=True), "due_on")


def _by_deadline(rows: QuerySet[ResearchTask], deadline: str) -> QuerySet[ResearchTask]:
    return rows.order_by(F(deadline).asc(nulls_last=True), "created_at")
