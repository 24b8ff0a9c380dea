import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.casework.choices import MeasurePoint, NotAskedReason
from linkworks.domain.casework.models.base import StrikableRecord
from linkworks.foundation.access.models import TeamRecord


@pghistory.track()
class TeamMeasures(TeamRecord):
    """Which measures the team uses beside the default ones: keys of `casework.measures.INSTRUMENTS`."""

    instruments = ArrayField(models.CharField(max_length=30), default=list, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team"], name="one_choice_of_measures_per_team")]


@pghistory.track()
class MeasureResponse(StrikableRecord):
    """A questionnaire at a point in time: the answers as given, or why it was not asked.

    `instrument` is a key of `casework.measures.INSTRUMENTS`; `answers` maps item keys to whole numbers or null.
    Scores are worked out from the answers when shown.
    """

    instrument = models.CharField(max_length=30)
    point = models.CharField(max_length=8, choices=MeasurePoint.choices)
    at = models.DateTimeField()
    answers = models.JSONField(default=dict)
    not_asked = models.CharField(max_length=12, choices=NotAskedReason.choices, blank=True)
    not_asked_words = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "instrument", "at"], name="casework_measures")]
