"""Who does what by when, towards a goal."""

from datetime import date, datetime

from django.db import transaction

from linkworks.domain.casework.models import Goal, PlanStep
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def add_step(actor: Actor, *, goal: Goal, what: str, who: str, by_when: date | None = None) -> PlanStep:
    require(may_work_on, actor, goal.case)
    goal.case.insist_not_closed()
    step = PlanStep.on(goal.case, actor, goal=goal, what=what, who=who, by_when=by_when)
    step.save()
    record(actor, "plan_step.added", subject=step, person_id=step.person_id, goal=goal.pk)
    return step


@transaction.atomic
def finish_step(actor: Actor, *, step: PlanStep, done_at: datetime | None = None) -> None:
    """Finishing what is finished changes nothing."""
    require(may_work_on, actor, step.case)
    step.case.insist_not_closed()
    if step.done_at is None:
        step.change(done_at=done_at or clock.now())
        record(actor, "plan_step.done", subject=step, person_id=step.person_id, goal=step.goal_id)


@transaction.atomic
def reopen_step(actor: Actor, *, step: PlanStep) -> None:
    require(may_work_on, actor, step.case)
    step.case.insist_not_closed()
    if step.done_at is not None:
        step.change(done_at=None)
        record(actor, "plan_step.not_done", subject=step, person_id=step.person_id, goal=step.goal_id)
