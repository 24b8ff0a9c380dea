"""The queue's own housekeeping."""

from procrastinate.contrib.django import app
from procrastinate.jobs import Status

MOST_ATTEMPTS = 5
KEEP_DONE_HOURS = 30 * 24


@app.periodic(cron="* * * * *")
@app.task(name="config.requeue_stalled_jobs", queueing_lock="config.requeue_stalled_jobs")
async def requeue_stalled_jobs(timestamp: int) -> None:
    """Put back the jobs of workers that were killed: they stay "doing", and nobody else would take them.

    This is why every job must be safe to run twice. A job that ended its worker every time is given up as failed.
    """
    manager = app.job_manager
    for job in await manager.get_stalled_jobs():
        if job.attempts < MOST_ATTEMPTS:
            await manager.retry_job(job)
        else:
            await manager.finish_job(job, Status.FAILED, delete_job=False)


@app.periodic(cron="17 3 * * *")
@app.task(name="config.forget_done_jobs", queueing_lock="config.forget_done_jobs")
async def forget_done_jobs(timestamp: int) -> None:
    """Jobs that went well leave after a month; those that failed stay until somebody has looked."""
    await app.job_manager.delete_old_jobs(nb_hours=KEEP_DONE_HOURS)
