"""What matters, needs, and the plan as a whole."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from linkworks.domain.casework.actions.needs import add_needs, move_need
from linkworks.domain.casework.actions.plan import agree_plan, arrange_review, review_plan
from linkworks.domain.casework.actions.what_matters import record_what_matters
from linkworks.domain.casework.choices import NeedCategory, NeedStatus
from linkworks.domain.casework.forms.plan import (
    AgreePlanForm,
    NeedsForm,
    NeedStatusForm,
    ReviewPlanForm,
    WhatMattersForm,
)
from linkworks.domain.casework.models import Need, SupportPlan
from linkworks.domain.casework.presenters.plan_page import PlanPage
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.casework.selectors.plan import get_story, list_open_needs
from linkworks.domain.casework.views.plan_form import FORM_STATES, PlanForm, RowForm
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render


@page("casework.plan", states=("empty", "filled"), title="The plan")
def plan(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The plan as the person may carry it home: no numbers that identify, no alerts."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    record_look(actor, "casework.plan", [case.person_id], reason=case.opening_reason or "")
    return render(request, "casework/plan.jinja", PlanPage.of(actor, case, get_story(actor, case)))


@page("casework.what_matters", states=FORM_STATES, title="What matters")
class WhatMattersNew(PlanForm):
    form_class = WhatMattersForm
    done = "What matters is saved as it was said."
    section = "what-matters"

    def get_title(self) -> str:
        return f"What matters to {self.case.person.known_as}"

    def get_initial(self) -> dict[str, Any]:
        return {"said_on": clock.today()}

    def change(self, form: WhatMattersForm) -> None:
        given = form.cleaned_data
        said_at = clock.moment_on(given["said_on"])
        record_what_matters(self.actor, case=self.case, words=given["words"], said_at=said_at)


@page("casework.needs", states=FORM_STATES, title="Add needs")
class AddNeeds(PlanForm):
    form_class = NeedsForm
    title = "Add needs"
    done = "The needs are added."
    section = "needs"

    def get_form(self, **bound: Any) -> NeedsForm:
        standing = [need.category for need in list_open_needs(self.actor, self.case)]
        return NeedsForm(standing=standing, **bound)

    def change(self, form: NeedsForm) -> None:
        categories = [NeedCategory(category) for category in form.cleaned_data["categories"]]
        add_needs(self.actor, case=self.case, categories=categories, words=form.cleaned_data["words"])


@page("casework.need", states=FORM_STATES, title="How does this need stand?")
class MoveNeed(RowForm[Need]):
    model = Need
    form_class = NeedStatusForm
    done = "How the need stands is saved."
    section = "needs"

    def get_title(self) -> str:
        return f"Need: {NeedCategory(self.row.category).label}"

    def get_form(self, **bound: Any) -> NeedStatusForm:
        return NeedStatusForm(now=NeedStatus(self.row.status), **bound)

    def change(self, form: NeedStatusForm) -> None:
        status = NeedStatus(form.cleaned_data["status"])
        move_need(self.actor, need=self.row, expected_version=self.posted_version, status=status)


@page("casework.plan_agree", states=FORM_STATES, title="Agree the plan")
class AgreePlan(PlanForm):
    form_class = AgreePlanForm
    title = "Agree the plan"
    done = "The plan is agreed."

    def get_initial(self) -> dict[str, Any]:
        return {"agreed_on": clock.today()}

    def change(self, form: AgreePlanForm) -> None:
        given = form.cleaned_data
        agree_plan(
            self.actor,
            case=self.case,
            agreed_at=clock.moment_on(given["agreed_on"]),
            review_on=given["review_on"],
            person_has_copy=given["person_has_copy"],
        )


@page("casework.plan_review", states=FORM_STATES, title="Look at the plan again")
class ReviewPlan(RowForm[SupportPlan]):
    model = SupportPlan
    form_class = ReviewPlanForm
    title = "Look at the plan again"
    done = "The plan is saved."

    def change(self, form: ReviewPlanForm) -> None:
        words = form.cleaned_data.pop("words")
        change = {"plan": self.row, "expected_version": self.posted_version, **form.cleaned_data}
        if words:
            review_plan(self.actor, words=words, **change)
        else:
            arrange_review(self.actor, **change)
