import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models

from linkworks.domain.casework.models import CaseRecord, Goal
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.choices import Choice, IntroductionKind, OnwardStatus, Rung, StoppedReason
from linkworks.domain.people.models import Consent


@pghistory.track()
class Option(CaseRecord):
    """A service put to the person, and what they said: the choice, and the reason in their own words."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.PROTECT, related_name="options")
    why = models.CharField(max_length=300, blank=True)
    offered_at = models.DateTimeField()
    choice = models.CharField(max_length=12, choices=Choice.choices, blank=True)
    choice_words = models.TextField(blank=True)
    chosen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "service"], name="service_offered_once_per_case")]


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
    """We sent the person's details, with consent. `shared` is exactly what left, by field name."""

    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="onward_referrals")
    to_whom = models.CharField(max_length=160)
    address = models.EmailField()
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="+")
    fields = ArrayField(models.CharField(max_length=40))
    shared = models.JSONField()
    status = models.CharField(max_length=16, choices=OnwardStatus.choices, default=OnwardStatus.SENT)
    outbox_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["team", "status", "at"], name="onward_silent")]


class OnwardStep(CaseRecord):
    """One move of an onward referral; the newest is where it stands."""

    append_only = True

    onward_referral = models.ForeignKey(OnwardReferral, on_delete=models.PROTECT, related_name="steps")
    status = models.CharField(max_length=16, choices=OnwardStatus.choices)
    words = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()


class OnwardOutcome(CaseRecord):
    """How it went with an option: a rung of the ladder climbed, or why it stopped there. Never changed."""

    append_only = True

    class NeedMet(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"

    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="outcomes")
    rung = models.CharField(max_length=10, choices=Rung.choices, blank=True)
    need_met = models.CharField(max_length=6, choices=NeedMet.choices, blank=True)
    stopped_because = models.CharField(max_length=20, choices=StoppedReason.choices, blank=True)
    felt = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rung="") ^ models.Q(stopped_because=""), name="a_rung_or_why_it_stopped"
            )
        ]
        indexes = [models.Index(fields=["option", "at"], name="onward_ladder")]
