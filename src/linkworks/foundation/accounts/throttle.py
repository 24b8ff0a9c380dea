"""How often somebody may try: by e-mail and network address together, so that a surgery does not lock itself out."""

from datetime import datetime
from math import ceil
from typing import Any

from axes.helpers import get_client_ip_address
from axes.models import AccessAttempt
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from linkworks.foundation.core import clock
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import TitledPage, render

TOO_MANY_REQUESTS = 429
SECONDS_IN_A_MINUTE = 60


def typed_email(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    return str((credentials or {}).get("email") or "").strip().lower()


@page("accounts.too_many_tries", title="Too many tries")
def too_many_tries(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The page that says when to try again. It is the same whether or not anybody has that address."""
    until = _locked_until(request, credentials)
    seconds = max(1, ceil((until - clock.now()).total_seconds()))
    answer = render(
        request, "account/too_many_tries.jinja", TitledPage("Too many tries"), status=TOO_MANY_REQUESTS, until=until
    )
    answer["Retry-After"] = str(seconds)
    return answer


def too_many_requests(request: HttpRequest) -> HttpResponse:
    answer = render(
        request, "account/too_many_tries.jinja", TitledPage("Too many tries"), TOO_MANY_REQUESTS, until=None
    )
    answer["Retry-After"] = str(SECONDS_IN_A_MINUTE)
    return answer


def _locked_until(request: HttpRequest, credentials: dict[str, Any] | None) -> datetime:
    tries = AccessAttempt.objects.filter(
        username=typed_email(request, credentials), ip_address=get_client_ip_address(request)
    ).order_by("-attempt_time")
    last = tries.first()
    return (last.attempt_time if last else clock.now()) + settings.AXES_COOLOFF_TIME
