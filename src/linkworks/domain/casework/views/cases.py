from uuid import UUID

from django.http import HttpRequest, HttpResponse

from linkworks.domain.casework.presenters.case_page import CasePage
from linkworks.domain.casework.presenters.timeline import read_kind, timeline_view
from linkworks.domain.casework.selectors.case_page import get_case_facts
from linkworks.domain.casework.selectors.cases import get_case
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.paging import asked_page


@page("casework.case", states=("empty", "filled", "closed"), title="A case")
def case_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    case = get_case(actor, case_id)
    facts = get_case_facts(actor, case)
    known = before_contact(actor, [case.person_id])[case.person_id]
    timeline = timeline_view(case, kind=read_kind(request.GET.get("kind", "")), page=asked_page(request))
    record_look(actor, "casework.case", [case.person_id], reason=case.opening_reason or "")
    return render(request, "casework/case.jinja", CasePage.of(actor, case, facts, known, timeline))
