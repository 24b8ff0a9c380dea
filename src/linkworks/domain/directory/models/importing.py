from django.db import models

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models.source import Source
from linkworks.foundation.imports.choices import Decision
from linkworks.foundation.imports.models import ImportBatch, ImportRow


class DirectoryImport(ImportBatch):
    """One reading of a source. `since` is set when only what changed after that moment was asked for."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="imports")
    since = models.DateTimeField(null=True, blank=True)

    @property
    def changes(self) -> int:
        """How many records of all kinds would be written or taken out."""
        untouched = (Decision.SAME, Decision.HELD)
        return sum(number for name, number in self.counts.items() if not name.endswith(untouched))


class DirectoryImportRow(ImportRow):
    """One record of a reading: a service, or a piece of one that has an identity of its own.

    `record` is what it becomes, in HSDS 3 shape, when it is new or changed; `former` what it was, so that it can be
    undone. `came` is kept for what came as a record of its own; a piece came as part of the row it was `split_from`.
    """

    batch = models.ForeignKey(DirectoryImport, on_delete=models.CASCADE, related_name="rows", db_index=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    their_id = models.CharField(max_length=200)
    target_id = models.UUIDField(null=True)
    split_from = models.PositiveIntegerField(null=True)
    record = models.JSONField(null=True, blank=True)
    record_hash = models.CharField(max_length=32)
    former = models.JSONField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["batch", "kind", "decision", "number"], name="directory_import_rows"),
        ]
