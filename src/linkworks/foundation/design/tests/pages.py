"""Requests and HTML for the tests of this app."""

from typing import Any

from django.template import engines
from django.test import RequestFactory

from linkworks.foundation.core.actor import Actor, ActorKind

ROSA = Actor(kind=ActorKind.STAFF, name="Rosa Diaz")


def request(
    method: str = "get",
    path: str = "/page",
    data: dict[str, Any] | None = None,
    actor: Actor = ROSA,
) -> Any:
    made: Any = getattr(RequestFactory(), method)(path, data or {})
    made.actor = actor
    return made


def draw(source: str, **context: Any) -> str:
    return str(engines["jinja2"].from_string(source).render(context, request()))
