"""Collections that somebody may use: their own, and the team's."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from linkworks.domain.directory.models import Collection, CollectionItem
from linkworks.domain.directory.policies import may_keep_collections
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def list_collections(actor: Actor, *, words: str = "", is_retired: bool = False) -> list[Collection]:
    """Those most used first. Each word must stand in the title, the purpose, or what is said of a service in it.

    Each carries `owner_name` and `number_of_services`.
    """
    found = _told(actor).filter(retired_at__isnull=not is_retired)
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(purpose__icontains=word) | Exists(_items_that_say(word)))
    return list(found.order_by("-times_used", "title", "pk"))


def get_collection(actor: Actor, collection_id: UUID) -> Collection:
    found: Collection | None = _told(actor).select_related("team").filter(pk=collection_id).first()
    if found is None:
        raise NotFound
    return found


def list_items(actor: Actor, collection: Collection) -> list[CollectionItem]:
    """In their order, each with its service, who runs it, and its places."""
    items = CollectionItem.objects.visible_to(actor).filter(collection=collection)
    told = items.select_related("service__organization").prefetch_related("service__places__location")
    return list(told.order_by("number", "created_at"))


def get_item(actor: Actor, collection: Collection, item_id: UUID) -> CollectionItem:
    item: CollectionItem | None = (
        CollectionItem.objects.visible_to(actor)
        .select_related("service", "collection")
        .filter(collection=collection, pk=item_id)
        .first()
    )
    if item is None:
        raise NotFound
    return item


def which_hold(actor: Actor, collections: Sequence[Collection], service_id: UUID) -> set[UUID]:
    """Those of the collections that hold the service already."""
    items = CollectionItem.objects.visible_to(actor).filter(collection__in=collections, service_id=service_id)
    return set(items.values_list("collection_id", flat=True))


def _told(actor: Actor) -> "QuerySet[Any]":
    require(may_keep_collections, actor)
    found: QuerySet[Any] = Collection.objects.open_to(actor)
    told: QuerySet[Any] = found.annotate(owner_name=F("owner__name"), number_of_services=Count("items"))
    return told


def _items_that_say(word: str) -> "QuerySet[Any]":
    said = Q(words__icontains=word) | Q(service__name__icontains=word)
    items: QuerySet[Any] = CollectionItem.objects.filter(said, collection=OuterRef("pk"))
    return items
