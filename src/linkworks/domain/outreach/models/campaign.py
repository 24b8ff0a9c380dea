from datetime import timedelta

import pghistory
import pgtrigger
from django.db import models

from linkworks.domain.outreach.choices import CampaignState, Ending, Follows
from linkworks.foundation.access.models import TeamRecord

# Whoever forgets somebody is told so by the database.
NOBODY_IS_LEFT = """
IF EXISTS (SELECT FROM outreach_campaigncontact c WHERE c.campaign_id = NEW.id AND c.state <> 'ended') THEN
    RAISE EXCEPTION 'A campaign cannot be closed while somebody on its list is not done.'
        USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
"""


@pghistory.track()
class Campaign(TeamRecord):
    """A time-boxed effort to ring a group of people. Everything that its rules say is a row that a coordinator edits.

    `telephone` is the published number on which a resident can check that a call is genuine.
    """

    name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=300)
    telephone = models.CharField(max_length=20)
    zone = models.CharField(max_length=40, default="Europe/London")
    state = models.CharField(max_length=6, choices=CampaignState.choices, default=CampaignState.DRAFT)
    script = models.ForeignKey("outreach.ScriptVersion", null=True, on_delete=models.PROTECT, related_name="+")
    # Longer than a long call: a screen that is open asks for more time every minute.
    hold = models.DurationField(default=timedelta(minutes=10))
    # Calls that a colleague looks at afterwards: the first so many of each caller, then so many in a hundred.
    sample_first = models.PositiveSmallIntegerField(default=5, db_default=5)
    sample_share = models.PositiveSmallIntegerField(default=5, db_default=5)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team", "name"], name="one_campaign_per_name"),
            models.CheckConstraint(condition=models.Q(sample_share__lte=100), name="outreach_share_in_a_hundred"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="nobody_is_left",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("state"),  # type: ignore[no-untyped-call]
                condition=pgtrigger.Q(new__state=CampaignState.CLOSED),
                func=NOBODY_IS_LEFT,
            )
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class CallingWindow(TeamRecord):
    """When the campaign may ring, on the clock of its own zone, whatever that clock does in spring and autumn."""

    web_may_delete = True

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="windows")
    weekday = models.PositiveSmallIntegerField()  # 1 is Monday, as ISO counts
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__range=(1, 7)), name="outreach_window_weekday"),
            models.CheckConstraint(condition=models.Q(opens__lt=models.F("closes")), name="outreach_window_order"),
        ]
        ordering = ["weekday", "opens"]


@pghistory.track()
class PriorityBand(TeamRecord):
    """How urgent a group of people is. `head_start` is how much longer the next person may have waited before them.

    `spacing` is the least time between two tries to reach somebody; `rings_once_more`, whether they are rung once more
    after an outcome that would do so.
    """

    web_may_delete = True

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="bands")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    head_start = models.DurationField(default=timedelta)
    most_tries = models.PositiveSmallIntegerField(default=6)
    spacing = models.DurationField(default=timedelta)
    rings_once_more = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "place"], name="one_band_per_place")]
        ordering = ["place"]


@pghistory.track()
class CallOutcome(TeamRecord):
    """What may come of one call, and what follows from it.

    `counts` is whether the try counts towards the most tries of the band; `rest` is how long the person is left alone.
    `marks_unsafe` is whether an alert about safe contact stands from then on. `sends_message` is whether we write after
    the first two tries, to whom that is safe. `once_more_after` is how long whoever would be done is left alone before
    they are rung once more, in a band that does so. `asks_language` is whether callers are asked which language they
    need.
    One that is no longer offered stays, with the calls that ended so.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="outcomes")
    place = models.PositiveSmallIntegerField()
    code = models.SlugField(max_length=30)
    label = models.CharField(max_length=80)
    follows = models.CharField(max_length=12, choices=Follows.choices)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    rest = models.DurationField(default=timedelta)
    counts = models.BooleanField(default=True)
    tries_other_number = models.BooleanField(default=False)
    stops_all_calls = models.BooleanField(default=False)
    tells_lead = models.BooleanField(default=False)
    marks_unsafe = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True, blank=True)
    sends_message = models.BooleanField(default=False)
    asks_language = models.BooleanField(default=False)
    once_more_after = models.DurationField(default=timedelta)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "code"], name="one_outcome_per_code"),
            models.CheckConstraint(
                condition=models.Q(follows=Follows.END) ^ models.Q(ending=""),
                name="outreach_outcome_that_ends_says_how",
            ),
        ]
        ordering = ["place"]
