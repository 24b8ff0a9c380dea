"""Collections: the list of them, one of them, and what a press does to it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from linkworks.domain.directory.actions.collection_items import move_item, take_out
from linkworks.domain.directory.actions.collections import bring_back_collection, copy_collection, retire_collection
from linkworks.domain.directory.actions.hand_out import print_collection
from linkworks.domain.directory.handing_out.document import FILE_NAME
from linkworks.domain.directory.presenters.collections import CollectionPage, CollectionsPage, collection_url
from linkworks.domain.directory.selectors.collections import get_collection, get_item, list_collections, list_items
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.design.deeds import do
from linkworks.foundation.design.page_registry import no_page, page
from linkworks.foundation.design.pages import read_version, render
from linkworks.foundation.design.searching import asked_words


@page("directory.collections", states=("empty", "filled", "not_found"), title="Collections of services")
def collections(request: HttpRequest) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    words = asked_words(request)
    found = list_collections(actor, words=words)
    shown = CollectionsPage.of(actor, found, list_collections(actor, is_retired=True), words)
    return render(request, "directory/collections.jinja", shown)


@page("directory.collection", states=("empty", "filled", "retired"), title="A collection of services")
def collection(request: HttpRequest, collection_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    found = get_collection(actor, collection_id)
    return render(request, "directory/collection.jinja", CollectionPage.of(actor, found, list_items(actor, found)))


@no_page
@require_GET
def print_it(request: HttpRequest, collection_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    found = get_collection(actor, collection_id)
    asked = {"is_large": request.GET.get("size") == "large", "with_delicate": "delicate" in request.GET}
    try:
        document = print_collection(actor, collection=found, **asked)
    except Refused as refusal:
        messages.warning(request, refusal.message)
        return redirect(collection_url(found))
    headers = {"Content-Disposition": f'inline; filename="{FILE_NAME}"', "Cache-Control": "no-store, private"}
    return HttpResponse(document, content_type="application/pdf", headers=headers)


@no_page
@require_POST
def copy(request: HttpRequest, collection_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    with transaction.atomic():
        made = copy_collection(actor, collection=get_collection(actor, collection_id))
    messages.success(request, "This copy is yours alone. Give it a name of its own.")
    return redirect("directory:collection_edit", made.pk)


def _press(deed: Callable[..., object], said: str) -> Callable[..., HttpResponse]:
    """A button about the whole collection."""

    @no_page
    @require_POST
    def press(request: HttpRequest, collection_id: UUID) -> HttpResponse:
        actor = request.actor  # type: ignore[attr-defined]
        found = get_collection(actor, collection_id)
        do(request, lambda: deed(actor, collection=found, expected_version=read_version(request.POST)), said)
        return redirect(collection_url(found))

    return press


def _press_item(deed: Callable[..., object], said: str, **how: Any) -> Callable[..., HttpResponse]:
    """A button beside one service of it."""

    @no_page
    @require_POST
    def press(request: HttpRequest, collection_id: UUID, item_id: UUID) -> HttpResponse:
        actor = request.actor  # type: ignore[attr-defined]
        found = get_collection(actor, collection_id)
        item = get_item(actor, found, item_id)
        told = said.format(service=item.service.name)
        do(request, lambda: deed(actor, item=item, expected_version=read_version(request.POST), **how), told)
        return redirect(collection_url(found))

    return press


retire = _press(retire_collection, "The collection is retired. Nobody is offered it any more.")
bring_back = _press(bring_back_collection, "The collection is back.")
up = _press_item(move_item, "{service} is one place further up.", by=-1)
down = _press_item(move_item, "{service} is one place further down.", by=1)
out = _press_item(take_out, "{service} is out of this collection. It stays in the directory.")
