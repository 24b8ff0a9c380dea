from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models.source import Source
from linkworks.foundation.core.models import Record
from linkworks.foundation.core.written import Written


def words_field(length: int = 60) -> "ArrayField[Any, Any]":
    return ArrayField(models.CharField(max_length=length), default=list, blank=True)


class DirectoryRecord(Written, Record):
    """One of the things that have an identity of their own in Open Referral.

    `record` is the whole of it as its source last told it, in HSDS 3 shape: nested lists, fields nobody knows, and
    under `linkworks` the facts for which the standard has no field. `LocalEdit`s lie over it. The other columns of a
    subclass are what `projection` makes of the two, for searching and deciding; nothing else may write them.
    `their_id` is what the source calls it. `changed_on` holds a day for each field that has changed since the record
    first came, on `fed_on`.
    """

    kind: Kind

    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    their_id = models.CharField(max_length=200, blank=True)
    record = models.JSONField(default=dict, blank=True)
    record_hash = models.CharField(max_length=32, blank=True)
    fed_on = models.DateField(null=True, blank=True)
    changed_on = models.JSONField(default=dict, blank=True)
    gone_at = models.DateTimeField(null=True, blank=True)

    class Meta(Written.Meta):
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["source", "their_id"], name="one_%(class)s_per_source"),
        ]
