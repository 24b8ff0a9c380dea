from uuid import UUID

from django.http import HttpRequest, HttpResponse

from linkworks.domain.onward.selectors.sheets import list_answers, list_entries
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.uuids import read_uuid
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.interfaces.client_link.presenters.sheet import SheetPage, card_of
from linkworks.interfaces.client_link.views.door import Visit, once_opened

STATES = ("filled", "answered", "large", "delicate", "taken_up")


@page("client_link.sheet", states=STATES, title="Your list")
@once_opened
def sheet(request: HttpRequest, visit: Visit) -> HttpResponse:
    record_look(visit.actor, "client_link.sheet", [visit.sheet.person_id])
    return show(request, visit, just_answered=read_uuid(request.GET.get("answered", "")))


def show(
    request: HttpRequest, visit: Visit, *, just_answered: UUID | None = None, problem: str = "", status: int = 200
) -> HttpResponse:
    entries = list_entries(visit.actor, visit.sheet)
    answers = list_answers(visit.actor, entries)
    cards = [
        card_of(
            entry,
            visit.token,
            their_words=answers[entry.option_id].words,
            is_taken_up=answers[entry.option_id].is_taken_up,
            is_new=entry.pk == just_answered,
        )
        for entry in entries
    ]
    shown = SheetPage.of(
        visit.sheet,
        visit.token,
        cards,
        is_delicate=any(entry.is_delicate for entry in entries),
        is_large=request.GET.get("size") == "large",
    )
    return render(request, "client_link/sheet.jinja", shown, status, problem=problem)
