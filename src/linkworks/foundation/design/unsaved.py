"""What somebody typed into a form and has not saved yet. An app that knows staff keeps it; form pages ask here.

Without a keeper, and for anybody who is not staff, nothing is kept.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.http import HttpRequest, QueryDict


@dataclass(frozen=True)
class Unsaved:
    """A form as it was last typed, with when that was."""

    answers: QueryDict
    at: datetime


class Keeper(Protocol):
    def address(self, request: HttpRequest) -> str:
        """Where this page's script sends what is typed; blank when nothing may be kept."""

    def recall(self, request: HttpRequest) -> Unsaved | None:
        """What was typed on this page and not saved."""

    def forget(self, request: HttpRequest) -> None:
        """It has been saved: nothing of this page need be kept any longer."""


class KeepsNothing:
    def address(self, request: HttpRequest) -> str:
        return ""

    def recall(self, request: HttpRequest) -> Unsaved | None:
        return None

    def forget(self, request: HttpRequest) -> None:
        pass


_keeper: list[Keeper] = [KeepsNothing()]


def keep_with(keeper: Keeper) -> None:
    _keeper[:] = [keeper]


def keeper() -> Keeper:
    return _keeper[0]
