"""Collections in a list, and one of them with how each of its services stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from linkworks.domain.directory.handing_out.leaf import Leaf
from linkworks.domain.directory.handing_out.leaving import Leaving, what_leaves
from linkworks.domain.directory.handing_out.standing import warnings, why_shut
from linkworks.domain.directory.models import Collection, CollectionItem
from linkworks.domain.directory.presenters.service import freshness, state_tag
from linkworks.domain.directory.presenters.tabs import directory_tabs
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, SummaryRow, Tab, Tag

CHECKED = "Checked"  # the page says by whom, too


@dataclass(frozen=True)
class CollectionRow:
    title: str
    href: str
    purpose: str
    facts: str

    @classmethod
    def of(cls, actor: Actor, collection: Any, href: str) -> "CollectionRow":
        return cls(collection.title, href, collection.purpose, " · ".join(_facts(actor, collection)))


@dataclass(frozen=True)
class CollectionsPage:
    title: str
    rows: tuple[CollectionRow, ...]
    retired: tuple[Link, ...]
    words: str
    has_any: bool
    new_url: str
    tabs: tuple[Tab, ...]

    @classmethod
    def of(
        cls, actor: Actor, found: Sequence[Collection], retired: Sequence[Collection], words: str
    ) -> "CollectionsPage":
        return cls(
            title="Collections",
            rows=tuple(CollectionRow.of(actor, one, collection_url(one)) for one in found),
            retired=tuple(Link(one.title, collection_url(one)) for one in retired),
            words=words,
            has_any=bool(found or words),
            new_url=reverse("directory:collection_new"),
            tabs=directory_tabs(actor, "directory:collections"),
        )


@dataclass(frozen=True)
class ItemCard:
    """`shut` says why it is left out of whatever leaves; `warnings` go along with it."""

    name: str
    href: str
    state: Tag
    line: str
    shut: str
    warnings: tuple[str, ...]
    rows: tuple[SummaryRow, ...]
    freshness: str
    words_url: str
    up_url: str
    down_url: str
    out_url: str

    @classmethod
    def of(cls, item: CollectionItem, *, is_first: bool, is_last: bool) -> "ItemCard":
        service = item.service
        return cls(
            name=service.name,
            href=reverse("directory:service", args=[service.pk]),
            state=state_tag(service),
            line=item.words,
            shut=why_shut(service),
            warnings=warnings(service),
            rows=tuple(SummaryRow(name, told) for name, told in Leaf.of(item).rows if name != CHECKED),
            freshness=freshness(service),
            words_url=_item_url(item, "item_words"),
            up_url="" if is_first else _item_url(item, "item_up"),
            down_url="" if is_last else _item_url(item, "item_down"),
            out_url=_item_url(item, "item_out"),
        )


@dataclass(frozen=True)
class CollectionPage:
    title: str
    purpose: str
    facts: str
    is_retired: bool
    items: tuple[ItemCard, ...]
    left_out: tuple[str, ...]
    may_hand_out: bool
    delicate: tuple[str, ...]
    version: int
    urls: dict[str, str]

    @classmethod
    def of(cls, actor: Actor, collection: Any, items: Sequence[CollectionItem]) -> "CollectionPage":
        leaving = what_leaves(collection, items)
        last = len(items) - 1
        cards = [ItemCard.of(item, is_first=place == 0, is_last=place == last) for place, item in enumerate(items)]
        return cls(
            title=collection.title,
            purpose=collection.purpose,
            facts=" · ".join(_facts(actor, collection)),
            is_retired=collection.retired_at is not None,
            items=tuple(cards),
            left_out=tuple(_left_out(leaving, is_delicate=False)),
            may_hand_out=bool(leaving.given or leaving.has_delicate),
            delicate=tuple(_left_out(leaving, is_delicate=True)),
            version=collection.version,
            urls={name: reverse(f"directory:collection_{name}", args=[collection.pk]) for name in DEEDS},
        )


DEEDS = ("edit", "print", "send", "copy", "retire", "bring_back")


@dataclass(frozen=True)
class AboutCollection:
    """What a form about a collection begins with."""

    title: str
    back: Link
    about: str = ""
    delicate: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @classmethod
    def sending(cls, title: str, collection: Collection, items: Iterable[CollectionItem]) -> "AboutCollection":
        leaving = what_leaves(collection, items)
        return cls(
            title=title,
            back=back_to_collection(collection),
            about=words.listed(item.service.name for item in leaving.given),
            delicate=tuple(_left_out(leaving, is_delicate=True)),
            left_out=tuple(_left_out(leaving, is_delicate=False)),
        )


def whose(actor: Actor, collection: Any, *, holds_it: bool) -> str:
    """Beside its name where one is chosen; some are called alike."""
    told = _kept_by(actor, collection)
    return f"{words.start_large(told)}.{' It is in this one already.' if holds_it else ''}"


def collection_url(collection: Collection) -> str:
    return reverse("directory:collection", args=[collection.pk])


def back_to_collection(collection: Collection) -> Link:
    return Link(collection.title, collection_url(collection))


def back_to_collections() -> Link:
    return Link("Collections", reverse("directory:collections"))


def _item_url(item: CollectionItem, deed: str) -> str:
    return reverse(f"directory:{deed}", args=[item.collection_id, item.pk])


def _facts(actor: Actor, collection: Any) -> Iterator[str]:
    yield words.count(collection.number_of_services, "service")
    yield _kept_by(actor, collection)
    if collection.times_used:
        yield f"used {words.count(collection.times_used, 'time')}"


def _kept_by(actor: Actor, collection: Any) -> str:
    if collection.owner_id == actor.user_id:
        return "the team’s, begun by you" if collection.is_shared else "yours alone"
    return f"the team’s, begun by {collection.owner_name}"


def _left_out(leaving: Leaving, *, is_delicate: bool) -> Iterator[str]:
    for one in leaving.left_out:
        if one.is_delicate == is_delicate:
            yield f"{one.item.service.name}: {one.why}"
