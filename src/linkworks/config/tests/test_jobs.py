import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from linkworks.config.jobs import MOST_ATTEMPTS, requeue_stalled_jobs

pytestmark = pytest.mark.django_db(transaction=True)


def job_of_a_killed_worker(attempts: int) -> int:
    """A worker took it, then went silent for longer than a heartbeat."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH worker AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour')"
            " RETURNING id) INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts, worker_id)"
            " SELECT 'default', 'tested', '{}', 'doing', %s, id FROM worker RETURNING id",
            [attempts],
        )
        return int(cursor.fetchone()[0])


@async_to_sync
async def requeue() -> None:
    with app.replace_connector(app.connector.get_worker_connector()):
        async with app.open_async():
            await requeue_stalled_jobs(timestamp=0)


def test_a_killed_workers_job_is_put_back() -> None:
    job = job_of_a_killed_worker(attempts=1)
    requeue()
    assert ProcrastinateJob.objects.get(pk=job).status == "todo"


def test_a_job_that_ended_its_worker_every_time_is_given_up() -> None:
    job = job_of_a_killed_worker(attempts=MOST_ATTEMPTS)
    requeue()
    assert ProcrastinateJob.objects.get(pk=job).status == "failed"
