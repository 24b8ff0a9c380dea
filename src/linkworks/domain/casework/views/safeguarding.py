from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.casework.actions.safeguarding import (
    acknowledge_concern,
    close_concern,
    raise_concern,
    record_concern_deed,
)
from linkworks.domain.casework.forms.safeguarding import CloseConcernForm, ConcernDeedForm, ConcernForm
from linkworks.domain.casework.models import Case, SafeguardingConcern
from linkworks.domain.casework.policies import may_close_concern
from linkworks.domain.casework.presenters.safeguarding import ConcernPage, RaiseConcernPage
from linkworks.domain.casework.selectors.safeguarding import get_concern
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.page_registry import no_page, page


@page("casework.concern_new", states=("empty", "error"), title="Raise a safeguarding concern")
class RaiseConcern(CaseForm):
    form_class = ConcernForm
    title = "Raise a safeguarding concern"
    button = "Raise the concern"
    template_name = "casework/concern_new.jinja"

    def get_page(self) -> RaiseConcernPage:
        return RaiseConcernPage.of(self.actor, self.case, super().get_page())

    def save(self, form: ConcernForm) -> str:
        concern = raise_concern(self.actor, case=self.case, **form.values())
        told = dict.fromkeys([concern.lead.name, concern.deputy.name])
        messages.success(self.request, f"Concern raised. Told: {', '.join(told)}.")
        return _address(concern)


class AboutAConcern(CaseForm):
    concern: SafeguardingConcern

    def find_case(self) -> Case:
        self.concern = get_concern(self.actor, self.kwargs["case_id"], self.kwargs["concern_id"])
        return self.concern.case


@page("casework.concern", states=("raised", "acknowledged", "closed", "error"), title="A safeguarding concern")
class ConcernView(AboutAConcern):
    """What stands, and a form for the next thing done."""

    form_class = ConcernDeedForm
    button = "Save what was done"
    template_name = "casework/concern.jinja"

    def get_page(self) -> ConcernPage:
        return ConcernPage.of(self.actor, self.concern)

    def save(self, form: ConcernDeedForm) -> str:
        record_concern_deed(self.actor, concern=self.concern, **form.values())
        messages.success(self.request, "Saved.")
        return _address(self.concern)


@page("casework.concern_close", states=("empty", "error"), title="Close a safeguarding concern")
class CloseConcern(AboutAConcern):
    form_class = CloseConcernForm
    title = "Close the safeguarding concern"
    button = "Close the concern"

    def prepare(self) -> None:
        super().prepare()
        require(may_close_concern, self.actor, self.concern)

    def save(self, form: CloseConcernForm) -> str:
        close_concern(self.actor, concern=self.concern, words=form.cleaned_data["words"])
        messages.success(self.request, "The concern is closed.")
        return _address(self.concern)


@no_page
@require_POST
def acknowledge(request: HttpRequest, case_id: UUID, concern_id: UUID) -> HttpResponse:
    actor: Any = request.actor  # type: ignore[attr-defined]
    concern = get_concern(actor, case_id, concern_id)
    try:
        acknowledge_concern(actor, concern=concern, words="")
    except Refused as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, "Acknowledged. The reminders have ended.")
    return HttpResponseRedirect(_address(concern))


def _address(concern: SafeguardingConcern) -> str:
    return reverse("casework:concern", args=[concern.case_id, concern.pk])
