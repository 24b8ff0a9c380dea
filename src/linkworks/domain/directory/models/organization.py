from django.db import models

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models.base import DirectoryRecord, words_field


class Organization(DirectoryRecord):
    """Who runs services."""

    kind = Kind.ORGANIZATION

    name = models.CharField(max_length=300)
    aliases = words_field(120)
    description = models.TextField(blank=True)
    email = models.CharField(max_length=254, blank=True)
    website = models.CharField(max_length=500, blank=True)
    search_names = models.TextField(editable=False, default="")

    def __str__(self) -> str:
        return self.name
