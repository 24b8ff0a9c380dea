"""What stands in the header: apps add their items in `ready()`, the layout asks for the links.

navigation.add(NavigationItem("My day", "casework:my_day", who=is_link_worker, order=10))
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from django.http import HttpRequest
from django.urls import reverse

from linkworks.foundation.core.actor import Actor


class Place(Enum):
    MAIN = auto()
    ACCOUNT = auto()


def everyone(actor: Actor) -> bool:
    return True


@dataclass(frozen=True)
class NavigationItem:
    label: str
    url_name: str
    who: Callable[[Actor], bool] = everyone
    order: int = 100
    count: Callable[[Actor], int] | None = None
    place: Place = Place.MAIN
    is_deed: bool = False
    """A deed, such as signing out, is a button that posts."""


@dataclass(frozen=True)
class NavigationLink:
    label: str
    href: str
    is_current: bool
    count: int | None
    is_deed: bool


TeamNamer = Callable[[HttpRequest], str]

_items: list[NavigationItem] = []
_team_namers: list[TeamNamer] = []


def add(item: NavigationItem) -> None:
    if item not in _items:
        _items.append(item)


def name_team_with(namer: TeamNamer) -> None:
    """The team's name stands in the header; the app that knows teams says how to find it."""
    _team_namers[:] = [namer]


def team_name(request: HttpRequest | None) -> str:
    if request is None or _staff(request) is None:
        return ""
    return next((namer(request) for namer in _team_namers), "")


def links(request: HttpRequest | None, place: Place = Place.MAIN) -> list[NavigationLink]:
    actor = _staff(request)
    if request is None or actor is None:
        return []
    return [
        _link(item, actor, request.path)
        for item in sorted(_items, key=lambda item: item.order)
        if item.place is place and item.who(actor)
    ]


def account_links(request: HttpRequest | None) -> list[NavigationLink]:
    return links(request, Place.ACCOUNT)


def _staff(request: HttpRequest | None) -> Actor | None:
    actor: Actor | None = getattr(request, "actor", None)
    return actor if actor is not None and actor.is_staff else None


def _link(item: NavigationItem, actor: Actor, path: str) -> NavigationLink:
    href = reverse(item.url_name)
    return NavigationLink(
        label=item.label,
        href=href,
        is_current=path == href or (href != "/" and path.startswith(href)),
        count=item.count(actor) if item.count else None,
        is_deed=item.is_deed,
    )
