"""Trying again what had stopped. Nobody needs to see what a message says to do so."""

from uuid import UUID

from django.db import transaction

from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.messaging import job_queue
from linkworks.foundation.messaging.choices import MessageStatus
from linkworks.foundation.messaging.models import OutboxMessage
from linkworks.foundation.messaging.outbox import queue_sending
from linkworks.foundation.messaging.policies import may_look_after_messages


@transaction.atomic
def retry_message(actor: Actor, *, message_id: UUID) -> None:
    """From the first try again, and at once. What has left or was cancelled stays as it is."""
    require(may_look_after_messages, actor)
    messages = OutboxMessage.objects.visible_to(actor).select_for_update()
    message: OutboxMessage | None = messages.filter(pk=message_id).first()
    if message is None:
        raise NotFound
    if message.status not in (MessageStatus.FAILED, MessageStatus.WAITING):
        raise Refused(f"Nothing to try again: {message.get_status_display().lower()}.")
    message.change(status=MessageStatus.WAITING, attempts=0, not_before=None)
    queue_sending(message)
    record(actor, "message.retried", subject=message, channel=message.channel)


@transaction.atomic
def retry_job(actor: Actor, *, job_id: int) -> None:
    require(may_look_after_messages, actor)
    job = job_queue.get_failed_job(actor, job_id)
    job_queue.try_again(job)
    record(actor, "job.retried", task=job.task)
