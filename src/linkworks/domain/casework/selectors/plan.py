"""What matters, needs, the plan with its goals and scores: all of it in one query."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import F, Q, QuerySet

from linkworks.domain.casework.any_case import gather_case
from linkworks.domain.casework.choices import NeedStatus
from linkworks.domain.casework.models import (
    Case,
    CaseRecord,
    Goal,
    GoalScore,
    Need,
    PlanReview,
    PlanStep,
    SupportPlan,
    WhatMatters,
)
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

Row = TypeVar("Row", bound=CaseRecord)


@dataclass(frozen=True)
class GoalStory:
    """A goal, the need it is for, what the person scored (one score a day, oldest first), and its steps."""

    goal: Goal
    need: Need | None
    scores: list[GoalScore]
    steps: list[PlanStep]


@dataclass(frozen=True)
class PlanStory:
    """What matters, newest first; needs, goals, reviews in the order they came."""

    what_matters: list[WhatMatters]
    needs: list[Need]
    plan: SupportPlan | None
    goals: list[GoalStory]
    reviews: list[PlanReview]


def get_story(actor: Actor, case: Case) -> PlanStory:
    """Of a case that was already opened. `what_matters` and `reviews` carry `by_name`."""
    found = gather_case(_querysets, case)
    needs = {need.pk: need for need in found["needs"]}
    scores, steps = _by_goal(found["scores"]), _by_goal(found["steps"])
    return PlanStory(
        what_matters=found["what_matters"],
        needs=found["needs"],
        plan=next(iter(found["plans"]), None),
        goals=[
            GoalStory(goal, needs.get(goal.need_id), _one_a_day(scores[goal.pk]), steps[goal.pk])
            for goal in found["goals"]
        ],
        reviews=found["reviews"],
    )


def _querysets(actor: Actor, case: Case) -> dict[str, QuerySet[Any]]:
    return {
        "what_matters": _rows(WhatMatters, actor, case).annotate(by_name=F("by__name")).order_by("-said_at"),
        "needs": _rows(Need, actor, case),
        "plans": _rows(SupportPlan, actor, case),
        "goals": _rows(Goal, actor, case),
        "scores": _rows(GoalScore, actor, case).order_by("at", "created_at"),
        "steps": _rows(PlanStep, actor, case),
        "reviews": _rows(PlanReview, actor, case).annotate(by_name=F("by__name")).order_by("at"),
    }


def list_open_needs(actor: Actor, case: Case, *, with_id: UUID | None = None) -> list[Need]:
    """Needs being worked on, and the one named, however it stands."""
    return list(_rows(Need, actor, case).filter(Q(status=NeedStatus.OPEN) | Q(pk=with_id)))


def _rows(model: type[Row], actor: Actor, case: Case) -> QuerySet[Row]:
    rows: QuerySet[Row] = model.objects.visible_to(actor).filter(case=case).order_by("created_at")
    return rows


def _by_goal(rows: list[Row]) -> defaultdict[UUID, list[Row]]:
    sorted_rows: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        sorted_rows[row.goal_id].append(row)  # type: ignore[attr-defined]
    return sorted_rows


def _one_a_day(scores: list[GoalScore]) -> list[GoalScore]:
    """The last of each day: a second tap puts the first one right."""
    return list({score.at.astimezone(clock.LONDON).date(): score for score in scores}.values())
