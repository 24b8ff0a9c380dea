"""Forms of collections: begin one, say what it is for, add to it, say something of a service in it, send it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.urls import reverse

from linkworks.domain.directory.actions.collection_items import add_to_collection, note_item
from linkworks.domain.directory.actions.collections import begin_collection, edit_collection
from linkworks.domain.directory.actions.hand_out import send_collection
from linkworks.domain.directory.forms.collections import MINE, NEW, TEAMS, AddForm, CollectionForm, LineForm, SendForm
from linkworks.domain.directory.models import Collection, CollectionItem, Service
from linkworks.domain.directory.policies import may_keep_collections
from linkworks.domain.directory.presenters.collections import (
    AboutCollection,
    back_to_collection,
    back_to_collections,
    collection_url,
    whose,
)
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.directory.selectors.collections import (
    get_collection,
    get_item,
    list_collections,
    list_items,
    which_hold,
)
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.history import describe_changes
from linkworks.foundation.design.local_path import local_path
from linkworks.foundation.design.page_registry import page
from linkworks.foundation.design.pages import FormPage
from linkworks.foundation.design.parts import Link


@page("directory.collection_new", states=("filled", "error"), title="Begin a collection")
class NewCollection(FormPage):
    form_class = CollectionForm
    title = "Begin a collection"
    button = "Begin it"
    template_name = "directory/collection_form.jinja"

    def prepare(self) -> None:
        require(may_keep_collections, self.actor)

    def get_page(self) -> AboutCollection:
        return AboutCollection(self.title, back_to_collections())

    def save(self, form: Any) -> str:
        given = form.cleaned_data
        begun = begin_collection(self.actor, title=given["title"], purpose=given["purpose"], is_shared=form.is_shared)
        return collection_url(begun)


class _OfCollection(FormPage):
    template_name = "directory/collection_form.jinja"
    collection: Collection

    def prepare(self) -> None:
        self.collection = get_collection(self.actor, self.kwargs["collection_id"])

    def get_page(self) -> AboutCollection:
        return AboutCollection(self.get_title(), back_to_collection(self.collection))


@page("directory.collection_edit", states=("filled", "error"), title="What a collection is for")
class EditCollection(_OfCollection):
    title = "What is this collection for?"

    def get_version(self) -> int:
        return self.collection.version

    def describe_changes(self) -> list[str]:
        return describe_changes(self.collection, self.posted_version)

    def get_form(self, **bound: Any) -> CollectionForm:
        kept_by = TEAMS if self.collection.is_shared else MINE
        initial = {"title": self.collection.title, "purpose": self.collection.purpose, "kept_by": kept_by}
        return CollectionForm(initial=initial, is_owner=self.collection.owner_id == self.actor.user_id, **bound)

    def save(self, form: Any) -> str:
        edit_collection(
            self.actor,
            collection=self.collection,
            title=form.cleaned_data["title"],
            purpose=form.cleaned_data["purpose"],
            is_shared=form.is_shared,
            expected_version=self.posted_version,
        )
        return collection_url(self.collection)


@page("directory.collect", states=("first", "filled", "error"), title="Add a service to a collection")
class AddToCollection(FormPage):
    """It leads back to where the service was found."""

    button = "Add it"
    template_name = "directory/collection_form.jinja"
    service: Service
    collections: list[Collection]

    def prepare(self) -> None:
        self.collections = list_collections(self.actor)
        self.service = get_service(self.actor, self.kwargs["service_id"])

    def get_title(self) -> str:
        return f"Add {self.service.name} to a collection"

    def get_page(self) -> AboutCollection:
        return AboutCollection(self.get_title(), Link("Back", self._back()))

    def get_form(self, **bound: Any) -> AddForm:
        holding = which_hold(self.actor, self.collections, self.service.pk)
        hints = {one.pk: whose(self.actor, one, holds_it=one.pk in holding) for one in self.collections}
        return AddForm(collections=self.collections, hints=hints, **bound)

    def save(self, form: Any) -> str:
        given = form.cleaned_data
        chosen = self._chosen(given)
        add_to_collection(self.actor, collection=chosen, service=self.service, words=given["words"])
        messages.success(self.request, f"{self.service.name} is in “{chosen.title}”.")
        return self._back()

    def _chosen(self, given: dict[str, Any]) -> Collection:
        if given["collection"] == NEW:
            return begin_collection(self.actor, title=given["title"], purpose=given["purpose"])
        return get_collection(self.actor, UUID(given["collection"]))

    def _back(self) -> str:
        return local_path(self.request.GET.get("back", ""), reverse("directory:service", args=[self.service.pk]))


@page("directory.item_words", states=("filled", "error"), title="A line about a service in a collection")
class NoteItem(_OfCollection):
    item: CollectionItem

    def prepare(self) -> None:
        super().prepare()
        self.item = get_item(self.actor, self.collection, self.kwargs["item_id"])

    def get_title(self) -> str:
        return f"Your line about {self.item.service.name}"

    def get_version(self) -> int:
        return self.item.version

    def describe_changes(self) -> list[str]:
        return describe_changes(self.item, self.posted_version)

    def get_form(self, **bound: Any) -> LineForm:
        return LineForm(initial={"words": self.item.words}, **bound)

    def save(self, form: Any) -> str:
        note_item(self.actor, item=self.item, words=form.cleaned_data["words"], expected_version=self.posted_version)
        return collection_url(self.collection)


@page("directory.collection_send", states=("filled", "error"), title="Send a collection by email")
class SendCollection(_OfCollection):
    button = "Send it"
    template_name = "directory/collection_send.jinja"
    shown: AboutCollection

    def prepare(self) -> None:
        super().prepare()
        items = list_items(self.actor, self.collection)
        self.shown = AboutCollection.sending(self.get_title(), self.collection, items)

    def get_title(self) -> str:
        return f"Send “{self.collection.title}” by email"

    def get_page(self) -> AboutCollection:
        return self.shown

    def get_form(self, **bound: Any) -> SendForm:
        return SendForm(has_delicate=bool(self.shown.delicate), **bound)

    def save(self, form: Any) -> str:
        given = form.cleaned_data
        send_collection(
            self.actor,
            collection=self.collection,
            address=given["address"],
            with_delicate=bool(given.get("with_delicate")),
        )
        messages.success(self.request, "The email is on its way.")
        return collection_url(self.collection)
