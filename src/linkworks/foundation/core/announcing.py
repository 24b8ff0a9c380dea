"""What apps above do when something happens in an app below, which knows nothing of them."""

from collections.abc import Callable
from typing import Generic, TypeVar

from linkworks.foundation.core.actor import Actor

Subject = TypeVar("Subject")


class Announcement(Generic[Subject]):
    """Whoever registers is called each time it is announced, in the same transaction."""

    def __init__(self) -> None:
        self._followers: list[Callable[[Actor, Subject], None]] = []

    def register(self, follower: Callable[[Actor, Subject], None]) -> None:
        if follower not in self._followers:
            self._followers.append(follower)

    def announce(self, actor: Actor, subject: Subject) -> None:
        for follower in self._followers:
            follower(actor, subject)
