from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.foundation.access.permission import require
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render
from linkworks.foundation.messaging.policies import may_look_after_messages
from linkworks.foundation.messaging.presenters import StuckPage
from linkworks.foundation.messaging.retrying import retry_job, retry_message


@page("messaging.stuck", states=("empty", "filled"), title="Messages and jobs that are stuck")
def stuck(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    require(may_look_after_messages, actor)
    return render(request, "messaging/stuck.jinja", StuckPage.of(actor))


@no_page
@require_POST
def try_message_again(request: HttpRequest, message_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    return _try(request, lambda: retry_message(actor, message_id=message_id), "The message is tried again now.")


@no_page
@require_POST
def try_job_again(request: HttpRequest, job_id: int) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    return _try(request, lambda: retry_job(actor, job_id=job_id), "The job is tried again now.")


def _try(request: HttpRequest, deed: Callable[[], None], said: str) -> HttpResponse:
    try:
        deed()
    except Refused as refusal:
        messages.warning(request, refusal.message)
    else:
        messages.success(request, said)
    return redirect("messaging:stuck")
