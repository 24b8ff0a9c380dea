"""A campaign in numbers: for the room, and on a wall. No look is logged, because nobody is shown."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from linkworks.domain.outreach.actions.board_count import count_lately
from linkworks.domain.outreach.forms.board import WhatIfForm
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_see_board
from linkworks.domain.outreach.presenters.board import BoardPage, Numbers
from linkworks.domain.outreach.selectors.board import list_done_by_day, read_board
from linkworks.domain.outreach.selectors.campaigns import get_campaign
from linkworks.domain.outreach.selectors.pace import foresee
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render


@page("outreach.board", states=("empty", "filled", "error"), title="Live board")
def board(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    actor, campaign = _seen(request, campaign_id)
    counted = read_board(actor, campaign)
    form = WhatIfForm({"callers": request.GET.get("callers", str(counted.callers))})
    callers = form.cleaned_data["callers"] if form.is_valid() else None
    callers = counted.callers if callers is None else callers
    foreseen = foresee(actor, campaign, callers=callers)
    shown = BoardPage.of(actor, campaign, counted, foreseen, list_done_by_day(actor, campaign), callers=callers)
    return render(request, "outreach/board.jinja", shown, status=200 if form.is_valid() else 422, form=form)


@no_page
def numbers(request: HttpRequest, campaign_id: UUID) -> HttpResponse:
    """What a board that is open asks for, again and again."""
    actor, campaign = _seen(request, campaign_id)
    return render(request, "outreach/board_numbers.jinja", Numbers.of(count_lately(actor, campaign=campaign)))


def _seen(request: HttpRequest, campaign_id: UUID) -> tuple[Actor, Campaign]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    require(may_see_board, actor)
    return actor, get_campaign(actor, campaign_id)
