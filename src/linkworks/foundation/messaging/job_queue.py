"""Which jobs have stopped. The queue serves every team; its rows carry uuids only, and a team sees its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import UniqueViolation
from procrastinate.manager import JobManager

from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.messaging.policies import may_look_after_the_system

LATE_AFTER = timedelta(minutes=15)
FAILED, WAITING = "failed", "todo"


@dataclass(frozen=True, slots=True)
class StuckJob:
    id: int
    task: str
    has_failed: bool
    since: datetime | None


def list_stuck_jobs(actor: Actor) -> list[StuckJob]:
    """Jobs of the actor's team that failed or that nobody takes; for an administrator also those of every team."""
    late = Q(status=WAITING, since__lt=clock.now() - LATE_AFTER)
    late &= Q(scheduled_at__isnull=True) | Q(scheduled_at__lt=clock.now() - LATE_AFTER)
    rows = _of(actor).filter(Q(status=FAILED) | late).order_by("-since")
    return [StuckJob(row.id, row.task_name, row.status == FAILED, row.since) for row in rows]


def get_failed_job(actor: Actor, job_id: int) -> StuckJob:
    row = _of(actor).filter(pk=job_id, status=FAILED).first()
    if row is None:
        raise NotFound
    return StuckJob(row.id, row.task_name, has_failed=True, since=row.since)


def try_again(job: StuckJob) -> None:
    """Back into the queue, at once, in this transaction."""
    try:
        JobManager(DjangoConnector()).retry_job_by_id(job.id, retry_at=clock.now())
    except UniqueViolation:
        raise Refused("The same job is waiting in the queue already.") from None


def _of(actor: Actor) -> QuerySet[Any]:
    whose = Q(args__team_id=str(actor.team_id))
    if may_look_after_the_system(actor):
        whose |= Q(args__team_id__isnull=True) & ~Q(_went_well_since())
    jobs: QuerySet[Any] = ProcrastinateJob.objects.annotate(since=Max("procrastinateevent__at"))
    return jobs.filter(whose)


def _went_well_since() -> Exists:
    """A timed job that failed and has run well since is of no concern."""
    later = ProcrastinateJob.objects.filter(task_name=OuterRef("task_name"), pk__gt=OuterRef("pk"))
    return Exists(later.filter(status="succeeded"))
