"""How old what an entry says may get: the one place that says when it is stale, and when it is due to be checked."""

from datetime import date, timedelta

from linkworks.foundation.core import clock

# One that nobody has assured for so long is stale: it sinks in lists, and says so.
STALE_AFTER = timedelta(days=183)
# A month earlier it is due, so that it can be checked before it is stale.
DUE_AFTER = STALE_AFTER - timedelta(days=31)


def stale_before() -> date:
    """An entry last assured before this day is stale, and so is one that never was."""
    return clock.today() - STALE_AFTER


def due_before() -> date:
    return clock.today() - DUE_AFTER


def is_stale(assured_on: date | None) -> bool:
    return assured_on is None or assured_on < stale_before()
