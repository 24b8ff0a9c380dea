"""What we try next when calls do not reach somebody: the ways of a campaign, and who tries which of them by when."""

from uuid import UUID

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from linkworks.domain.outreach.choices import SHUT_BY_SAFE_CONTACT, OtherWay, StepResult
from linkworks.domain.outreach.models.campaign import Campaign
from linkworks.domain.outreach.models.contact import CampaignContact
from linkworks.domain.people.models import PersonRecord
from linkworks.foundation.access.models import TeamRecord
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.messaging.choices import Channel

OPEN = Q(result="")
TRIED = (StepResult.NOTHING, StepResult.SEEN_SAFE)


@pghistory.track()
class LadderRung(TeamRecord):
    """One way of a campaign, by `place`; there may be several of one kind, such as two visits.

    One that is no longer used stays, with the steps that were taken on it.
    `wait` is until it is due: in hours in which the campaign rings, where somebody must act in person.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="rungs")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=13, choices=OtherWay.choices)
    label = models.CharField(max_length=80)
    guidance = models.TextField(max_length=2000)
    wait = models.DurationField()
    owner_role = models.CharField(max_length=20, choices=Role.choices)
    shut_by_safe_contact = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "place"], deferrable=models.Deferrable.DEFERRED, name="one_way_per_place"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=sorted(SHUT_BY_SAFE_CONTACT)) | Q(shut_by_safe_contact=True),
                name="outreach_ways_that_others_see_can_be_shut",
            ),
        ]
        ordering = ["place"]

    def __str__(self) -> str:
        return self.label


@pghistory.track()
class LadderStep(PersonRecord):
    """One way tried for one person: open, with an owner and a due time, until its result is written, once.

    `who` saw or told us. The fields under it are asked for by single kinds and results only.
    """

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="steps")
    rung = models.ForeignKey(LadderRung, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=13, choices=OtherWay.choices)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    due_at = models.DateTimeField()
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)

    result = models.CharField(max_length=12, choices=StepResult.choices, blank=True)
    words = models.TextField(max_length=2000, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField(null=True, blank=True)

    who = models.CharField(max_length=120, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    service = models.CharField(max_length=120, blank=True)
    first_visitor = models.CharField(max_length=120, blank=True)
    second_visitor = models.CharField(max_length=120, blank=True)
    identity_shown = models.BooleanField(default=False)
    authorised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    reference = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact"], condition=OPEN, name="one_open_step_per_person"),
            models.CheckConstraint(
                condition=Q(result="", at__isnull=True) | ~Q(result="") & Q(at__isnull=False),
                name="a_result_has_its_time",
            ),
            models.CheckConstraint(
                condition=~Q(result=StepResult.SEEN_SAFE) | ~Q(who="") & ~Q(words="") & Q(seen_at__isnull=False),
                name="seen_safe_says_who_when_and_how",
            ),
            models.CheckConstraint(
                condition=~Q(result__in=[StepResult.HANDED_ON, StepResult.IN_CARE]) | ~Q(service=""),
                name="outreach_handed_on_names_the_service",
            ),
            models.CheckConstraint(
                condition=~Q(kind=OtherWay.DOORSTEP, result__in=TRIED)
                | Q(identity_shown=True) & ~Q(first_visitor="") & ~Q(second_visitor__in=["", F("first_visitor")]),
                name="two_people_go_to_a_door_and_show_who_they_are",
            ),
            models.CheckConstraint(
                condition=~Q(kind=OtherWay.POLICE, result__in=TRIED) | Q(authorised_by__isnull=False),
                name="somebody_authorised_the_police",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="what_came_of_it_stands",
                operation=pgtrigger.UpdateOf(  # type: ignore[no-untyped-call]
                    "result", "words", "who", "at", "by_id", "owner_id"
                ),
                condition=~pgtrigger.Q(old__result=""),
            )
        ]
        indexes = [models.Index(fields=["team", "due_at"], condition=OPEN, name="outreach_open_steps")]

    label: str
    campaign_id: UUID
    """Of its rung, where a selector sets them."""


class SafeContactDecision(PersonRecord):
    """What a lead decided although there is an alert about safe contact. The newest counts, until a newer alert.

    `opens` are the ways that may be tried all the same, and `HOUSEHOLD`.
    """

    append_only = True

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="decisions")
    opens = ArrayField(models.CharField(max_length=13), blank=True)
    reason = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()


class CampaignMessage(PersonRecord):
    """That we wrote to somebody, and how. What was written is in the outbox."""

    append_only = True

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="messages")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    message_id = models.UUIDField()
    at = models.DateTimeField()
