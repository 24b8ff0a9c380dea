from django.contrib.postgres.fields import ArrayField, IntegerRangeField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models.service import Service


class Findable(models.Model):
    """What a search reads of a service that may be found, in one narrow row: its own columns, its organisation's names,
    its places and its opening times.

    The database keeps it, by the triggers of migration 0002, in the transaction that changes any of those; nothing else
    writes it. `words` are the stems of the names and, with less weight, of all that is said. `facts` are what one can
    ask for besides, each as a word, and the squares of the map in which its places are; one index answers words, facts
    and squares together. The places are `latitudes` with `longitudes`, confidential ones left out.
    """

    service = models.OneToOneField(Service, primary_key=True, on_delete=models.DO_NOTHING, db_constraint=False)
    name = models.CharField(max_length=300)
    names = models.TextField()
    words = SearchVectorField()
    run_by = SearchVectorField()
    facts = ArrayField(models.TextField())
    ages = IntegerRangeField()
    live_state = models.CharField(max_length=16, choices=LiveState.choices)
    assured_on = models.DateField(null=True)
    latitudes = ArrayField(models.FloatField())
    longitudes = ArrayField(models.FloatField())

    class Meta:
        indexes = [
            GinIndex(fields=["words", "facts", "run_by"], name="directory_findable_by"),
            # All that a list without words is put in order by, so that it is read from the index alone.
            models.Index(
                fields=["name", "service"], include=["live_state", "assured_on"], name="directory_findable_names"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Unread(models.Model):
    """Services that one statement has touched, whose `Findable` is read again before the transaction ends."""

    id = models.BigAutoField(primary_key=True)
    service_ids = ArrayField(models.UUIDField())
