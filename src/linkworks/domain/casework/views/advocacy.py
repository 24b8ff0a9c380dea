"""Looking into what came up, and speaking up for the person."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from linkworks.domain.casework.actions.advocacy import begin_advocacy, change_advocacy, record_advocacy_step
from linkworks.domain.casework.actions.research import ask, record_finding
from linkworks.domain.casework.forms import due
from linkworks.domain.casework.forms.advocacy import (
    STILL_GOING,
    AdvocacyForm,
    AdvocacyStepForm,
    FindingForm,
    ResearchForm,
)
from linkworks.domain.casework.models import Advocacy, ResearchTask
from linkworks.domain.casework.presenters.advocacy import AdvocacyPage
from linkworks.domain.casework.selectors.advocacy import list_steps
from linkworks.domain.casework.selectors.cases import get_case_row
from linkworks.domain.casework.selectors.workers import list_people_workers
from linkworks.domain.casework.views.plan_form import FORM_STATES, PlanForm, RowForm
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render

SECTION = "on-behalf"


@page("casework.research_new", states=FORM_STATES, title="Look into something")
class AskResearch(PlanForm):
    form_class = ResearchForm
    title = "Look into something"
    done = "What there is to look into is saved."
    section = SECTION

    def get_initial(self) -> dict[str, Any]:
        return {"worker_id": str(self.actor.user_id), "by_when": due.WEEK}

    def get_form(self, **bound: Any) -> ResearchForm:
        colleagues = [(user.pk, user.name) for user in list_people_workers(self.actor)]
        return ResearchForm(colleagues=colleagues, initial=self.get_initial(), **bound)

    def change(self, form: ResearchForm) -> None:
        ask(self.actor, case=self.case, **form.values())


@page("casework.research", states=FORM_STATES, title="What did you find?")
class RecordFinding(RowForm[ResearchTask]):
    model = ResearchTask
    form_class = FindingForm
    done = "What you found is saved."
    section = SECTION

    def get_title(self) -> str:
        return f"What did you find? {self.row.question}"

    def change(self, form: FindingForm) -> None:
        record_finding(self.actor, task=self.row, expected_version=self.posted_version, **form.cleaned_data)


@page("casework.advocacy_new", states=FORM_STATES, title="Speak up for the person")
class BeginAdvocacy(PlanForm):
    form_class = AdvocacyForm
    done = "What you speak up for is saved."
    section = SECTION

    def get_title(self) -> str:
        return f"Speak up for {self.case.person.known_as}"

    def change(self, form: AdvocacyForm) -> None:
        begin_advocacy(self.actor, case=self.case, **form.cleaned_data)


@page("casework.advocacy", states=("open", "ended"), title="Speaking up")
def advocacy(request: HttpRequest, row_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    matter = get_case_row(actor, Advocacy, row_id)
    record_look(actor, "casework.advocacy", [matter.person_id], reason=matter.case.opening_reason or "")
    return render(request, "casework/advocacy.jinja", AdvocacyPage.of(actor, matter, list_steps(actor, matter)))


@page("casework.advocacy_change", states=FORM_STATES, title="Change what you speak up for")
class ChangeAdvocacy(RowForm[Advocacy]):
    model = Advocacy
    form_class = AdvocacyForm
    title = "Change what you speak up for"
    done = "What you speak up for is saved."
    section = SECTION

    def change(self, form: AdvocacyForm) -> None:
        change_advocacy(self.actor, advocacy=self.row, expected_version=self.posted_version, **form.cleaned_data)


@page("casework.advocacy_step", states=FORM_STATES, title="What was done or heard?")
class RecordStep(RowForm[Advocacy]):
    model = Advocacy
    form_class = AdvocacyStepForm
    done = "What was done or heard is saved."
    section = SECTION

    def get_title(self) -> str:
        return f"What was done or heard? {self.row.about}"

    def get_version(self) -> None:
        """Steps are added to: nobody overtakes anybody."""

    def get_initial(self) -> dict[str, Any]:
        return {"on": clock.today(), "result": STILL_GOING}

    def change(self, form: AdvocacyStepForm) -> None:
        given = form.cleaned_data
        record_advocacy_step(
            self.actor,
            advocacy=self.row,
            words=given["words"],
            result=form.chosen_result(),
            at=clock.moment_on(given["on"]),
        )
