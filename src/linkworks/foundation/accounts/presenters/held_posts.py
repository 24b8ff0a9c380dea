"""What was sent when it could not be saved, ready to go back into its page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from linkworks.foundation.accounts.kept_typing import opened
from linkworks.foundation.accounts.models import HeldPost
from linkworks.foundation.core.sealing import CannotOpen
from linkworks.foundation.design.page_registry import pages


@dataclass(frozen=True)
class HeldPostCard:
    id: UUID
    page: str
    path: str
    at: datetime
    answers: tuple[tuple[str, str], ...]
    had_files: bool


@dataclass(frozen=True)
class HeldPostsPage:
    cards: tuple[HeldPostCard, ...]
    then: str
    title: str = "We kept what you typed"

    @classmethod
    def of(cls, held: Iterable[HeldPost], then: str) -> "HeldPostsPage":
        is_ours = url_has_allowed_host_and_scheme(then, allowed_hosts=None)
        return cls(tuple(card for post in held if (card := _card(post))), then if is_ours else "/")


def _card(held: HeldPost) -> HeldPostCard | None:
    try:
        typing = opened(held.sealed)
    except CannotOpen:
        return None
    return HeldPostCard(
        id=held.pk,
        page=_page_title(held.path),
        path=held.path,
        at=held.created_at,
        answers=typing.answers,
        had_files=typing.had_files,
    )


def _page_title(path: str) -> str:
    try:
        view = resolve(path.partition("?")[0]).func
    except Resolver404:
        return "A page"
    name = getattr(getattr(view, "view_class", view), "page_name", "")
    return next((page.title for page in pages() if page.name == name and page.title), "A page")
