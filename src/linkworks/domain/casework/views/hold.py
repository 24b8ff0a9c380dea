from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from linkworks.domain.casework.actions.hold import hold_case, resume_case
from linkworks.domain.casework.forms.hold import HoldForm
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.casework.views.case_form import CaseForm
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page


@page("casework.hold", states=("empty", "error"), title="Put the case on hold")
class Hold(CaseForm):
    form_class = HoldForm
    title = "Put the case on hold"
    button = "Put on hold"

    def save(self, form: HoldForm) -> str:
        hold_case(self.actor, case=self.case, **form.cleaned_data)
        messages.success(self.request, "On hold. You will get a task when it is time to take it up again.")
        return self.case_url


@no_page
@require_POST
def resume(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    do(request, lambda: resume_case(actor, case=case), "The case is open again.")
    return HttpResponseRedirect(reverse("casework:case", args=[case_id]))
