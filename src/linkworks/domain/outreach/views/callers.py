"""Who rings for the team: whether they are ready, whether they are there, and who needs a colleague."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.colleagues import answer_colleague
from linkworks.domain.outreach.presenters.callers import CallersPage
from linkworks.domain.outreach.selectors.callers import get_asked, list_asked, list_callers, rung_in
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render

YOURS = "Thank you. They know that you see to it."


@page("outreach.callers", states=("empty", "filled"), title="Callers")
def callers(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    asked = list(list_asked(actor))
    rung = rung_in(actor, [one.token for one in asked])
    record_look(actor, "outreach.callers", [one.person_id for one in rung.values()])
    return render(request, "outreach/callers.jinja", CallersPage.of(list_callers(actor), asked, rung))


@no_page
@require_POST
def answer(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    answer_colleague(actor, asked=get_asked(actor, asked_id))
    messages.success(request, YOURS)
    return redirect("outreach:callers")
