"""Goals in the person's own words, how close they say they are, and how a goal ends."""

from datetime import datetime

from django.db import transaction

from linkworks.domain.casework.actions.plan import agree_plan
from linkworks.domain.casework.choices import GOAL_MOVES, GoalStatus
from linkworks.domain.casework.models import Case, Goal, GoalMove, GoalScore, Need
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

HIGHEST = 10


@transaction.atomic
def agree_goal(
    actor: Actor,
    *,
    case: Case,
    words: str,
    need: Need | None = None,
    score: int | None = None,
    at: datetime | None = None,
) -> Goal:
    """The first goal begins the plan. `score` is how close the person says they are already."""
    plan = agree_plan(actor, case=case, agreed_at=at)
    goal = Goal.on(case, actor, plan=plan, words=words, need=need)
    goal.save()
    GoalMove.on(case, actor, goal=goal, status=GoalStatus.ACTIVE, at=at or clock.now()).save()
    record(actor, "goal.agreed", subject=goal, person_id=goal.person_id)
    if score is not None:
        score_goal(actor, goal=goal, score=score, at=at)
    return goal


@transaction.atomic
def reword_goal(actor: Actor, *, goal: Goal, expected_version: int | None, words: str, need: Need | None) -> None:
    require(may_work_on, actor, goal.case)
    goal.case.insist_not_closed()
    goal.change(expected_version=expected_version, words=words, need=need)
    record(actor, "goal.reworded", subject=goal, person_id=goal.person_id)


@transaction.atomic
def move_goal(
    actor: Actor,
    *,
    goal: Goal,
    expected_version: int | None,
    status: GoalStatus,
    words: str = "",
    at: datetime | None = None,
) -> None:
    """Reached, or no longer what matters; or taken up again."""
    require(may_work_on, actor, goal.case)
    goal.case.insist_not_closed()
    if status not in GOAL_MOVES[GoalStatus(goal.status)]:
        raise Refused("This goal has ended already. Take it up again first.", "status")
    goal.change(expected_version=expected_version, status=status)
    GoalMove.on(goal.case, actor, goal=goal, status=status, words=words, at=at or clock.now()).save()
    record(actor, "goal.moved", subject=goal, person_id=goal.person_id, status=status)


@transaction.atomic
def score_goal(actor: Actor, *, goal: Goal, score: int, at: datetime | None = None) -> GoalScore:
    """What the person says, from 0 to 10. A second score on the same day takes the place of the first on pages."""
    require(may_work_on, actor, goal.case)
    goal.case.insist_not_closed()
    said_at = at or clock.now()
    if not 0 <= score <= HIGHEST:
        raise Refused("Choose a number from 0 to 10", "score")
    if said_at > clock.now():
        raise Refused("The day must be today or in the past", "on")
    said = GoalScore.on(goal.case, actor, goal=goal, score=score, at=said_at)
    said.save()
    record(actor, "goal.scored", subject=said, person_id=said.person_id, goal=goal.pk, score=score)
    return said
