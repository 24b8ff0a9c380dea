"""Questions about the outbox. What a message says stays inside; only its document can be asked for."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.messaging.choices import Channel, MessageStatus
from linkworks.foundation.messaging.models import MessageContent, OutboxMessage

FORGOTTEN_AFTER = timedelta(minutes=15)


def list_waiting(actor: Actor) -> QuerySet[OutboxMessage]:
    return _messages(actor, MessageStatus.WAITING)


def list_failed(actor: Actor) -> QuerySet[OutboxMessage]:
    """Messages that are no longer tried, the newest first."""
    return _messages(actor, MessageStatus.FAILED).order_by("-updated_at")


def list_forgotten(actor: Actor) -> QuerySet[OutboxMessage]:
    """Messages that should have left by now and still wait."""
    due = Coalesce("not_before", "created_at")
    return list_waiting(actor).alias(due=due).filter(due__lt=clock.now() - FORGOTTEN_AFTER)


def list_waiting_to(actor: Actor, person_id: UUID, addresses: Sequence[str]) -> QuerySet[OutboxMessage]:
    """What still waits to reach this person: letters, and whatever goes to one of their own addresses."""
    to_them = Q(channel=Channel.LETTER) | Q(content__recipient__in=addresses)
    return list_waiting(actor).filter(to_them, content__about_person_id=person_id)


def get_message(actor: Actor, message_id: UUID) -> OutboxMessage | None:
    message: OutboxMessage | None = OutboxMessage.objects.visible_to(actor).filter(pk=message_id).first()
    return message


def get_last_sent(actor: Actor, message_ids: Sequence[UUID]) -> OutboxMessage | None:
    """The last of these messages to leave; None while none has."""
    return _messages(actor, MessageStatus.SENT).filter(pk__in=message_ids).order_by("sent_at").last()


def get_attachment(actor: Actor, message_id: UUID) -> bytes:
    """The document that went with a message, or raise NotFound."""
    content = MessageContent.objects.visible_to(actor).filter(message_id=message_id, attachment__isnull=False).first()
    if content is None:
        raise NotFound
    return bytes(content.attachment)


def _messages(actor: Actor, status: MessageStatus) -> QuerySet[OutboxMessage]:
    messages: QuerySet[OutboxMessage] = OutboxMessage.objects.visible_to(actor)
    return messages.filter(status=status)
