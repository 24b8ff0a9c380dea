"""Scripts: all of them, one version in order, and what a press does to it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.outreach.actions.scripts import (
    draft_next_version,
    draft_script,
    publish_script,
)
from linkworks.domain.outreach.forms.scripts import SHIPPED, BeginForm
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.script_versions import (
    ChangesPage,
    ScriptsPage,
    VersionPage,
    version_url,
)
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.selectors.rules import list_published_scripts
from linkworks.domain.outreach.selectors.scripts import (
    get_newest_version,
    get_script_version,
    get_version_before,
    list_scripts,
    need_types,
)
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.uuids import read_uuid
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import FormPage, read_version, render

PUBLISHED = "Published. Its words stand now; a campaign can use it under Rules."


@page("outreach.scripts", states=("empty", "filled"), title="Scripts")
def scripts(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    return render(request, "outreach/scripts.jinja", ScriptsPage.of(list_scripts(actor)))


@page("outreach.script_new", states=("empty", "error"), title="Begin a script")
class BeginScript(FormPage):
    title = "Begin a script"
    button = "Begin"
    template_name = "outreach/script_form.jinja"

    def prepare(self) -> None:
        require(may_run_campaigns, self.actor)

    def get_form(self, **bound: Any) -> BeginForm:
        return BeginForm(published=list_published_scripts(self.actor), initial={"origin": SHIPPED}, **bound)

    def save(self, form: BeginForm) -> str:
        name, origin = form.cleaned_data["name"], read_uuid(form.cleaned_data["origin"])
        content = get_script_version(self.actor, origin).content if origin else welfare_call()
        return version_url(draft_script(self.actor, name=name, content=content))


@page("outreach.script_version", states=("draft", "published", "wrong"), title="A script")
def script_version(request: HttpRequest, version_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    version = get_script_version(actor, version_id)
    return render(request, "outreach/script_version.jinja", VersionPage.of(version, need_types(actor)))


@page("outreach.script_changes", states=("first", "filled"), title="What changed in a script")
def changes(request: HttpRequest, version_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    version = get_script_version(actor, version_id)
    shown = ChangesPage.of(version, get_version_before(actor, version))
    return render(request, "outreach/script_changes.jinja", shown)


@no_page
@require_POST
def next_version(request: HttpRequest, script_id: UUID) -> HttpResponse:
    """Begins with the words of the newest."""
    actor = request.actor  # type: ignore[attr-defined]
    newest = get_newest_version(actor, script_id)
    begin = {"script": newest.script, "content": newest.content}
    do(request, lambda: draft_next_version(actor, **begin), "A draft is begun.")
    return redirect("outreach:scripts")


@no_page
@require_POST
def publish(request: HttpRequest, version_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    version = get_script_version(actor, version_id)
    known, expected = need_types(actor), read_version(request.POST)
    deed = partial(publish_script, actor, draft=version, need_types=known, expected_version=expected)
    do(request, deed, PUBLISHED)
    return redirect(version_url(version))
