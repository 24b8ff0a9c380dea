"""What every template may call."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

from . import navigation


class TemplateMistake(Exception):
    """A template left out something a component insists on."""


def url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args or None, kwargs=kwargs or None)


def csp_nonce(request: HttpRequest | None) -> str:
    """The nonce as text: django-csp's own value counts as false until it is printed."""
    return str(getattr(request, "csp_nonce", ""))


def notices(request: HttpRequest | None) -> list[Any]:
    return list(get_messages(request)) if request is not None else []


def insist(message: str) -> None:
    raise TemplateMistake(message)


GLOBALS = {
    "url": url,
    "static": static,
    "csp_nonce": csp_nonce,
    "notices": notices,
    "insist": insist,
    "navigation_links": navigation.links,
    "account_links": navigation.account_links,
    "team_name": navigation.team_name,
}
