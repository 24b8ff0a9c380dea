"""How often a year of birth may be tried on one link: a few in an hour, and not many in all.

There are some ninety years to guess among. Nothing but a new link begins the count again.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum, auto

AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 5
MOST_IN_ALL = 10


class Verdict(Enum):
    TRY = auto()
    WAIT = auto()
    SHUT = auto()


def judge(wrong_at: Sequence[datetime], now: datetime) -> Verdict:
    """Whether one more try may be made, given when wrong ones were."""
    if len(wrong_at) >= MOST_IN_ALL:
        return Verdict.SHUT
    lately = [at for at in wrong_at if at > now - AN_HOUR]
    return Verdict.WAIT if len(lately) >= MOST_AN_HOUR else Verdict.TRY
