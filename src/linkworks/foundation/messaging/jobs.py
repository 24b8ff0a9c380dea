"""Queued work of the outbox."""

from uuid import UUID

from procrastinate.contrib.django import app

from linkworks.foundation.access.database import acting
from linkworks.foundation.access.each_team import for_each_team
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging.outbox import SEND, queue_sending
from linkworks.foundation.messaging.selectors import list_forgotten
from linkworks.foundation.messaging.sending import send

SWEEP = "messaging.queue_forgotten"


@app.task(name=SEND)
def send_message(team_id: str, message_id: str) -> None:
    actor = Actor.system(SEND, UUID(team_id))
    with acting(actor):
        send(actor, message_id=UUID(message_id))


@app.periodic(cron="*/10 * * * *")
@app.task(name=SWEEP, queueing_lock=SWEEP)
def queue_forgotten_messages(timestamp: int) -> None:
    """Queue again what should have left by now: its job was lost, or its worker killed too often."""
    for_each_team(SWEEP, _queue_forgotten)


def _queue_forgotten(actor: Actor) -> None:
    for message in list_forgotten(actor):
        queue_sending(message)
