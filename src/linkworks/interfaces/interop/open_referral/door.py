"""How programs of strangers come in: as nobody, from any page in any browser, and with answers that caches may keep."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page, require_safe

from linkworks.foundation.access.limits import Limit, seconds_to_wait
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.design.page_registry import no_page
from linkworks.interfaces.interop.open_referral.asked import Asked, UnreadableError

PREFIX = "open-referral/v3/"
SECONDS_KEPT = 60
# Enough to copy a hundred thousand services in ten minutes; too little to keep others from being answered.
ASKED = Limit("open_referral.asked", 120, timedelta(minutes=1))
FOR_ANYBODY = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag, Retry-After, X-Request-Id"}
ALLOWED = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}

Answer = Callable[..., dict[str, Any]]


class OpenDoor:
    """Stands before sessions. A cookie that a browser sends along is not looked at, so no answer depends on it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(f"/{PREFIX}"):
            return self.get_response(request)
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=FOR_ANYBODY | ALLOWED)
        request.COOKIES = {}
        response = self._answer(request)
        del response["Vary"]
        for name, value in FOR_ANYBODY.items():
            response[name] = value
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        """Counted before the transaction of the request, in which one answer would wait for the other."""
        wait = seconds_to_wait(ASKED, request.META.get("REMOTE_ADDR", ""))
        if not wait:
            return self.get_response(request)
        response = _json({"error": f"You ask very often. Go on in {wait} seconds."}, 429)
        response["Retry-After"] = str(wait)
        response["Cache-Control"] = "no-store"
        return response


def endpoint(answer: Answer) -> Callable[..., HttpResponse]:
    """A view that tells what is asked for as JSON."""

    @no_page
    @login_not_required
    @csrf_exempt
    @require_safe
    @cache_control(public=True, max_age=SECONDS_KEPT)
    @conditional_page
    @wraps(answer)
    def answered(request: HttpRequest, **named: str) -> HttpResponse:
        try:
            return _json(answer(Asked(request.GET.dict()), **named))
        except UnreadableError as error:
            return _json({"error": str(error)}, 400)
        except NotFound:
            return _json({"error": "There is no such entry."}, 404)

    return answered


def _json(content: dict[str, Any], status: int = 200) -> HttpResponse:
    return JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False, "allow_nan": False})
