import pghistory
from django.core.validators import MaxValueValidator
from django.db import models

from linkworks.domain.casework.choices import GoalStatus, NeedCategory, NeedStatus
from linkworks.domain.casework.models.base import CaseRecord


class WhatMatters(CaseRecord):
    """The person's own words, kept as said. The newest is shown large; the older ones stay."""

    append_only = True

    words = models.TextField()
    said_at = models.DateTimeField()


@pghistory.track()
class Need(CaseRecord):
    """Something to work on. `status` repeats the newest move, for lists."""

    category = models.CharField(max_length=20, choices=NeedCategory.choices)
    words = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=12, choices=NeedStatus.choices, default=NeedStatus.OPEN)


class NeedMove(CaseRecord):
    """One move of a need's status; the newest row is where it stands. Never changed."""

    append_only = True

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="moves")
    status = models.CharField(max_length=12, choices=NeedStatus.choices)
    at = models.DateTimeField()


@pghistory.track()
class SupportPlan(CaseRecord):
    """What was agreed together, and when to look at it again."""

    agreed_at = models.DateTimeField()
    review_on = models.DateField(null=True, blank=True)
    person_has_copy = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case"], name="one_plan_per_case")]


class PlanReview(CaseRecord):
    """The plan was looked at together, and what came of it."""

    append_only = True

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="reviews")
    at = models.DateTimeField()
    words = models.TextField(blank=True)


@pghistory.track()
class Goal(CaseRecord):
    """An agreed aim in the person's own words. `status` repeats the newest move, for lists."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.PROTECT, related_name="goals")
    words = models.CharField(max_length=300)
    need = models.ForeignKey(Need, null=True, blank=True, on_delete=models.PROTECT, related_name="goals")
    status = models.CharField(max_length=10, choices=GoalStatus.choices, default=GoalStatus.ACTIVE)


class GoalMove(CaseRecord):
    """One move of a goal's status; the newest row is where it stands. Never changed."""

    append_only = True

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="moves")
    status = models.CharField(max_length=10, choices=GoalStatus.choices)
    words = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()


class GoalScore(CaseRecord):
    """How close the person says they are: 0 not at all, 10 there."""

    append_only = True

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="scores")
    score = models.PositiveSmallIntegerField(validators=[MaxValueValidator(10)])
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(score__lte=10), name="goal_score_0_to_10")]
        indexes = [models.Index(fields=["goal", "at"], name="casework_goal_scores")]


@pghistory.track()
class PlanStep(CaseRecord):
    """Who does what by when."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="plan_steps")
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=120)
    by_when = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
