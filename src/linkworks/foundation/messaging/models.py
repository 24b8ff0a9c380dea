from django.db import models

from linkworks.foundation.access.models import TeamRecord
from linkworks.foundation.messaging.choices import Channel, MessageStatus


class OutboxMessage(TeamRecord):
    """One message to one recipient. `about_person_id` names nobody to the transport: it is for our own timeline."""

    channel = models.CharField(max_length=10, choices=Channel.choices)
    recipient = models.CharField(max_length=320)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    attachment = models.BinaryField(null=True)
    attachment_name = models.CharField(max_length=120, blank=True)
    about_person_id = models.UUIDField(null=True)
    status = models.CharField(max_length=10, choices=MessageStatus.choices, default=MessageStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_problem = models.CharField(max_length=200, blank=True)
    not_before = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["team", "not_before"], condition=models.Q(status="waiting"), name="messaging_outbox_waiting"
            )
        ]
