"""What is being looked into and spoken up for."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from linkworks.domain.casework.any_case import gather_case
from linkworks.domain.casework.models import Advocacy, AdvocacyStep, Case, ResearchTask
from linkworks.foundation.core.actor import Actor


@dataclass(frozen=True)
class OnBehalf:
    """Open research and advocacy of one case, what is due first coming first. Research carries `worker_name`."""

    research: list[ResearchTask]
    advocacy: list[Advocacy]


def get_open_work(actor: Actor, case: Case) -> OnBehalf:
    return OnBehalf(**gather_case(_open_work, case))


def _open_work(actor: Actor, case: Case) -> dict[str, QuerySet[Any]]:
    return {
        "research": list_open_research(actor).filter(case=case).annotate(worker_name=F("worker__name")),
        "advocacy": _by_deadline(Advocacy.objects.visible_to(actor).filter(case=case, result=""), "deadline"),
    }


def list_open_research(actor: Actor) -> QuerySet[ResearchTask]:
    """Questions that nobody has answered yet, what is due first coming first."""
    return _by_deadline(ResearchTask.objects.visible_to(actor).filter(found_at__isnull=True), "due_on")


def list_steps(actor: Actor, advocacy: Advocacy) -> QuerySet[AdvocacyStep]:
    """Newest first."""
    steps: QuerySet[AdvocacyStep] = AdvocacyStep.objects.visible_to(actor).filter(advocacy=advocacy)
    return steps.select_related("by").order_by("-at", "-created_at")


def _by_deadline(rows: QuerySet[ResearchTask], deadline: str) -> QuerySet[ResearchTask]:
    return rows.order_by(F(deadline).asc(nulls_last=True), "created_at")
