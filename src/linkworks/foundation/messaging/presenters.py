"""What the page of stuck messages and jobs says."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import When
from linkworks.foundation.messaging.job_queue import StuckJob, list_stuck_jobs
from linkworks.foundation.messaging.models import OutboxMessage
from linkworks.foundation.messaging.selectors import list_failed, list_forgotten, list_waiting

SHOWN = 100


@dataclass(frozen=True)
class StuckRow:
    """Something that has stopped: what it is, since when, what is wrong, and where to post to try it again."""

    what: str
    since: When | None
    problem: str
    again: str
    """Blank where trying again would not help."""


@dataclass(frozen=True)
class StuckPage:
    title: str
    says: str
    messages: Sequence[StuckRow]
    jobs: Sequence[StuckRow]

    @classmethod
    def of(cls, actor: Actor) -> "StuckPage":
        failed = [_message(message, message.last_problem) for message in list_failed(actor)[:SHOWN]]
        late = [_message(message, "It should have left by now.") for message in list_forgotten(actor)[:SHOWN]]
        jobs = [_job(job) for job in list_stuck_jobs(actor)[:SHOWN]]
        waiting = words.count(list_waiting(actor).count(), "message waits", "messages wait")
        return cls(
            title="Messages and jobs that are stuck",
            says=f"{waiting} to be sent. {_told(len(failed) + len(late), 'message')} {_told(len(jobs), 'job')}",
            messages=[*failed, *late],
            jobs=jobs,
        )


def _told(number: int, thing: str) -> str:
    if number == 0:
        return f"No {thing} is stuck."
    return f"{words.count(number, f'{thing} is', f'{thing}s are')} stuck."


def _message(message: OutboxMessage, problem: str) -> StuckRow:
    tries = f" after {words.count(message.attempts, 'try', 'tries')}" if message.attempts else ""
    return StuckRow(
        what=f"{message.get_channel_display()}{tries}",
        since=When(message.created_at),
        problem=problem,
        again=reverse("messaging:retry_message", args=[message.pk]),
    )


def _job(job: StuckJob) -> StuckRow:
    return StuckRow(
        what=job.task,
        since=When(job.since) if job.since else None,
        problem="It failed." if job.has_failed else "Nobody takes it: check that the job process runs.",
        again=reverse("messaging:retry_job", args=[job.id]) if job.has_failed else "",
    )
