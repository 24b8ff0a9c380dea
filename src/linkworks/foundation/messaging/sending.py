"""Trying to send one message: safe to run twice, and again later when it does not work."""

from datetime import timedelta
from uuid import UUID

from django.db import models, transaction

from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging.choices import MessageStatus
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage
from linkworks.foundation.messaging.outbox import queue_sending
from linkworks.foundation.messaging.transports import Outgoing, TransportError, transport

WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))
"""How long to wait after each try that failed. After the last wait and one more try it has failed."""


@transaction.atomic
def send(actor: Actor, *, message_id: UUID) -> None:
    """Send the message if it still waits, its time has come and no other worker holds it."""
    message = _claim(actor, message_id)
    if message is None:
        return
    try:
        transport().send(_outgoing(message))
    except TransportError as problem:
        _note_failure(actor, message, problem)
    else:
        message.change(status=MessageStatus.SENT, sent_at=clock.now(), attempts=message.attempts + 1, last_problem="")
        record(actor, "message.sent", subject=message, channel=message.channel)


def _claim(actor: Actor, message_id: UUID) -> OutboxMessage | None:
    its_time = models.Q(not_before__isnull=True) | models.Q(not_before__lte=clock.now())
    return (
        OutboxMessage.objects.visible_to(actor)
        .select_for_update(skip_locked=True)
        .filter(its_time, pk=message_id, status=MessageStatus.WAITING)
        .first()
    )


def _outgoing(message: OutboxMessage) -> Outgoing:
    content = MessageContent.objects.get(message=message)
    return Outgoing(
        key=message.pk,
        channel=message.channel,
        recipient=content.recipient,
        subject=content.subject,
        body=content.body,
        attachment=bytes(content.attachment) if content.attachment is not None else None,
        attachment_name=content.attachment_name,
    )


def _note_failure(actor: Actor, message: OutboxMessage, problem: TransportError) -> None:
    attempts = message.attempts + 1
    if attempts <= len(WAITS):
        next_try = clock.now() + WAITS[attempts - 1]
        message.change(attempts=attempts, last_problem=str(problem), not_before=next_try)
        queue_sending(message)
    else:
        message.change(attempts=attempts, last_problem=str(problem), status=MessageStatus.FAILED)
        record(actor, "message.failed", subject=message, channel=message.channel, attempts=attempts)
