"""What a case must wait for before it may close. Each family, and each app above, registers its own condition."""

from collections.abc import Callable

from linkworks.domain.casework.models import Case
from linkworks.foundation.core.actor import Actor

Condition = Callable[[Actor, Case], str | None]

_conditions: list[Condition] = []


def register(condition: Condition) -> None:
    """Add a condition: it gives a sentence that says what is still to be done, or None."""
    if condition not in _conditions:
        _conditions.append(condition)


def reasons_to_wait(actor: Actor, case: Case) -> list[str]:
    """A sentence for each thing that must be done before this case may close; empty when nothing stands in the way."""
    return [reason for condition in _conditions if (reason := condition(actor, case)) is not None]
