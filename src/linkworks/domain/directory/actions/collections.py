"""Beginning a collection, saying what it is for, copying it, and retiring it."""

from typing import Any

from django.db import transaction
from django.db.models import F

from linkworks.domain.directory.models import Collection, CollectionItem
from linkworks.domain.directory.policies import may_keep_collections
from linkworks.domain.directory.selectors.collections import list_items
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

IS_RETIRED = "This collection is retired. Bring it back first."
NOT_YOURS = "Only its owner can take it out of the team’s collections. Make a copy of your own instead."


@transaction.atomic
def begin_collection(actor: Actor, *, title: str, purpose: str, is_shared: bool = False) -> Collection:
    require(may_keep_collections, actor)
    begun: Collection = Collection.objects.create(
        team_id=actor.own_team, owner_id=actor.own_id, title=title, purpose=purpose, is_shared=is_shared
    )
    record(actor, "collection.begun", subject=begun)
    return begun


@transaction.atomic
def edit_collection(
    actor: Actor,
    *,
    collection: Collection,
    title: str,
    purpose: str,
    is_shared: bool,
    expected_version: int | None = None,
) -> None:
    if collection.is_shared and not is_shared and collection.owner_id != actor.user_id:
        raise Refused(NOT_YOURS, "is_shared")
    hold(actor, collection, expected_version, title=title, purpose=purpose, is_shared=is_shared)
    record(actor, "collection.edited", subject=collection, is_shared=is_shared)


@transaction.atomic
def copy_collection(actor: Actor, *, collection: Collection) -> Collection:
    """One of the actor's own, with the same services and the same lines about them."""
    copy = begin_collection(actor, title=f"Copy of {collection.title}"[:120], purpose=collection.purpose)
    CollectionItem.objects.bulk_create(
        CollectionItem(
            team_id=copy.team_id, collection=copy, service_id=item.service_id, number=item.number, words=item.words
        )
        for item in list_items(actor, collection)
    )
    record(actor, "collection.copied", subject=copy, of=collection.pk)
    return copy


@transaction.atomic
def retire_collection(actor: Actor, *, collection: Collection, expected_version: int | None = None) -> None:
    """Nobody is offered it any more; it stays as it was and can be brought back."""
    hold(actor, collection, expected_version, retired_at=clock.now())
    record(actor, "collection.retired", subject=collection)


@transaction.atomic
def bring_back_collection(actor: Actor, *, collection: Collection, expected_version: int | None = None) -> None:
    require(may_keep_collections, actor)
    collection.change(expected_version=expected_version, retired_at=None)
    record(actor, "collection.brought_back", subject=collection)


def hold(actor: Actor, collection: Collection, expected_version: int | None, **changes: Any) -> None:
    """Whatever changes a collection or what is in it raises its version: two people at once find out."""
    require(may_keep_collections, actor)
    if collection.retired_at is not None:
        raise Refused(IS_RETIRED)
    collection.change(expected_version=expected_version, **changes)


def count_use(collection: Collection) -> None:
    """It was printed, sent or put to somebody: nobody's edit is overtaken by that."""
    Collection.objects.filter(pk=collection.pk).update(times_used=F("times_used") + 1)
