"""One request, one transaction: view and rendering run inside it, on behalf of the signed-in actor."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from linkworks.foundation.access.database import acting, history_of
from linkworks.foundation.access.error_pages import ask_for_reason, not_allowed, not_found, nothing_to_show
from linkworks.foundation.accounts.actors import actor_for
from linkworks.foundation.accounts.keeper import hold, keeps_typing
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core import request_id
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed, NotFound, ReasonNeeded

WRONG_METHOD = 405
SERVER_ERROR = 500
UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
# Nothing can be tidied away behind a transaction that stays open, and a queue that is not tidy slows down tenfold.
LIMITS = {"statement_timeout": "60s", "idle_in_transaction_session_timeout": "60s"}


class RequestId:
    """Gives every request an id, and every answer the same one in `X-Request-Id`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = request_id.start()
        response = self.get_response(request)
        response["X-Request-Id"] = started
        return response


class NothingToShow:
    """Gives a page to whoever opens the address of a button, where Django answers with nothing at all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        was_opened = response.status_code == WRONG_METHOD and request.method not in UNSAFE
        return nothing_to_show(request, response) if was_opened else response


class ActorTransaction:
    """Opens the transaction, tells the database who acts, and rolls all of it back when anything went wrong."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        actor = actor_for(request.user) if request.admitted else Actor.nobody()  # type: ignore[attr-defined]
        request.actor = actor  # type: ignore[attr-defined]
        request.refused_look = None  # type: ignore[attr-defined]
        request.has_text_to_keep = False  # type: ignore[attr-defined]
        writes = request.method in UNSAFE
        with acting(actor, LIMITS | (history_of(actor.name, request_id.current()) if writes else {})):
            response = self.get_response(request)
            if response.status_code >= SERVER_ERROR or getattr(request, "must_roll_back", False):
                transaction.set_rollback(True)
        if request.refused_look is not None:  # type: ignore[attr-defined]
            self._log_refusal(request)
        if request.has_text_to_keep:  # type: ignore[attr-defined]
            with acting(actor):
                hold(request, request.user)  # type: ignore[arg-type]
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Rules' errors become pages; whatever the view wrote before is undone, then the refused look is logged."""
        request.must_roll_back = True  # type: ignore[attr-defined]
        if isinstance(exception, ReasonNeeded):
            return self._ask_for_reason(request, exception.person_id)
        if isinstance(exception, NotFound):
            request.refused_look = _subject_of(request)  # type: ignore[attr-defined]
            return not_found(request)
        if isinstance(exception, NotAllowed):
            request.refused_look = _subject_of(request)  # type: ignore[attr-defined]
            return not_allowed(request)
        return None

    @staticmethod
    def _ask_for_reason(request: Any, person_id: UUID) -> HttpResponse:
        """The reason may have run out at midnight, or the case gone to somebody else, while a form was filled in."""
        request.has_text_to_keep = keeps_typing(request.resolver_match.func, request)
        return ask_for_reason(request, person_id, text_is_kept=request.has_text_to_keep)

    @staticmethod
    def _log_refusal(request: Any) -> None:
        if request.actor.is_staff:
            with acting(request.actor):
                record_look(request.actor, request.resolver_match.view_name, [request.refused_look], refused=True)


def _subject_of(request: HttpRequest) -> UUID | None:
    """The uuid in the address: all that is known of what somebody tried to see."""
    match = request.resolver_match
    return next((value for value in (match.kwargs if match else {}).values() if isinstance(value, UUID)), None)
