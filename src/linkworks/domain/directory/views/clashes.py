from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from linkworks.domain.directory.actions.edit import follow_source, keep_edit
from linkworks.domain.directory.presenters.clashes import ClashesPage
from linkworks.domain.directory.selectors.imports import get_clash, get_edited, list_clashes
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import render


@page("directory.clashes", title="What we say, and what its source says since")
def clashes(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    return render(request, "directory/clashes.jinja", ClashesPage.of(list_clashes(actor)))


@no_page
@require_POST
def keep(request: HttpRequest, edit_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    keep_edit(actor, edit=get_clash(actor, edit_id))
    messages.success(request, "What we say stays.")
    return redirect("directory:clashes")


@no_page
@require_POST
def follow(request: HttpRequest, edit_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    edit = get_clash(actor, edit_id)
    follow_source(actor, entry=get_edited(edit), field=edit.field)
    messages.success(request, "The source’s word counts now.")
    return redirect("directory:clashes")
