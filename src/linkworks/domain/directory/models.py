from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from linkworks.domain.directory.choices import AgeOf, ForGender, LiveState
from linkworks.foundation.core.models import Record


def words_field(length: int = 60) -> "ArrayField[Any, Any]":
    return ArrayField(models.CharField(max_length=length), default=list, blank=True)


class Organization(Record):
    """Who runs services. `source` and `source_id` say where the entry came from, so that it is found again."""

    name = models.CharField(max_length=200)
    website = models.URLField(blank=True)
    source = models.CharField(max_length=60, blank=True)
    source_id = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~models.Q(source=""), name="one_organization_per_source_id"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Service(Record):
    """Something on offer: for whom, whether it runs and has room, how to get in, and when that was last assured.

    `search_words` is what word search reads: name, aliases, categories and description, written by the actions. The
    database keeps their stems in `search_vector`.
    """

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=200)
    aliases = words_field(120)
    description = models.TextField()
    categories = words_field()
    live_state = models.CharField(max_length=16, choices=LiveState.choices, default=LiveState.OPEN)
    waiting_weeks = models.PositiveSmallIntegerField(null=True, blank=True)

    eligibility = models.TextField(blank=True)
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    age_of = models.CharField(max_length=16, choices=AgeOf.choices, default=AgeOf.CLIENT)
    gender = models.CharField(max_length=6, choices=ForGender.choices, default=ForGender.ANY)
    areas = words_field()
    postcode_districts = words_field(4)
    conditions_needed = words_field()
    conditions_ruled_out = words_field()

    times = models.CharField(max_length=200, blank=True)
    cost = models.CharField(max_length=120, blank=True)
    access_features = words_field()
    referral_routes = words_field()
    languages = words_field()
    delivery = words_field()
    telephone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)

    assured_on = models.DateField(null=True, blank=True)
    assured_by = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=60, blank=True)
    source_id = models.CharField(max_length=120, blank=True)
    search_words = models.TextField(editable=False, default="")
    search_vector = models.GeneratedField(
        expression=SearchVector("search_words", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_id"], condition=~models.Q(source=""), name="one_service_per_source_id"
            )
        ]
        indexes = [
            GinIndex(fields=["search_vector"], name="directory_service_words"),
            GinIndex(fields=["search_words"], opclasses=["gin_trgm_ops"], name="directory_service_typos"),
        ]

    def __str__(self) -> str:
        return self.name


class Location(Record):
    """A place. `district` is the outward half of the postcode; an approximate place stands at its district's centre."""

    name = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    district = models.CharField(max_length=4, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_approximate = models.BooleanField(default=False)
    is_confidential = models.BooleanField(default=False)


class ServiceAtLocation(Record):
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="services")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "location"], name="service_once_per_location")]
