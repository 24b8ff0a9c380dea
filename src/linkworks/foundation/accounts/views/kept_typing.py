"""Drafts while somebody types, and what was sent after the session had locked."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.foundation.accounts import selectors
from linkworks.foundation.accounts.actions import keep_typing
from linkworks.foundation.accounts.kept_typing import Typing
from linkworks.foundation.accounts.presenters.held_posts import HeldPostsPage
from linkworks.foundation.core.errors import NotFound, Refused
from linkworks.foundation.design.models import Submission
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import HAS_ERRORS, render

NO_CONTENT = 204


@no_page
@require_POST
def drafts(request: Any) -> HttpResponse:
    """The script of a form page sends here what is being typed. What has been saved meanwhile is no draft any more."""
    if not request.actor.is_staff:
        raise NotFound
    if Submission.is_done(request.POST.get("_submission", ""), request.actor.user_id):
        return HttpResponse(status=NO_CONTENT)
    typing = Typing.of((name, values) for name, values in request.POST.lists() if name != "_submission")
    try:
        keep_typing.save_draft(request.actor.user_id, path=request.GET.get("page", ""), typing=typing)
    except Refused as refusal:
        return HttpResponse(refusal.message, status=HAS_ERRORS, content_type="text/plain")
    return HttpResponse(status=NO_CONTENT)


@page("accounts.held_posts", states=("empty", "filled"), title="We kept what you typed")
def held_posts(request: Any) -> HttpResponse:
    held = selectors.list_held_posts(request.actor.user_id)
    return render(request, "accounts/held_posts.jinja", HeldPostsPage.of(held, then=request.GET.get("next", "")))


@no_page
@require_POST
def discard_held_post(request: Any, held_id: UUID) -> HttpResponse:
    keep_typing.discard_held(request.actor.user_id, held_id)
    return redirect("staff:held_posts")
