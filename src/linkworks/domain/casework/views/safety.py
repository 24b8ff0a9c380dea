from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from linkworks.domain.casework.actions.safety import (
    answer_first_questions,
    end_path,
    open_path,
    record_safety_deed,
)
from linkworks.domain.casework.choices import PathTrigger
from linkworks.domain.casework.forms.safety import EndPathForm, FirstQuestionsForm, SafetyDeedForm
from linkworks.domain.casework.models import Case, SafetyPath
from linkworks.domain.casework.presenters.safety import PathPage, StartPathPage
from linkworks.domain.casework.selectors.safety import get_path, list_open_paths
from linkworks.domain.casework.selectors.workers import list_people_workers
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.foundation.design.page_registry import page


@page("casework.safety_path", states=("empty", "error"), title="Safety path")
class StartPath(CaseForm):
    """At any time, by one key. A path that is open already goes on instead, its first questions asked first."""

    form_class = FirstQuestionsForm
    template_name = "casework/safety_start.jinja"
    button = "Go on"

    def get_title(self) -> str:
        return f"Worried that {self.case.person.known_as} may come to harm?"

    def get_page(self) -> StartPathPage:
        base = super().get_page()
        return StartPathPage(base.title, base.banner, base.back, self.case.person.known_as)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        path = list_open_paths(self.actor, self.find_case()).last()
        if path is not None and path.immediate_danger is not None:
            return HttpResponseRedirect(_address(path))
        return super().get(request, *args, **kwargs)

    def save(self, form: FirstQuestionsForm) -> str:
        path = open_path(self.actor, case=self.case, trigger=PathTrigger.WORKER)
        answer_first_questions(self.actor, path=path, **form.answers)
        return _address(path)


class AboutAPath(CaseForm):
    path: SafetyPath

    def find_case(self) -> Case:
        self.path = get_path(self.actor, self.kwargs["case_id"], self.kwargs["path_id"])
        return self.path.case


@page("casework.safety_path_open", states=("danger", "to_call", "called", "ended", "error"), title="Safety path, open")
class OpenPath(AboutAPath):
    template_name = "casework/safety_path.jinja"
    button = "Save what you did"

    def get_page(self) -> PathPage:
        return PathPage.of(self.actor, self.path)

    def get_form(self, **bound: Any) -> SafetyDeedForm:
        colleagues = [(user.pk, user.name) for user in list_people_workers(self.actor) if user.pk != self.path.owner_id]
        return SafetyDeedForm(colleagues=colleagues, **bound)

    def save(self, form: SafetyDeedForm) -> str:
        record_safety_deed(self.actor, path=self.path, **form.values())
        messages.success(self.request, "Saved.")
        return _address(self.path)


@page("casework.safety_path_end", states=("empty", "error"), title="End a safety path")
class EndPath(AboutAPath):
    form_class = EndPathForm
    title = "End the safety path"
    button = "End the safety path"

    def save(self, form: EndPathForm) -> str:
        end_path(self.actor, path=self.path, words=form.cleaned_data["words"])
        messages.success(self.request, "The safety path has ended.")
        return self.case_url


def _address(path: SafetyPath) -> str:
    return reverse("casework:safety_path_open", args=[path.case_id, path.pk])
