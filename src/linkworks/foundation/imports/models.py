from django.db import models

from linkworks.foundation.core.models import Record
from linkworks.foundation.imports.choices import BatchState, Decision


class ImportBatch(Record):
    """One reading of a file or an address. Nothing else is touched until it is committed.

    `problems` are sentences about the whole; `counts` are rows by decision. `is_whole` says that it was read to its end
    and that the end is all there is, so that what is missing from it is gone.
    """

    state = models.CharField(max_length=10, choices=BatchState.choices, default=BatchState.READING)
    origin = models.CharField(max_length=500)
    is_whole = models.BooleanField(default=False)
    counts = models.JSONField(default=dict, blank=True)
    problems = models.JSONField(default=list, blank=True)
    started_by = models.CharField(max_length=150)
    read_at = models.DateTimeField(null=True, blank=True)
    committed_at = models.DateTimeField(null=True, blank=True)
    committed_by = models.CharField(max_length=150, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=150, blank=True)

    class Meta:
        abstract = True


class ImportRow(models.Model):
    """One record as it came, and what becomes of it. There may be a great many, so it is lean.

    `mended` and `wrong` are lists of [field, sentence]. A row that is held keeps all that came, and why.
    """

    id = models.BigAutoField(primary_key=True)
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=200)
    decision = models.CharField(max_length=8, choices=Decision.choices)
    came = models.JSONField(null=True, blank=True)
    mended = models.JSONField(default=list, blank=True)
    wrong = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True
