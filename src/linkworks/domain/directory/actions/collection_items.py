"""What is in a collection: added, moved, said something of, taken out."""

from django.db import transaction

from linkworks.domain.directory.actions.collections import hold
from linkworks.domain.directory.models import Collection, CollectionItem, Service
from linkworks.domain.directory.selectors.collections import list_items
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

MOST = 30
FULL = f"A collection holds at most {MOST} services, so that somebody can take it in. Begin a second one."
IN_IT = "{service} is in “{collection}” already."


@transaction.atomic
def add_to_collection(actor: Actor, *, collection: Collection, service: Service, words: str = "") -> CollectionItem:
    """At its end."""
    _hold_newest(actor, collection)
    items = list_items(actor, collection)
    if any(item.service_id == service.pk for item in items):
        raise Refused(IN_IT.format(service=service.name, collection=collection.title), "collection")
    if len(items) >= MOST:
        raise Refused(FULL, "collection")
    added: CollectionItem = CollectionItem.objects.create(
        team_id=collection.team_id,
        collection=collection,
        service=service,
        number=max((item.number for item in items), default=0) + 1,
        words=words,
    )
    record(actor, "collection.added_to", subject=collection, service=service.pk)
    return added


@transaction.atomic
def move_item(actor: Actor, *, item: CollectionItem, by: int, expected_version: int | None = None) -> None:
    """One place up (`by` is -1) or down (1); at an end it stays where it is."""
    hold(actor, item.collection, expected_version)
    items = list_items(actor, item.collection)
    place = [one.pk for one in items].index(item.pk)
    if 0 <= place + by < len(items):
        items[place], items[place + by] = items[place + by], items[place]
    _number(items)
    record(actor, "collection.reordered", subject=item.collection, service=item.service_id)


@transaction.atomic
def note_item(actor: Actor, *, item: CollectionItem, words: str, expected_version: int | None = None) -> None:
    hold(actor, item.collection, None)
    item.change(expected_version=expected_version, words=words)
    record(actor, "collection.noted", subject=item.collection, service=item.service_id)


@transaction.atomic
def take_out(actor: Actor, *, item: CollectionItem, expected_version: int | None = None) -> None:
    """History keeps that it was there."""
    hold(actor, item.collection, expected_version)
    item.delete()
    record(actor, "collection.taken_from", subject=item.collection, service=item.service_id)


def _hold_newest(actor: Actor, collection: Collection) -> None:
    """Adding overwrites nothing, so it waits for others rather than being overtaken by them."""
    collection.refresh_from_db(from_queryset=Collection.objects.select_for_update())
    hold(actor, collection, None)


def _number(items: list[CollectionItem]) -> None:
    """Being moved overtakes nobody who is writing a line about it."""
    for number, item in enumerate(items, start=1):
        CollectionItem.objects.filter(pk=item.pk).exclude(number=number).update(number=number)
