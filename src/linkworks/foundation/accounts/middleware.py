"""Who is let in: somebody whose session is neither locked nor over, and who has shown a second factor.

`request.admitted` says so to `access.middleware.ActorTransaction`, which gives everybody else the actor who may see
nothing. `request.locked_user` is who unlocks a locked session; everywhere else that request is a stranger's. What was
posted to a session that is locked or over is kept for whose it was.
"""

from collections.abc import Callable
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import urlencode

from linkworks.foundation.accounts import second_factor, session_clock
from linkworks.foundation.accounts.keeper import hold, keeps_typing
from linkworks.foundation.accounts.session_clock import SessionState
from linkworks.foundation.core import clock

UNAUTHORISED = 401
UNLOCK_PAGE = "staff:unlock"
SET_UP_PAGE = "staff:set_up_second_step"
SET_UP_NEEDS = frozenset(
    {
        SET_UP_PAGE,
        "account_logout",
        "account_reauthenticate",
        "mfa_activate_totp",
        "mfa_add_webauthn",
    }
)


class Admission:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.admitted = False
        request.locked_user = None
        request.timed_out_user = None
        request.session_clock = None
        if request.user.is_authenticated:
            _judge_session(request)
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        return response

    def process_view(self, request: Any, view: Callable[..., Any], args: Any, kwargs: Any) -> HttpResponse | None:
        if not getattr(view, "login_required", True) or request.admitted:
            return None
        if not request.user.is_authenticated and _is_script(request):
            return _told_to_script(request)
        _keep_posted_text(request, view)
        if request.locked_user is not None:
            return _send_to(UNLOCK_PAGE, request)
        if request.user.is_authenticated and request.resolver_match.view_name not in SET_UP_NEEDS:
            return _send_to(SET_UP_PAGE, request)
        return None


def _judge_session(request: Any) -> None:
    now = clock.now()
    state = session_clock.state_of(request.session, now)
    if state is SessionState.OPEN:
        request.admitted = second_factor.has_shown(request.session, request.user)
        request.session_clock = session_clock.on_page(request.session, now)
        if session_clock.touch(request.session, now):
            UserSession.objects.create_from_request(request)
        return
    request.timed_out_user = request.user
    if state is SessionState.OVER:
        logout(request)
    else:
        request.locked_user, request.user = request.user, AnonymousUser()


def _keep_posted_text(request: Any, view: Callable[..., Any]) -> None:
    """CSRF has been checked by now: `process_view` runs in the order of the list of middleware."""
    if request.timed_out_user is not None and keeps_typing(view, request):
        hold(request, request.timed_out_user)


def _send_to(page: str, request: HttpRequest) -> HttpResponse:
    back = request.get_full_path() if request.method == "GET" else request.path
    return HttpResponseRedirect(f"{resolve_url(page)}?{urlencode({REDIRECT_FIELD_NAME: back})}")


def _is_script(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers or "text/html" not in request.headers.get("Accept", "text/html")


def _told_to_script(request: Any) -> HttpResponse:
    """A script cannot show a sign-in page: it reads the header and says what happened, and the page keeps its text."""
    state = "locked" if request.locked_user is not None else "over"
    return HttpResponse(status=UNAUTHORISED, headers={"Linkworks-Session": state})
