"""The only way out: a message is written here, in the transaction of the deed that it tells of."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.queue import enqueue
from linkworks.foundation.messaging.choices import Channel, MessageStatus
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage

SEND = "messaging.send"


@transaction.atomic
def put(
    actor: Actor,
    *,
    team_id: UUID,
    channel: Channel,
    recipient: str,
    subject: str,
    body: str,
    attachment: bytes | None = None,
    attachment_name: str = "",
    about_person_id: UUID | None = None,
    not_before: datetime | None = None,
) -> OutboxMessage:
    """Write one message and queue its sending. Whoever calls this logs the deed of which it is part."""
    message = OutboxMessage.objects.create(team_id=team_id, channel=channel, not_before=not_before)
    MessageContent.objects.create(
        team_id=team_id,
        message=message,
        recipient=recipient,
        subject=" ".join(subject.split()),
        body=body,
        attachment=attachment,
        attachment_name=attachment_name,
        about_person_id=about_person_id,
    )
    queue_sending(message)
    return message


@transaction.atomic
def cancel(actor: Actor, *, message_id: UUID) -> bool:
    """Hold back a message that has not left yet. False when it has, or is no longer waiting for another reason."""
    message = (
        OutboxMessage.objects.visible_to(actor)
        .select_for_update()
        .filter(pk=message_id, status=MessageStatus.WAITING)
        .first()
    )
    if message is None:
        return False
    message.change(status=MessageStatus.CANCELLED)
    record(actor, "message.cancelled", subject=message, channel=message.channel)
    return True


@transaction.atomic
def cancel_unless_for(actor: Actor, *, message_id: UUID, recipients: Collection[str]) -> bool:
    """Hold back a waiting message whose recipient is none of these. False when nothing was held back."""
    if MessageContent.objects.filter(message_id=message_id, recipient__in=recipients).exists():
        return False
    return cancel(actor, message_id=message_id)


def queue_sending(message: OutboxMessage) -> None:
    enqueue(SEND, at=message.not_before, team_id=str(message.team_id), message_id=str(message.pk))
