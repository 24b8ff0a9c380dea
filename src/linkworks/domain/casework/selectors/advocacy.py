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
        "advocacy": list_open_advocacy(actor).filter(case=case),
    }


def list_open_research(actor: Actor) -> QuerySet[ResearchTask]:
    """Questions that nobody has answered yet, what is due first coming first."""
    return _by_deadline(ResearchTask.objects.visible_to(actor).filter(found_at__isnull=True), "due_on")


def list_open_advocacy(actor: Actor) -> QuerySet[Advocacy]:
    """Matters without a result, what is due first coming first."""
    return _by_deadline(Advocacy.objects.visible_to(actor).filter(result=""), "deadline")


def why_case_waits_for_advocacy(actor: Actor, case: Case) -> str | None:
    """A condition of closing: each matter has its result, so that no deadline passes unseen."""
    if not list_open_advocacy(actor).filter(case=case).exists():
        return None
    return "Say how each matter that you speak up for ended. If nobody goes on with it, that is a result too."


def why_case_waits_for_research(actor: Actor, case: Case) -> str | None:
    """A condition of closing: each question has its answer, so that nothing is dropped unseen."""
    if not list_open_research(actor).filter(case=case).exists():
        return None
    return "Say what was found for each question to look into. “Nobody followed this up” is an answer too."


def list_steps(actor: Actor, advocacy: Advocacy) -> QuerySet[AdvocacyStep]:
    """Newest first."""
    steps: QuerySet[AdvocacyStep] = AdvocacyStep.objects.visible_to(actor).filter(advocacy=advocacy)
    return steps.select_related("by").order_by("-at", "-created_at")


def _by_deadline(rows: QuerySet[Any], deadline: str) -> QuerySet[Any]:
    return rows.order_by(F(deadline).asc(nulls_last=True), "created_at")
