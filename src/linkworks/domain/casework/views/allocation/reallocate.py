from typing import Any, ClassVar

from django.contrib import messages
from django.urls import reverse

from linkworks.domain.casework.actions.allocation import reallocate
from linkworks.domain.casework.forms.allocation import ReallocateForm
from linkworks.domain.casework.presenters.allocation import ReallocatePage
from linkworks.domain.casework.selectors.allocation import current_allocation, get_case_to_allocate, suggest_workers
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design import fields
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage


@page("casework.reallocate", states=("filled", "error"))
class Reallocate(FormPage):
    form_class = ReallocateForm
    template_name = "casework/allocation/reallocate.jinja"
    button: ClassVar[str] = "Give the case"

    def prepare(self) -> None:
        self.case = get_case_to_allocate(self.actor, self.kwargs["case_id"])
        self.current = current_allocation(self.actor, self.case)
        record_look(self.actor, "casework.reallocate", [self.case.person_id])

    def get_page(self) -> ReallocatePage:
        return ReallocatePage.of(self.case, self.current)

    def get_form(self, **bound: Any) -> fields.Form:
        holder = self.current.worker_id if self.current else None
        others = [one for one in suggest_workers(self.actor, self.case.referral) if one.worker_id != holder]
        return ReallocateForm(suggestions=others, **bound)

    def save(self, form: Any) -> str:
        answers = form.cleaned_data
        reallocate(self.actor, case=self.case, worker_id=answers["worker"], reason=answers["reason"])
        messages.success(self.request, "The case has a new link worker.")
        return reverse("casework:caseload")
