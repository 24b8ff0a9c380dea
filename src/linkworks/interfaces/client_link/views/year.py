from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from linkworks.domain.onward.actions.answer import open_sheet
from linkworks.domain.onward.sheet.tries import Verdict
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import HAS_ERRORS, render
from linkworks.interfaces.client_link.forms import YearForm
from linkworks.interfaces.client_link.presenters.plain import PlainPage
from linkworks.interfaces.client_link.views.door import Visit, by_link, has_opened, remember_opening

WRONG = "That year does not open it. Check the four numbers and try again."
WAIT = "That was tried too often. Wait an hour and try again, or ask the person who gave you this link."


@page("client_link.year", states=("empty", "error"), title="Open your list")
@by_link
def year(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A wrong year says nothing about whose list it is, nor does the page."""
    if has_opened(request, visit):
        return redirect("client_link:sheet", visit.token)
    form = YearForm(data=request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        verdict = open_sheet(visit.actor, sheet=visit.sheet, year=form.cleaned_data["year"])
        if verdict is None:
            return _opened(visit)
        form.refuse(WAIT if verdict is Verdict.WAIT else WRONG, "year")
    status = HAS_ERRORS if form.is_bound else 200
    return render(request, "client_link/year.jinja", PlainPage("Open your list"), status, form=form)


def _opened(visit: Visit) -> HttpResponse:
    response = redirect("client_link:sheet", visit.token)
    remember_opening(response, visit)
    return response
