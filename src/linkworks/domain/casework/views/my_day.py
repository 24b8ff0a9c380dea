from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from linkworks.domain.casework.policies import works_with_people
from linkworks.domain.casework.presenters.my_day import MyDay
from linkworks.domain.casework.selectors.my_day import get_day
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design import navigation
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import TitledPage, render


@page("casework.my_day", states=("empty", "filled", "no_work_here"), title="My day")
def my_day(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    if not works_with_people(actor):
        return _home_of_others(request)
    day = get_day(actor)
    record_look(actor, "casework.my_day", day.people)
    return render(request, "casework/my_day.jinja", MyDay.of(actor, day))


def _home_of_others(request: HttpRequest) -> HttpResponse:
    """Whoever works with nobody's record starts on the first page of their own menu."""
    elsewhere = [link.href for link in navigation.links(request) if link.href != request.path]
    if elsewhere:
        return HttpResponseRedirect(elsewhere[0])
    return render(request, "casework/no_work_here.jinja", TitledPage("Nothing here for you yet"))
