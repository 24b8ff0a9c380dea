from django.http import HttpRequest, HttpResponse

from linkworks.domain.casework.presenters.allocation import OpeningsPage
from linkworks.domain.casework.selectors.allocation import list_openings
from linkworks.domain.people.selectors.person import names_of
from linkworks.foundation.accounts.selectors import names_of_staff
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.paging import paging, slice_for


@page("casework.openings", states=("empty", "filled"))
def openings(request: HttpRequest) -> HttpResponse:
    """For the lead: who opened records outside their caseload, and why they said they did."""
    actor = request.actor  # type: ignore[attr-defined]
    listed = list_openings(actor)
    pages = paging(request, listed.count())
    rows = list(slice_for(pages, listed))
    people = names_of(actor, {row.person_id for row in rows})
    staff = names_of_staff(actor, {row.user_id for row in rows})
    record_look(actor, "casework.openings", people)
    return render(request, "casework/allocation/openings.jinja", OpeningsPage.of(rows, people, staff, pages))
