from uuid import UUID

from django.http import HttpRequest, HttpResponse

from linkworks.domain.people.presenters.person import PersonPage
from linkworks.domain.people.selectors.person import get_person, get_records
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design import panels
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render


@page("people.person", states=("empty", "filled", "died", "restricted"), title="Person")
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = get_person(actor, person_id)
    record_look(actor, "people.person", [found.pk], reason=found.opening_reason)
    shown = PersonPage.of(actor, found, get_records(actor, found), panels.fill("people.person", actor, found))
    return render(request, "people/person.jinja", shown)
