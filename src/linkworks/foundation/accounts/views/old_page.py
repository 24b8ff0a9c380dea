"""A form that was opened before its owner last signed in: its token is no longer good."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from linkworks.foundation.accounts.keeper import hold, keeps_typing
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import TitledPage, render

FORBIDDEN = 403


@page("accounts.old_page", title="This page is too old to send")
def old_page(request: Any, reason: str = "") -> HttpResponse:
    """Nothing is done with what was sent. From a page of ours, which only the browser itself can vouch for, the text is
    kept for its owner to look at."""
    from_us = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if request.admitted and from_us and keeps_typing(request.resolver_match.func, request):
        hold(request, request.user)
        return redirect("staff:held_posts")
    return render(request, "accounts/old_page.jinja", TitledPage("This page is too old to send"), status=FORBIDDEN)
