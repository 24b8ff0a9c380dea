"""On My day: who has died, what to look into, and what to look at again."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.casework.models import SupportPlan
from linkworks.domain.casework.presenters.advocacy import WorkLine, due_when, is_late, research_line
from linkworks.domain.casework.presenters.next_step import close_after_death
from linkworks.domain.casework.selectors.due_work import DueWork
from linkworks.domain.people.choices import AdjustmentKind, AlertKind
from linkworks.domain.people.models import Adjustment, Alert
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Link

CALLED_OFF = "Appointments, messages and referrals that waited are called off."


@dataclass(frozen=True)
class DiedLine:
    name: str
    href: str
    says: str
    close: Link


@dataclass(frozen=True)
class DueWorkPanel:
    died: tuple[DiedLine, ...]
    research: tuple[WorkLine, ...]
    reviews: tuple[WorkLine, ...]

    @classmethod
    def of(cls, work: DueWork) -> "DueWorkPanel":
        reviews = (
            *(_plan(plan) for plan in work.plans),
            *(_alert(alert) for alert in work.alerts),
            *(_adjustment(need) for need in work.adjustments),
        )
        return cls(
            died=tuple(_died(case) for case in work.died),
            research=tuple(research_line(task, name=_name(task)) for task in work.research),
            reviews=reviews,
        )

    @property
    def is_empty(self) -> bool:
        return not (self.died or self.research or self.reviews)


def _died(case: Any) -> DiedLine:
    return DiedLine(
        name=_name(case),
        href=reverse("casework:case", args=[case.pk]),
        says=f"Died on {words.full_date(case.died_on)}. {CALLED_OFF}",
        close=Link("Close the case", close_after_death(case), hidden=f"of {_name(case)}"),
    )


def _plan(plan: SupportPlan) -> WorkLine:
    link = Link("Look at it again", reverse("casework:plan_review", args=[plan.pk]), f"the plan with {_name(plan)}")
    return _line(plan, "The plan", link, plan.case_id)


def _alert(alert: Any) -> WorkLine:
    label = AlertKind(alert.kind).label
    address = reverse("people:alert", args=[alert.person_id, alert.pk])
    return _line(
        alert, f"Alert: {label}", Link("Does it still hold?", address, f"{label}, {_name(alert)}"), alert.own_case_id
    )


def _adjustment(need: Any) -> WorkLine:
    label = AdjustmentKind(need.kind).label
    address = reverse("people:adjustment", args=[need.person_id, need.pk])
    return _line(need, f"Need: {label}", Link("Ask again", address, f"{label}, {_name(need)}"), need.own_case_id)


def _line(row: SupportPlan | Alert | Adjustment, title: str, link: Link, case_id: UUID) -> WorkLine:
    return WorkLine(
        title=title,
        who="",
        due=due_when(row.review_on),
        is_late=is_late(row.review_on),
        link=link,
        name=_name(row),
        href=reverse("casework:case", args=[case_id]),
    )


def _name(row: Any) -> str:
    """As the selector annotated it."""
    return f"{row.given_name} {row.family_name}"
