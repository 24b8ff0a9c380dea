import pgtrigger
from django.db import models

from linkworks.domain.directory.choices import Kind, Weekday
from linkworks.domain.directory.models.base import DirectoryRecord, words_field
from linkworks.domain.directory.models.service import Service

# The place's own point, else what we know of its postcode, or of the sector or district that it lies in.
_MEASURED_FROM = """
IF NEW.is_confidential THEN
    NEW.measured_latitude := NULL; NEW.measured_longitude := NULL; NEW.is_measured_about := true;
ELSIF NEW.latitude IS NOT NULL AND NEW.longitude IS NOT NULL THEN
    NEW.measured_latitude := NEW.latitude; NEW.measured_longitude := NEW.longitude;
    NEW.is_measured_about := NEW.is_approximate;
ELSE
    SELECT latitude, longitude, code <> NEW.postcode
    INTO NEW.measured_latitude, NEW.measured_longitude, NEW.is_measured_about
    FROM directory_whereabouts WHERE code IN (NEW.postcode, left(NEW.postcode, -2), NEW.district)
    ORDER BY length(code) DESC LIMIT 1;
    NEW.is_measured_about := coalesce(NEW.is_measured_about, true);
END IF;
RETURN NEW;
"""


class Location(DirectoryRecord):
    """A place. `district` is the outward half of the postcode; an approximate place stands at its district's centre.

    A confidential place (a refuge) is never shown, served or measured from: only that there is one. Distances are
    measured from the `measured_` point, which the database fills, and which is often only about right.
    """

    kind = Kind.LOCATION

    name = models.CharField(max_length=300, blank=True)
    address = models.CharField(max_length=500, blank=True)
    postcode = models.CharField(max_length=12, blank=True)
    district = models.CharField(max_length=4, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    access_features = words_field()
    is_approximate = models.BooleanField(default=False)
    is_confidential = models.BooleanField(default=False)
    measured_latitude = models.FloatField(null=True, editable=False)
    measured_longitude = models.FloatField(null=True, editable=False)
    is_measured_about = models.BooleanField(default=True, db_default=True, editable=False)

    class Meta(DirectoryRecord.Meta):
        indexes = [models.Index(fields=["measured_latitude", "measured_longitude"], name="directory_near")]
        triggers = [
            *DirectoryRecord.Meta.triggers,
            pgtrigger.Trigger(
                name="measured_from",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_MEASURED_FROM,
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.district


class ServiceAtLocation(DirectoryRecord):
    kind = Kind.SERVICE_AT_LOCATION

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="services")

    class Meta(DirectoryRecord.Meta):
        constraints = [
            *DirectoryRecord.Meta.constraints,
            models.UniqueConstraint(fields=["service", "location"], name="service_once_per_location"),
        ]


class OpeningTime(models.Model):
    """One stretch of a week in which a service can be reached, at one of its places or wherever it is.

    A missing time means that only the day is known. `is_every_week` is false for "second Saturday" and the like.
    """

    id = models.BigAutoField(primary_key=True)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="opening_times")
    place = models.ForeignKey(ServiceAtLocation, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    is_every_week = models.BooleanField(default=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
