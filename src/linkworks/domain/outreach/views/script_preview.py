"""A script is tried out as a caller would say it. Nothing is saved: what was said stands in the address."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from linkworks.domain.outreach.presenters.script_preview import PreviewPage
from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.scripts.saying import value_of
from linkworks.domain.outreach.scripts.trail import read_trail
from linkworks.domain.outreach.scripts.walk import Value
from linkworks.domain.outreach.selectors.scripts import get_script_version
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import render


@page("outreach.script_preview", states=("filled", "other_language", "over"), title="Try a script")
def preview(request: HttpRequest, version_id: UUID) -> HttpResponse:
    version = get_script_version(request.actor, version_id)  # type: ignore[attr-defined]
    given = _given(request, script := version.read())
    asked = request.GET
    shown = PreviewPage.of(version, script, given, module=asked.get("module", ""), language=asked.get("language", ""))
    return render(request, "outreach/script_preview.jinja", shown)


def _given(request: HttpRequest, script: Script) -> dict[str, Value]:
    """What was said before, and the answer that was pressed just now."""
    try:
        given = read_trail(script, request.GET.getlist("said"))
        step = script.steps.get(request.GET.get("step", ""))
        if step:
            given[step.key] = value_of(script, step, given, request.GET.getlist("answer"))
    except Refused as no:
        messages.warning(request, no.message)
        return read_trail(script, request.GET.getlist("said")) if "step" in request.GET else {}
    return given
