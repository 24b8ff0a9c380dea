"""What the directory tells the apps above it once a change has been committed: an explicit list, and no signals."""

from collections.abc import Callable

from django.db import transaction

entries_changed: list[Callable[[], None]] = []


def announce_change() -> None:
    """Tell them all when the transaction commits, and never when it does not; one that fails stops no other."""
    for listener in entries_changed:
        transaction.on_commit(listener, robust=True)
