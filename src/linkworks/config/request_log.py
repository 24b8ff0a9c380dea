"""One log line for each request: which page, how it ended, how long it took."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)

QUIET = ("health", "assets")


class RequestLog:
    """Stands just inside the middleware that gives the request its id."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = self.get_response(request)
        if not request.path_info.strip("/").startswith(QUIET):
            took = round((time.perf_counter() - started) * 1000)
            fields = {"method": request.method, "page": _page(request), "status": response.status_code, "ms": took}
            logger.info("request", extra={"fields": fields})
        return response


def _page(request: HttpRequest) -> str:
    """The pattern of the address, never the address: it may hold the secret of a link or somebody's uuid."""
    match = request.resolver_match
    return f"/{match.route}" if match else "no such page"
