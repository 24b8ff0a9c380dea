from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.outreach.models.campaign import Campaign
from linkworks.foundation.access.models import TeamRecord


class CallerShift(TeamRecord):
    """Somebody who rings for a campaign now: what they speak, what they know, and when they last gave a sign.

    `talks` counts the calls in which they spoke to somebody. While they are paused nothing is kept for them: neither
    a language that they speak nor a promise that they made.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="shifts")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    languages = ArrayField(models.CharField(max_length=40))
    skills = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    seen_at = models.DateTimeField()
    talks = models.PositiveIntegerField(default=0, db_default=0)
    paused_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "user"], name="one_shift_per_caller")]
