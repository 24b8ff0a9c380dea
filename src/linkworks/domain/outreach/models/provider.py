import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from linkworks.domain.outreach.choices import Urgency
from linkworks.domain.outreach.models.campaign import Campaign
from linkworks.foundation.access.models import TeamRecord


@pghistory.track()
class NeedType(TeamRecord):
    """A kind of help that the campaign knows what to do about."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="need_types")
    place = models.PositiveSmallIntegerField()
    code = models.SlugField(max_length=30)
    label = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "code"], name="one_need_type_per_code")]
        ordering = ["place"]

    def __str__(self) -> str:
        return self.label


@pghistory.track()
class NeedClock(TeamRecord):
    """How long an offer of this urgency may stay unanswered, and by when the person is to have what they need."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="need_clocks")
    urgency = models.CharField(max_length=9, choices=Urgency.choices)
    answer = models.DurationField()
    deliver = models.DurationField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "urgency"], name="one_clock_per_urgency"),
            models.CheckConstraint(condition=Q(answer__lt=models.F("deliver")), name="answer_before_delivery"),
        ]


@pghistory.track()
class Provider(TeamRecord):
    """Who brings help: asked by e-mail, with a link on which they answer, or else rung."""

    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=20, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "name"], name="one_provider_per_name"),
            models.CheckConstraint(condition=~Q(email="") | ~Q(telephone=""), name="provider_can_be_asked"),
        ]
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class NeedRoute(TeamRecord):
    """Who is asked first for a kind of help, and who after them. What is left open holds for all.

    `area` is the first half of a postcode; `days` are ISO weekdays, with `begins` and `ends` on the campaign's clock.
    """

    web_may_delete = True

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="need_routes")
    type = models.ForeignKey(NeedType, on_delete=models.PROTECT, related_name="routes")
    urgency = models.CharField(max_length=9, choices=Urgency.choices, blank=True)
    area = models.CharField(max_length=8, blank=True)
    days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    begins = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="+")
    backup = models.ForeignKey(Provider, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(begins__isnull=True, ends__isnull=True) | Q(begins__lt=models.F("ends")),
                name="route_times_in_order",
            ),
            models.CheckConstraint(
                condition=Q(backup__isnull=True) | ~Q(backup=models.F("provider")), name="backup_is_another"
            ),
        ]
