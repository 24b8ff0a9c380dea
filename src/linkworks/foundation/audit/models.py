from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from linkworks.foundation.core.row_scope import RowScope


class Entry(models.Model):
    """What both logs say: when, who, for which team, in which request. Uuids only, so that nothing below is bound."""

    row_scope = RowScope.TEAM
    append_only = True

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    team_id = models.UUIDField(null=True)
    actor_kind = models.CharField(max_length=10)
    actor_user_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=200)
    request_id = models.CharField(max_length=64)

    class Meta:
        abstract = True


class ChangeEntry(Entry):
    event = models.CharField(max_length=80)
    subject_type = models.CharField(max_length=80)
    subject_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    keys = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["team_id", "person_id", "-at"], name="audit_change_person"),
            models.Index(fields=["subject_id", "-at"], name="audit_change_subject"),
        ]


class ViewEntry(Entry):
    page = models.CharField(max_length=80)
    person_ids = ArrayField(models.UUIDField())
    reason = models.CharField(max_length=200, blank=True)
    refused = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["team_id", "-at"], name="audit_view_recent"),
            GinIndex(fields=["person_ids"], name="audit_view_people"),
        ]
