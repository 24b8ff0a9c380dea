from django.db import models

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models.base import DirectoryRecord


class Taxonomy(DirectoryRecord):
    """A list of terms that somebody keeps, for example the kinds of help."""

    kind = Kind.TAXONOMY

    name = models.CharField(max_length=300)
    description = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class TaxonomyTerm(DirectoryRecord):
    """One term. A term may come without its list, and with a parent that never came: both are then only in `record`."""

    kind = Kind.TAXONOMY_TERM

    name = models.CharField(max_length=300)
    code = models.CharField(max_length=120, blank=True)
    description = models.TextField(blank=True)
    taxonomy = models.ForeignKey(Taxonomy, null=True, blank=True, on_delete=models.PROTECT, related_name="terms")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")

    def __str__(self) -> str:
        return self.name
