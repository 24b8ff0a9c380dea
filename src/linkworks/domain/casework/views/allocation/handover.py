from typing import Any, ClassVar
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.casework.actions.handover import hand_over, take_back
from linkworks.domain.casework.forms.allocation import ChooseCaseloadForm, HandoverForm
from linkworks.domain.casework.policies import may_allocate
from linkworks.domain.casework.presenters.allocation import HandoverPage, HandoverResultPage
from linkworks.domain.casework.selectors.allocation import (
    get_handover,
    get_worker,
    list_caseload,
    list_handed_over,
    list_workers,
    propose_receivers,
)
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design import fields
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, render


@page("casework.choose_caseload", states=("filled", "error"))
class ChooseCaseload(FormPage):
    """Step one: whose cases, and to whom."""

    form_class = ChooseCaseloadForm
    title: ClassVar[str] = "Hand over a caseload"
    button: ClassVar[str] = "Show every case"

    def prepare(self) -> None:
        require(may_allocate, self.actor)
        self.workers = list(list_workers(self.actor))

    def get_form(self, **bound: Any) -> fields.Form:
        return ChooseCaseloadForm(workers=self.workers, **bound)

    def save(self, form: Any) -> str:
        address = reverse("casework:handover", args=[form.cleaned_data["from_worker"]])
        receiver = form.cleaned_data["to_worker"]
        return f"{address}?{urlencode({'to': receiver})}" if receiver else address


@page("casework.handover", states=("empty", "filled", "error"))
class PreviewHandover(FormPage):
    """Step two: every case with its proposed receiver; saving hands them over."""

    form_class = HandoverForm
    template_name = "casework/allocation/handover.jinja"
    button: ClassVar[str] = "Hand these cases over"

    def prepare(self) -> None:
        require(may_allocate, self.actor)
        self.worker = get_worker(self.actor, self.kwargs["worker_id"])
        self.cases = list(list_caseload(self.actor, self.worker.pk))
        record_look(self.actor, "casework.handover", [case.person_id for case in self.cases])

    def get_page(self) -> HandoverPage:
        return HandoverPage.of(self.worker.name, self.cases)

    def get_initial(self) -> dict[str, Any]:
        only = self.request.GET.get("to", "")
        if only:
            return {str(case.pk): only for case in self.cases}
        return {str(case): str(worker) for case, worker in propose_receivers(self.actor, self.worker.pk).items()}

    def get_form(self, **bound: Any) -> fields.Form:
        others = [(str(one.pk), one.name) for one in list_workers(self.actor) if one.pk != self.worker.pk]
        cases = [case.pk for case in self.cases]
        return HandoverForm(initial=self.get_initial(), receivers=others, cases=cases, **bound)

    def save(self, form: Any) -> str:
        handover, _ = hand_over(
            self.actor,
            from_worker_id=self.worker.pk,
            receivers=form.chosen,
            reason=form.cleaned_data["reason"],
        )
        return reverse("casework:handover_result", args=[handover.pk])


@page("casework.handover_result", states=("done", "taken_back"))
def handover_result(request: HttpRequest, handover_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    handover = get_handover(actor, handover_id)
    made = list(list_handed_over(actor, handover))
    stayed = list(list_caseload(actor, handover.from_worker_id)) if handover.undone_at is None else []
    record_look(actor, "casework.handover_result", [*(row.person_id for row in made), *(c.person_id for c in stayed)])
    return render(request, "casework/allocation/handover_result.jinja", HandoverResultPage.of(handover, made, stayed))


@no_page
@require_POST
def take_back_handover(request: HttpRequest, handover_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    take_back(actor, handover=get_handover(actor, handover_id))
    return redirect("casework:handover_result", handover_id)
