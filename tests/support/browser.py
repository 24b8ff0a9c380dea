"""A real browser for the tests: one Chromium, a context for each person, signed in without walking the sign-in."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from linkworks.foundation.accounts import second_factor
from linkworks.foundation.accounts.models import User
from linkworks.foundation.core.actor import Actor

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium as `script/chromium` found it. Its loop has database connections of its own, closed at the end."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        path = os.environ.get("LINKWORKS_CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
        connections.close_all()


@dataclass
class Desk:
    """Where somebody sits: their browser, at one address, with what the console complained of."""

    browser: Browser
    address: str
    javascript: bool = True
    complaints: list[str] = field(default_factory=list)
    _contexts: dict[str, BrowserContext] = field(default_factory=dict)
    _tabs: dict[UUID | None, Page] = field(default_factory=dict)

    def page_of(self, actor: Actor | None, *, size: dict[str, int] | None = None) -> Page:
        """A fresh tab of this person's own browser; nobody's for a stranger."""
        key = f"{actor.user_id if actor else 'stranger'}{size}"
        if key not in self._contexts:
            self._contexts[key] = self._open(actor, size or WIDE)
        page = self._contexts[key].new_page()
        page.set_default_timeout(30_000)
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def tab_of(self, actor: Actor | None) -> Page:
        """The one tab in which somebody looks at page after page: with a fresh one for each it takes twice as long."""
        key = actor.user_id if actor else None
        if key not in self._tabs:
            self._tabs[key] = self.page_of(actor)
        tab = self._tabs[key]
        tab.set_viewport_size(WIDE)
        return tab

    def forgive(self, words: str) -> None:
        """Complaints with these words were meant to be."""
        self.complaints = [complaint for complaint in self.complaints if words not in complaint]

    def close(self) -> None:
        for context in self._contexts.values():
            context.close()

    def _listen(self, said) -> None:
        # A page that answers 404 or 422 on purpose is no complaint.
        if said.type == "error" and "status of 4" not in said.text:
            self.complaints.append(f"{said.text} ({said.location.get('url', '')})")

    def _open(self, actor: Actor | None, size: dict[str, int]) -> BrowserContext:
        context = self.browser.new_context(
            base_url=self.address, viewport=size, java_script_enabled=self.javascript, locale="en-GB"
        )
        if actor is not None:
            context.add_cookies([session_cookie(actor) | {"url": self.address}])
        return context


def session_cookie(actor: Actor) -> dict[str, str]:
    """The cookie of a session that has passed both factors."""
    client = Client()
    user = User.objects.get(pk=actor.user_id)
    client.force_login(user, backend="linkworks.foundation.accounts.backends.AuthenticationBackend")
    session = client.session
    second_factor.note_shown(session, user)
    session.save()
    return {"name": settings.SESSION_COOKIE_NAME, "value": session.session_key}


OpenDesk = Callable[..., Desk]
