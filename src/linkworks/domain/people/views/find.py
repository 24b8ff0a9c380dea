from django.http import HttpRequest, HttpResponse

from linkworks.domain.people.finding import read_search
from linkworks.domain.people.policies import works_with_people
from linkworks.domain.people.presenters.find import FindPage
from linkworks.domain.people.selectors.find import find_people, find_who_may_be
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import HAS_ERRORS, render

LONGEST = 200


@page("people.find", states=("empty", "filled", "nobody", "error"))
def find(request: HttpRequest) -> HttpResponse:
    """Search by post, so that no name or number stands in an address, a history or a log."""
    actor = request.actor  # type: ignore[attr-defined]
    require(works_with_people, actor)
    if request.method != "POST":
        return render(request, "people/find.jinja", FindPage.empty())
    words = request.POST.get("words", "")[:LONGEST]
    sought = read_search(words)
    found = find_people(actor, sought)
    exactly = [person.pk for person in found.people]
    may_be = [] if found.is_cut else find_who_may_be(actor, sought, besides=exactly)
    facts = before_contact(actor, [*exactly, *(one.person.pk for one in may_be)])
    record_look(actor, "people.find", facts)
    shown = FindPage.of(words, sought, found, may_be, facts)
    return render(request, "people/find.jinja", shown, status=HAS_ERRORS if shown.problem else 200)
