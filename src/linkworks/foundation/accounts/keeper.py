"""Keeps for staff what they typed into form pages, where `design.unsaved` asks."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from linkworks.foundation.accounts import selectors
from linkworks.foundation.accounts.actions import keep_typing
from linkworks.foundation.accounts.kept_typing import Typing, opened
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.sealing import CannotOpen
from linkworks.foundation.design.unsaved import Unsaved


class StaffKeeper:
    def address(self, request: HttpRequest) -> str:
        page = urlencode({"page": request.path})
        return f"{reverse('staff:drafts')}?{page}" if _actor(request).user_id else ""

    def recall(self, request: HttpRequest) -> Unsaved | None:
        user_id = _actor(request).user_id
        draft = selectors.find_draft(user_id, request.path) if user_id else None
        if draft is None:
            return None
        try:
            typing = opened(draft.sealed)
        except CannotOpen:
            return None
        return Unsaved(_as_posted(typing.answers), draft.updated_at)

    def forget(self, request: HttpRequest) -> None:
        user_id = _actor(request).user_id
        if user_id:
            keep_typing.forget(user_id, request.path, request.get_full_path())


def keeps_typing(view: Callable[..., Any], request: HttpRequest) -> bool:
    """Is this a form posted to a page whose text may be kept?"""
    return request.method == "POST" and getattr(getattr(view, "view_class", None), "keeps_typing", False)


def hold(request: HttpRequest, user: User) -> None:
    typing = Typing.of(request.POST.lists(), had_files=bool(request.FILES))
    keep_typing.hold_post(user, path=request.get_full_path(), typing=typing)


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined, no-any-return]


def _as_posted(answers: tuple[tuple[str, str], ...]) -> QueryDict:
    posted = QueryDict(mutable=True)
    for name, value in answers:
        posted.appendlist(name, value)
    return posted
