"""How a client comes in: by their link, for the one team it names; past the first page, by their year of birth.

That they gave it is remembered for half an hour after each look, by a cookie of this one link in this one browser.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from linkworks.domain.onward.actions.hand_out import PURPOSE
from linkworks.domain.onward.models import OptionsSheet
from linkworks.domain.onward.selectors.sheets import get_sheet_of_link
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.links import open_link
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.design.pages import render
from linkworks.interfaces.client_link.presenters.plain import PlainPage

COOKIE = "linkworks_sheet"
REMEMBERED = timedelta(minutes=30)
NOT_THERE = 404
# The address holds the secret: it goes to nobody else as a referrer. (With "no-referrer" browsers hide the origin of a
# form's post even from us, and its guard against forgery would refuse it.)
PRIVACY = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "same-origin",
}


@dataclass(frozen=True)
class Visit:
    """Whoever holds the link, and the sheet that it is for."""

    actor: Actor
    token: str
    sheet: OptionsSheet


View = Callable[..., HttpResponse]


def by_link(view: View) -> View:
    """Unknown, run out, taken back and somebody else's look the same."""

    @login_not_required
    @wraps(view)
    def opened(request: HttpRequest, token: str, **parts: Any) -> HttpResponse:
        try:
            response = _visit(view, request, token, parts)
        except NotFound:
            response = render(request, "client_link/gone.jinja", PlainPage("This link opens nothing"), NOT_THERE)
        for name, value in PRIVACY.items():
            response[name] = value
        return response

    return opened


def once_opened(view: View) -> View:
    """The same, for pages behind the year of birth."""

    @wraps(view)
    def asked(request: HttpRequest, visit: Visit, **parts: Any) -> HttpResponse:
        if not has_opened(request, visit):
            return redirect("client_link:year", visit.token)
        response = view(request, visit, **parts)
        remember_opening(response, visit)
        return response

    return by_link(asked)


def has_opened(request: HttpRequest, visit: Visit) -> bool:
    """The cookie is signed for this link alone; a renewed link asks again."""
    given = request.get_signed_cookie(COOKIE, default="", salt=visit.token, max_age=REMEMBERED)
    return bool(given == str(visit.sheet.pk))


def remember_opening(response: HttpResponse, visit: Visit) -> None:
    response.set_signed_cookie(
        COOKIE,
        str(visit.sheet.pk),
        salt=visit.token,
        max_age=REMEMBERED,
        path=_path(visit),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_opening(response: HttpResponse, visit: Visit) -> None:
    response.delete_cookie(COOKIE, path=_path(visit), samesite="Lax")


def _visit(view: View, request: HttpRequest, token: str, parts: dict[str, Any]) -> HttpResponse:
    link = open_link(token, PURPOSE)
    actor = Actor.system("options sheet link", link.team_id)
    with acting(actor):
        return view(request, Visit(actor, token, get_sheet_of_link(actor, link.object_id)), **parts)


def _path(visit: Visit) -> str:
    return reverse("client_link:sheet", args=[visit.token])
