"""Housekeeping of form posts."""

from datetime import timedelta

from procrastinate.contrib.django import app

from linkworks.foundation.core import clock
from linkworks.foundation.design.models import Submission

FORGET = "design.forget_old_submissions"
KEPT = timedelta(days=30)


@app.periodic(cron="41 3 * * *")
@app.task(name=FORGET, queueing_lock=FORGET)
def forget_old_submissions(timestamp: int) -> None:
    """A form left open for a month may be saved as if it were new."""
    Submission.forget_before(clock.now() - KEPT)
