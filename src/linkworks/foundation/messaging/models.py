from django.db import models

from linkworks.foundation.access.models import TeamRecord
from linkworks.foundation.core.row_scope import RowScope
from linkworks.foundation.messaging.choices import Channel, MessageStatus


class OutboxMessage(TeamRecord):
    """The envelope of one message to one recipient: how it stands with the sending, and nothing about anybody.

    While it waits, `not_before` is the earliest moment of the next try.
    """

    channel = models.CharField(max_length=10, choices=Channel.choices)
    status = models.CharField(max_length=10, choices=MessageStatus.choices, default=MessageStatus.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_problem = models.CharField(max_length=200, blank=True)
    not_before = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["team", "not_before"], condition=models.Q(status="waiting"), name="messaging_waiting"),
            models.Index(fields=["team", "updated_at"], condition=models.Q(status="failed"), name="messaging_failed"),
        ]


class MessageContent(TeamRecord):
    """What is in the envelope. Row security hides it from everybody who may not see people, or not this one."""

    row_scope = RowScope.PERSON
    person_column = "about_person_id"
    append_only = True

    message = models.OneToOneField(OutboxMessage, on_delete=models.PROTECT, related_name="content")
    recipient = models.CharField(max_length=320)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    attachment = models.BinaryField(null=True)
    attachment_name = models.CharField(max_length=120, blank=True)
    about_person_id = models.UUIDField(null=True, db_index=True)
