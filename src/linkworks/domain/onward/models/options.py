from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.casework.models import CaseRecord, Goal
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.choices import (
    Choice,
    IntroductionKind,
    NeedMet,
    OnwardStatus,
    Overridable,
    Rung,
    SentHow,
    SharedField,
    StoppedReason,
)
from linkworks.domain.people.models import Consent


@pghistory.track()
class Option(CaseRecord):
    """A service put to the person, and why. `choice` repeats the person's newest choice, for lists.

    `overridden` are rules that spoke against it ("full", "area"), put aside by the worker, who said why.
    """

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.PROTECT, related_name="options")
    why = models.CharField(max_length=300, blank=True)
    overridden: "ArrayField[Any, Any]" = ArrayField(
        models.CharField(max_length=4, choices=Overridable.choices), default=list, blank=True
    )
    overridden_because = models.CharField(max_length=300, blank=True)
    offered_at = models.DateTimeField()
    choice = models.CharField(max_length=12, choices=Choice.choices, blank=True)
    chosen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "service"], name="service_offered_once_per_case"),
            models.CheckConstraint(
                condition=models.Q(overridden=[]) | ~models.Q(overridden_because=""), name="overridden_with_a_reason"
            ),
        ]
        indexes = [
            models.Index(
                fields=["team", "chosen_at"],
                condition=models.Q(choice__in=[Choice.YES, Choice.TELL_ME_MORE]),
                name="onward_to_follow",
            )
        ]


class ClientChoice(CaseRecord):
    """What the person said to an option, with the reason in their own words. The newest counts; all stay.

    `sheet` is there when they answered themselves, by the link of their options sheet.
    """

    append_only = True

    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="client_choices")
    choice = models.CharField(max_length=12, choices=Choice.choices)
    words = models.TextField(blank=True)
    at = models.DateTimeField()
    sheet = models.ForeignKey(
        "onward.OptionsSheet", null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )


@pghistory.track()
class Signposting(CaseRecord):
    """The person was told, and goes themselves."""

    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="signpostings")
    at = models.DateTimeField()
    told = models.CharField(max_length=300, blank=True)


@pghistory.track()
class Introduction(CaseRecord):
    """We brought the person and the service together."""

    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="introductions")
    kind = models.CharField(max_length=16, choices=IntroductionKind.choices)
    with_whom = models.CharField(max_length=120)
    at = models.DateTimeField()
    words = models.CharField(max_length=300, blank=True)


@pghistory.track()
class OnwardReferral(CaseRecord):
    """We passed the person's details on, with consent.

    `shared` is exactly what left: a list of [label, text]. `status` and `status_since` repeat the newest step.
    `address` and `outbox_id` are there when it went by e-mail.
    """

    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="onward_referrals")
    to_whom = models.CharField(max_length=160)
    sent_how = models.CharField(max_length=8, choices=SentHow.choices)
    address = models.EmailField(blank=True)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="+")
    fields = ArrayField(models.CharField(max_length=20, choices=SharedField.choices))
    shared = models.JSONField()
    outbox_id = models.UUIDField(null=True, blank=True)
    status = models.CharField(max_length=16, choices=OnwardStatus.choices, default=OnwardStatus.SENT)
    status_since = models.DateTimeField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sent_how=SentHow.EMAIL) ^ (models.Q(address="") & models.Q(outbox_id__isnull=True)),
                name="an_email_has_an_address",
            )
        ]
        indexes = [models.Index(fields=["team", "status", "status_since"], name="onward_silent")]


class OnwardStep(CaseRecord):
    """One move of an onward referral; the newest is where it stands."""

    append_only = True

    onward_referral = models.ForeignKey(OnwardReferral, on_delete=models.PROTECT, related_name="steps")
    status = models.CharField(max_length=16, choices=OnwardStatus.choices)
    words = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()


class OnwardOutcome(CaseRecord):
    """How it went with an option: a rung of the ladder climbed, or why it stopped there. `ladder.py` reads them.

    Never changed: a slip is put right by a row that `corrects` it, and both stay. A correction may say neither:
    then what it corrects did not happen.
    """

    append_only = True

    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="outcomes")
    rung = models.CharField(max_length=10, choices=Rung.choices, blank=True)
    need_met = models.CharField(max_length=6, choices=NeedMet.choices, blank=True)
    stopped_because = models.CharField(max_length=20, choices=StoppedReason.choices, blank=True)
    felt = models.TextField(blank=True)
    at = models.DateTimeField()
    corrects = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(rung="") ^ models.Q(stopped_because=""))
                | models.Q(rung="", stopped_because="", corrects__isnull=False),
                name="a_rung_or_why_it_stopped",
            ),
            models.CheckConstraint(
                condition=models.Q(rung=Rung.NEED_MET, need_met=NeedMet.YES)
                | models.Q(rung=Rung.RECEIVED, need_met__in=["", NeedMet.PARTLY, NeedMet.NO])
                | (~models.Q(rung__in=[Rung.RECEIVED, Rung.NEED_MET]) & models.Q(need_met="")),
                name="need_met_is_said_of_help_received",
            ),
        ]
        indexes = [models.Index(fields=["option", "at"], name="onward_ladder")]
