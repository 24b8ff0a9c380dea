from django.contrib.postgres.fields import ArrayField
from django.db import models


class Whereabouts(models.Model):
    """Where a postcode is, or a sector (SE13 6) or district (SE13): the last two at the middle of their postcodes.

    `councils` are the names of those it belongs to, as far as they are known.
    """

    code = models.CharField(primary_key=True, max_length=8)
    latitude = models.FloatField()
    longitude = models.FloatField()
    councils = ArrayField(models.CharField(max_length=80), default=list, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["latitude", "longitude"], condition=~models.Q(code__contains=" "), name="directory_districts"
            )
        ]

    def __str__(self) -> str:
        return self.code
