import pghistory
from django.db import models

from linkworks.domain.directory.choices import CheckEnd, CheckPause
from linkworks.domain.directory.models.service import Service
from linkworks.foundation.access.models import TeamRecord
from linkworks.foundation.accounts.models import User


@pghistory.track()
class FreshnessSettings(TeamRecord):
    """How a team keeps entries fresh. A team that has said nothing has what stands here."""

    # A telephone call takes five minutes: five entries are about half an hour of a worker's week.
    entries_a_week = models.PositiveSmallIntegerField(default=5)
    asks_organizations = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team"], name="one_freshness_settings_per_team")]


@pghistory.track()
class EntryCheck(TeamRecord):
    """An entry that somebody of the team is to check. It stays with them until it ends, whatever the week.

    `paused_until` is set when they could not be reached: until then it is not asked for.
    """

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    paused_until = models.DateField(null=True, blank=True)
    paused_because = models.CharField(max_length=16, choices=CheckPause.choices, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.CharField(max_length=12, choices=CheckEnd.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "service"], condition=models.Q(ended_on__isnull=True), name="one_check_of_an_entry"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True, ended_by="")
                | (models.Q(ended_on__isnull=False) & ~models.Q(ended_by="")),
                name="a_check_ends_somehow",
            ),
        ]
        indexes = [models.Index(fields=["team", "worker", "given_on"], name="directory_checks")]
