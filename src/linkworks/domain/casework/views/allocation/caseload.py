from uuid import UUID

from django.http import HttpRequest, HttpResponse

from linkworks.domain.casework.policies import may_allocate, works_with_people
from linkworks.domain.casework.presenters.caseload import CaseloadPage
from linkworks.domain.casework.selectors.allocation import list_caseload_rows, list_workers
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render
from linkworks.foundation.design.paging import paging, slice_for

WHOLE_TEAM = "team"


@page("casework.caseload", states=("empty", "filled"))
def caseload(request: HttpRequest) -> HttpResponse:
    """My cases; a lead or coordinator may look at a colleague's or the whole team's."""
    actor = request.actor  # type: ignore[attr-defined]
    require(works_with_people, actor)
    workers = list(list_workers(actor)) if may_allocate(actor) else []
    chosen = _chosen(request, actor, [str(worker.pk) for worker in workers])
    cases = list_caseload_rows(actor, None if chosen == WHOLE_TEAM else UUID(chosen))
    pages = paging(request, cases.count())
    rows = list(slice_for(pages, cases))
    people = [case.person_id for case in rows]
    record_look(actor, "casework.caseload", people)
    names = {str(worker.pk): f"{worker.name}’s" for worker in workers} | {str(actor.user_id): "My"}
    shown = CaseloadPage.of(
        rows, before_contact(actor, people), pages, whose=names.get(chosen, "The team’s"), chosen=chosen
    )
    return render(request, "casework/allocation/caseload.jinja", shown, workers=workers, me=str(actor.user_id))


def _chosen(request: HttpRequest, actor: Actor, offered: list[str]) -> str:
    asked = request.GET.get("worker", "")
    if asked in {*offered, WHOLE_TEAM} and offered:
        return asked
    return str(actor.user_id) if str(actor.user_id) in offered or not offered else WHOLE_TEAM
