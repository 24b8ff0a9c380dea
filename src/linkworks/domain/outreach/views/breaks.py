"""A break, a colleague, and kind words: what looks after the caller."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.colleagues import ask_for_colleague
from linkworks.domain.outreach.actions.samples import note_words_seen
from linkworks.domain.outreach.actions.shifts import carry_on, pause
from linkworks.domain.outreach.choices import ColleagueFor
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.presenters.breaks import BreakPage, KindWordsPage
from linkworks.domain.outreach.selectors.callers import asked_by, is_paused
from linkworks.domain.outreach.selectors.holds import held_by
from linkworks.domain.outreach.selectors.samples import list_words_to
from linkworks.domain.outreach.views.calls import note_saved
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render

TOLD = {
    ColleagueFor.NOW: "Your lead has been told, and sees who is on the line. Stay with them: you are not alone.",
    ColleagueFor.TALK: "Your lead has been told, and will ring you. Take the time you need.",
}


@page("outreach.pause", states=("filled", "paused", "asked"), title="Take a minute")
def take_a_minute(request: HttpRequest) -> HttpResponse:
    actor = _caller(request)
    is_on_a_call = held_by(actor) is not None
    note_saved(request, "Saved.")
    shown = BreakPage.of(asked_by(actor), is_paused=is_paused(actor), is_on_a_call=is_on_a_call)
    return render(request, "outreach/pause.jinja", shown)


@no_page
@require_POST
def begin_pause(request: HttpRequest) -> HttpResponse:
    actor = _caller(request)
    pause(actor)
    return redirect("outreach:line" if held_by(actor) else "outreach:pause")


@no_page
@require_POST
def end_pause(request: HttpRequest) -> HttpResponse:
    carry_on(_caller(request))
    return redirect("outreach:calls")


@no_page
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    actor, what_for = _caller(request), request.POST.get("what_for", "")
    if what_for not in ColleagueFor:
        raise NotFound
    try:
        ask_for_colleague(actor, what_for=ColleagueFor(what_for))
        messages.success(request, TOLD[ColleagueFor(what_for)])
    except Refused as no:
        messages.warning(request, no.message)
    return redirect("outreach:line" if held_by(actor) else "outreach:pause")


@page("outreach.kind_words", states=("empty", "filled"), title="What colleagues said of your calls")
def kind_words(request: HttpRequest) -> HttpResponse:
    actor = _caller(request)
    shown = KindWordsPage.of(list_words_to(actor))
    note_words_seen(actor)
    return render(request, "outreach/kind_words.jinja", shown)


def _caller(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    require(may_ring, actor)
    return actor
