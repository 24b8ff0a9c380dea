import pghistory
from django.db import models

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models.service import Service
from linkworks.foundation.access.models import TeamRecord
from linkworks.foundation.core.models import Record


@pghistory.track()
class LocalEdit(Record):
    """What we say instead of the source, for one field of one record. It lies over `record` until it is taken away.

    `field` is a name in the record, or `linkworks.` and the name of a fact of ours. `replaced` is what the source said
    then, null when it said nothing; when the source says something else later, that stands in `clashes_with` until
    somebody decides.
    """

    kind = models.CharField(max_length=20, choices=Kind.choices)
    record_id = models.UUIDField()
    field = models.CharField(max_length=80)
    value = models.JSONField(null=True, blank=True)
    replaced = models.JSONField(null=True, blank=True)
    clashes_with = models.JSONField(null=True, blank=True)
    clashed_at = models.DateTimeField(null=True, blank=True)
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_id", "field"], name="one_edit_per_field")]
        indexes = [
            models.Index(fields=["clashed_at"], condition=models.Q(clashed_at__isnull=False), name="directory_clashes")
        ]


@pghistory.track()
class ServiceNote(TeamRecord):
    """What the team keeps to itself about a service. It never leaves: not served, not exported, not for the public."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="notes")
    words = models.TextField()
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["team", "service"], name="directory_notes")]
