"""Putting work off until after this transaction: the job is there when it commits and was never there when it fails."""

from datetime import datetime
from typing import Any

from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task


def enqueue(task_name: str, *, at: datetime | None = None, **arguments: Any) -> None:
    """Queue the named task for after this transaction, not before `at`.

    It goes through Django's own connection, also inside a job: procrastinate's would not wait for our commit.
    """
    manager = JobManager(DjangoConnector())
    configure_task(name=task_name, job_manager=manager, schedule_at=at).defer(**arguments)
