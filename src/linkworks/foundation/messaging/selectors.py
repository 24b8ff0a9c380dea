"""Questions about the outbox. None of the answers holds what a message says or to whom."""

from datetime import timedelta

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.messaging.choices import MessageStatus
from linkworks.foundation.messaging.models import OutboxMessage

FORGOTTEN_AFTER = timedelta(minutes=15)


def list_forgotten(actor: Actor) -> QuerySet[OutboxMessage]:
    """Messages that should have left by now and still wait."""
    waiting = OutboxMessage.objects.filter(team_id=actor.team_id, status=MessageStatus.WAITING)
    return waiting.alias(due=Coalesce("not_before", "created_at")).filter(due__lt=clock.now() - FORGOTTEN_AFTER)
