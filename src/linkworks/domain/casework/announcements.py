"""What casework tells the apps above it once a deed has been committed: an explicit list for each, and no signals.

    announcements.case_closed.append(ask_for_feedback)

A callback runs outside the deed's transaction: it opens its own, with `acting(actor)`.
"""

from collections.abc import Callable, Iterable
from functools import partial
from uuid import UUID

from django.db import transaction

from linkworks.foundation.core.actor import Actor

Listener = Callable[[Actor, UUID], None]

case_closed: list[Listener] = []
"""Told the actor and the case's id."""
case_reopened: list[Listener] = []


def announce(listeners: Iterable[Listener], actor: Actor, case_id: UUID) -> None:
    """Tell them all when the transaction commits, and never when it does not; one that fails stops no other."""
    for listener in listeners:
        transaction.on_commit(partial(listener, actor, case_id), robust=True)
