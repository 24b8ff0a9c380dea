"""The plan: agreed with the person, looked at again, and in their hands."""

from datetime import date, datetime

from django.db import transaction

from linkworks.domain.casework.models import Case, PlanReview, SupportPlan
from linkworks.domain.casework.policies import may_work_on
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def agree_plan(
    actor: Actor,
    *,
    case: Case,
    agreed_at: datetime | None = None,
    review_on: date | None = None,
    person_has_copy: bool = False,
) -> SupportPlan:
    """The case's one plan; the plan that is there when one was agreed before."""
    require(may_work_on, actor, case)
    case.insist_not_closed()
    Case.objects.select_for_update().get(pk=case.pk)
    standing: SupportPlan | None = SupportPlan.objects.filter(case=case).first()
    if standing is not None:
        return standing
    plan = SupportPlan.on(
        case, actor, agreed_at=agreed_at or clock.now(), review_on=review_on, person_has_copy=person_has_copy
    )
    plan.save()
    record(
        actor,
        "plan.agreed",
        subject=plan,
        person_id=plan.person_id,
        review_on=review_on,
        person_has_copy=person_has_copy,
    )
    return plan


@transaction.atomic
def arrange_review(
    actor: Actor, *, plan: SupportPlan, expected_version: int | None, review_on: date | None, person_has_copy: bool
) -> None:
    """When to look at it together, and whether the person has a copy."""
    require(may_work_on, actor, plan.case)
    plan.case.insist_not_closed()
    plan.change(expected_version=expected_version, review_on=review_on, person_has_copy=person_has_copy)
    record(
        actor,
        "plan.review_arranged",
        subject=plan,
        person_id=plan.person_id,
        review_on=review_on,
        person_has_copy=person_has_copy,
    )


@transaction.atomic
def review_plan(
    actor: Actor,
    *,
    plan: SupportPlan,
    expected_version: int | None,
    words: str,
    review_on: date | None,
    person_has_copy: bool,
    at: datetime | None = None,
) -> PlanReview:
    """It was looked at together: what came of it, and when to look again."""
    require(may_work_on, actor, plan.case)
    plan.case.insist_not_closed()
    plan.change(expected_version=expected_version, review_on=review_on, person_has_copy=person_has_copy)
    review = PlanReview.on(plan.case, actor, plan=plan, at=at or clock.now(), words=words)
    review.save()
    record(
        actor,
        "plan.reviewed",
        subject=plan,
        person_id=plan.person_id,
        review_on=review_on,
        person_has_copy=person_has_copy,
    )
    return review
