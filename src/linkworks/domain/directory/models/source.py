from django.db import models

from linkworks.domain.directory.choices import FeedFormat
from linkworks.foundation.core.models import Record


class Source(Record):
    """Where entries come from: a feed at an address, or files that somebody brings. `name` is what people call it.

    `read_until` is the moment up to which its changes have been read, for feeds that can tell what is newer.
    """

    name = models.CharField(max_length=120, unique=True)
    format = models.CharField(max_length=12, choices=FeedFormat.choices)
    url = models.URLField(max_length=500, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    read_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
