from django.db import models

from linkworks.foundation.core.written import Written


class ServiceDigest(Written):
    """What matching has worked out of a service's words; see `matching.digest`. Anything here can be made again.

    `words_hash` is of the words it was made from, `edition` of what it was made with; `model` has read `meaning`, and
    both are empty until it has. There is no key to the service, for a digest must keep nobody from removing one.
    """

    service_id = models.UUIDField(primary_key=True)
    words_hash = models.CharField(max_length=32)
    edition = models.CharField(max_length=16)
    fits = models.BinaryField()
    stems = models.BinaryField()
    model = models.CharField(max_length=40, blank=True)
    meaning = models.BinaryField(default=b"", blank=True)
