"""Queued work of onward."""

from procrastinate.contrib.django import app

from linkworks.domain.onward.actions.digest import DIGEST, digest_services
from linkworks.foundation.core.queue import enqueue

A_TURN = 20.0  # seconds, after which other work that waits has its turn


@app.task(name=DIGEST)
def digest_changed() -> None:
    if not digest_services(A_TURN):
        enqueue(DIGEST)


@app.periodic(cron="*/5 * * * *")
@app.task(name="onward.digest_services_again", queueing_lock="onward.digest_services_again")
def digest_what_is_left(timestamp: int) -> None:
    """What a stopped worker left, and all of it after an upgrade that reads services in another way."""
    digest_changed()
