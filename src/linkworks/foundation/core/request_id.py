"""One id ties together everything that one request or one job wrote."""

from contextvars import ContextVar
from uuid import uuid4

_current: ContextVar[str] = ContextVar("request_id", default="")


def start(value: str = "") -> str:
    chosen = value or uuid4().hex
    _current.set(chosen)
    return chosen


def current() -> str:
    return _current.get()
