"""What must stop when somebody has died. Apps above register what they call off; it runs in the same transaction."""

from collections.abc import Callable

from linkworks.domain.people.models import Person
from linkworks.foundation.core.actor import Actor

Callback = Callable[[Actor, Person], None]

_callbacks: list[Callback] = []


def register(callback: Callback) -> None:
    if callback not in _callbacks:
        _callbacks.append(callback)


def announce(actor: Actor, person: Person) -> None:
    for callback in _callbacks:
        callback(actor, person)
