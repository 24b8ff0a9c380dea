from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from linkworks.domain.onward.models import Option
from linkworks.domain.outreach.choices import HeardFrom, NeedState, Urgency
from linkworks.domain.outreach.models.base import CallRecord
from linkworks.domain.outreach.models.campaign import Campaign
from linkworks.domain.outreach.models.contact import CampaignContact
from linkworks.domain.outreach.models.provider import NeedType, Provider
from linkworks.domain.outreach.need_rules import ENDED
from linkworks.domain.people.models import PersonRecord
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

IS_ENDED = Q(state__in=ENDED)


class Need(PersonRecord):
    """Help that somebody on the list needs, until they say that they have it. Its steps tell how it came to stand here.

    `due_at` is when the next step is due; `deliver_by` is what the person was told. `token` is that of the call in
    which it was raised. `owner` answers for it whoever brings it; `remind_at` is when they are told next, and who owns
    what cannot wait is told until they have `acknowledged_at`. `option` is the service in the person's case to which
    they said yes for this: the need follows what is referred on from there.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="needs", db_index=False)
    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="needs")
    token = models.UUIDField(null=True, blank=True)
    type = models.ForeignKey(NeedType, on_delete=models.PROTECT, related_name="+", db_index=False)
    urgency = models.CharField(max_length=9, choices=Urgency.choices)
    words = models.CharField(max_length=500)
    may_share = models.BooleanField()

    state = models.CharField(max_length=11, choices=NeedState.choices, default=NeedState.RAISED)
    provider = models.ForeignKey(Provider, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    option = models.ForeignKey(Option, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    deliver_by = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    scheduled_for = models.DateTimeField(null=True, blank=True)

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    remind_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(IS_ENDED & Q(due_at__isnull=True)) | (~IS_ENDED & Q(due_at__isnull=False)),
                name="no_open_need_is_forgotten",
            ),
            models.CheckConstraint(
                condition=Q(may_share=True) | Q(provider__isnull=True), name="nobody_is_told_without_a_yes"
            ),
            models.CheckConstraint(
                condition=IS_ENDED
                | ~Q(urgency=Urgency.IMMEDIATE)
                | Q(acknowledged_at__isnull=False)
                | Q(remind_at__isnull=False),
                name="what_cannot_wait_is_owned",
            ),
        ]
        indexes = [
            models.Index(fields=["campaign", "due_at"], condition=~IS_ENDED, name="outreach_needs_due"),
            models.Index(fields=["team", "remind_at"], condition=Q(remind_at__isnull=False), name="outreach_remind"),
        ]

    label: str
    """Of its type, where a selector sets it."""

    @property
    def is_open(self) -> bool:
        return self.state not in ENDED


class NeedStep(PersonRecord):
    """What happened to a need, from whom it was heard, and who wrote it down. Written once.

    `by` is empty for what a job did and for what a provider answered on their link.
    """

    append_only = True

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=11, choices=NeedState.choices)
    provider = models.ForeignKey(Provider, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    words = models.CharField(max_length=500, blank=True)
    scheduled_for = models.DateTimeField(null=True, blank=True)
    heard_from = models.CharField(max_length=8, choices=HeardFrom.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    @classmethod
    def of(cls, need: Need, actor: Actor, heard_from: HeardFrom, **values: Any) -> Self:
        """An unsaved step that says where the need stands now, unless `values` say otherwise."""
        said = {"state": need.state, "provider_id": need.provider_id, "at": clock.now()} | values
        return cls(
            team_id=need.team_id,
            person_id=need.person_id,
            need=need,
            by_id=actor.user_id,
            heard_from=heard_from,
            **said,
        )


class NeedMark(CallRecord):
    """What a caller adds by hand to the needs that answers raise, or takes from them: “they see to it themselves”.

    The newest for each kind of need in a call counts.
    """

    contact = models.ForeignKey(CampaignContact, on_delete=models.PROTECT, related_name="+")
    token = models.UUIDField()
    type = models.ForeignKey(NeedType, on_delete=models.PROTECT, related_name="+", db_index=False)
    is_needed = models.BooleanField()
    may_share = models.BooleanField(default=False)
    urgency = models.CharField(max_length=9, choices=Urgency.choices, blank=True)
    words = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(is_needed=False) | ~Q(urgency=""), name="what_is_needed_has_an_urgency")
        ]
        indexes = [models.Index(fields=["token", "at"], name="outreach_need_marks")]
