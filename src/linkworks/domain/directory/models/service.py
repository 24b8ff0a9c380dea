from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from linkworks.domain.directory.choices import AgeOf, ForGender, Kind, LiveState, ServiceStatus
from linkworks.domain.directory.models.base import DirectoryRecord, words_field
from linkworks.domain.directory.models.organization import Organization

UNLISTED = [ServiceStatus.INACTIVE, ServiceStatus.DEFUNCT]


class ServiceQuerySet(models.QuerySet["Service"]):
    def listed(self) -> "ServiceQuerySet":
        """Those that may be found: still in their source, and neither withdrawn nor ended."""
        return self.filter(gone_at__isnull=True).exclude(status__in=UNLISTED)


class Service(DirectoryRecord):
    """Something on offer: for whom, whether it runs and has room, how to get in, and when that was last assured.

    A fact that nobody has told is blank, empty or null: never guessed. `search_names` and `search_words` are
    what word search reads; the database keeps their stems in `Findable`.
    """

    kind = Kind.SERVICE

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=300)
    aliases = words_field(120)
    former_names = words_field(120)
    description = models.TextField(blank=True)
    categories = words_field(120)
    term_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    status = models.CharField(max_length=20, choices=ServiceStatus.choices, default=ServiceStatus.ACTIVE)
    alert = models.TextField(blank=True)
    live_state = models.CharField(max_length=16, choices=LiveState.choices, default=LiveState.OPEN)
    waiting_weeks = models.PositiveSmallIntegerField(null=True, blank=True)

    eligibility = models.TextField(blank=True)
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    age_of = models.CharField(max_length=16, choices=AgeOf.choices, default=AgeOf.CLIENT)
    gender = models.CharField(max_length=6, choices=ForGender.choices, default=ForGender.ANY)
    areas = words_field(120)
    postcode_districts = words_field(4)
    conditions_needed = words_field()
    conditions_ruled_out = words_field()
    # "One referral per person in 7 days" is 1 and 7; "at most five in a crisis" is 5 and no days.
    most_referrals = models.PositiveSmallIntegerField(null=True, blank=True)
    most_referrals_days = models.PositiveSmallIntegerField(null=True, blank=True)

    first_reply = models.CharField(max_length=120, blank=True)
    number_withheld = models.BooleanField(null=True, blank=True)
    bring = words_field(120)

    times = models.TextField(blank=True)
    cost = models.TextField(blank=True)
    is_free = models.BooleanField(null=True, blank=True)
    access_features = words_field()
    referral_routes = words_field()
    languages = words_field()
    delivery = words_field()
    telephone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=254, blank=True)
    website = models.CharField(max_length=500, blank=True)

    assured_on = models.DateField(null=True, blank=True)
    assured_by = models.CharField(max_length=254, blank=True)
    search_names = models.TextField(editable=False, default="")
    search_words = models.TextField(editable=False, default="")

    objects = ServiceQuerySet.as_manager()

    class Meta(DirectoryRecord.Meta):
        indexes = [GinIndex(fields=["term_ids"], name="directory_service_terms")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_listed(self) -> bool:
        """See `ServiceQuerySet.listed`."""
        return self.gone_at is None and self.status not in UNLISTED
