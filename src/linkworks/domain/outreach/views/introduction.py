"""What a new caller reads before the first call, and the one press that remembers it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.introductions import finish_introduction
from linkworks.domain.outreach.introduction.parts import parts
from linkworks.domain.outreach.policies import may_ring
from linkworks.domain.outreach.presenters.introduction import IntroductionPage
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render

READY = "You are ready. Choose a campaign, and say which languages you can ring in."


@page("outreach.introduction", title="Before your first call")
def introduction(request: HttpRequest, part: str) -> HttpResponse:
    require(may_ring, request.actor)  # type: ignore[attr-defined]
    found = next((one for one in parts() if one.key == part), None)
    if found is None:
        raise NotFound
    return render(request, "outreach/introduction.jinja", IntroductionPage.of(found))


@no_page
@require_POST
def introduced(request: HttpRequest) -> HttpResponse:
    finish_introduction(request.actor)  # type: ignore[attr-defined]
    messages.success(request, READY)
    return redirect("outreach:calls")
