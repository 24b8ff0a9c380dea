"""What calls told us, and the presses that say what a lead made of it."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.lead_notices import say_they_live, see_to_notice
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.lead_notices import ToldPage
from linkworks.domain.outreach.selectors.lead_notices import get_lead_notice, list_lead_notices
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render


@page("outreach.told", states=("empty", "filled"), title="What calls told us")
def told(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_run_campaigns, actor)
    found = list(list_lead_notices(actor))
    record_look(actor, "outreach.told", [one.person_id for one in found])
    return render(request, "outreach/told.jinja", ToldPage.of(found))


def _press(deed: Callable[..., None], said: str) -> Callable[..., HttpResponse]:
    @no_page
    @require_POST
    def press(request: HttpRequest, notice_id: UUID) -> HttpResponse:
        actor = request.actor  # type: ignore[attr-defined]
        require(may_run_campaigns, actor)
        notice = get_lead_notice(actor, notice_id)
        do(request, lambda: deed(actor, notice=notice), said)
        return redirect("outreach:told")

    return press


seen_to = _press(see_to_notice, "Thank you for seeing to it.")
alive = _press(say_they_live, "It is put right. They can be rung again.")
