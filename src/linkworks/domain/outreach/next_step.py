"""What follows from the outcome of a call: a rule over plain facts, so that it can be read and tried out on its own."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from linkworks.domain.outreach.choices import Follows, QueueState
from linkworks.domain.outreach.windows import Windows

EVERY_PART = 7


@dataclass(frozen=True)
class Outcome:
    """The facts of a `CallOutcome`. `once_more_after` is for who would be done; nothing for an outcome that ends it."""

    follows: Follows
    ending: str = ""
    rest: timedelta = timedelta()
    counts: bool = True
    tries_other_number: bool = False
    once_more_after: timedelta = timedelta()


@dataclass(frozen=True)
class Standing:
    """Where the person stood when they were rung. `other_number` is whether there is a further number to ring.

    `spacing` is the least time between two tries that count on one number. `may_ring_once_more` is whether their band
    does so, and they were not rung once more before.
    """

    tries: int
    tried_parts: int
    most_tries: int
    other_number: bool
    spacing: timedelta = timedelta()
    may_ring_once_more: bool = False


@dataclass(frozen=True)
class Step:
    """Where the person stands now. `wakes_at` is empty only for who is done."""

    state: QueueState
    tries: int
    tried_parts: int
    wakes_at: datetime | None = None
    ending: str = ""
    is_promised: bool = False
    to_other_number: bool = False

    def columns(self, head_start: timedelta) -> dict[str, Any]:
        """What is written into the person's row in the queue."""
        due = {"rank_at": self.wakes_at - (timedelta() if self.is_promised else head_start)} if self.wakes_at else {}
        return due | {
            "state": self.state,
            "tries": self.tries,
            "tried_parts": self.tried_parts,
            "wakes_at": self.wakes_at,
            "ending": self.ending,
            "is_promised": self.is_promised,
        }


def next_step(outcome: Outcome, standing: Standing, windows: Windows, now: datetime, ring_at: datetime | None) -> Step:
    """`ring_at` is the time that was agreed, for an outcome that rings then."""
    tries = standing.tries + outcome.counts
    parts = (standing.tried_parts | windows.part_at(now)) if outcome.counts else standing.tried_parts
    if outcome.follows == Follows.END:
        once_more = _once_more(outcome, standing, windows, now)
        return once_more or Step(QueueState.ENDED, tries, parts, ending=outcome.ending)
    if outcome.follows == Follows.RING_AT and ring_at is not None:
        return Step(QueueState.RESTING, tries, parts, ring_at, is_promised=True)
    to_other = outcome.tries_other_number and standing.other_number
    no_number = outcome.follows == Follows.OTHER_NUMBER and not standing.other_number
    if outcome.follows == Follows.LADDER or no_number or tries >= standing.most_tries:
        return Step(QueueState.LADDER, tries, parts, now + outcome.rest)
    rest = max(outcome.rest, standing.spacing) if outcome.counts and not to_other else outcome.rest
    again = _ring_again(windows, now + rest, parts)
    if again is None:
        return Step(QueueState.LADDER, tries, parts, now + outcome.rest)
    return Step(QueueState.RESTING, tries, parts, again, to_other_number=to_other)


def _once_more(outcome: Outcome, standing: Standing, windows: Windows, now: datetime) -> Step | None:
    """None for who is done. They were talked to: that uses up none of the tries to reach them."""
    if not (outcome.once_more_after and standing.may_ring_once_more) or standing.tries >= standing.most_tries:
        return None
    parts = standing.tried_parts | windows.part_at(now)
    again = _ring_again(windows, now + outcome.once_more_after, parts)
    return Step(QueueState.RESTING, standing.tries, parts, again) if again else None


def _ring_again(windows: Windows, after: datetime, tried_parts: int) -> datetime | None:
    """In a part of the day that was not tried; once all were, in any."""
    untried = windows.first_open(after, avoiding=tried_parts) if tried_parts != EVERY_PART else None
    return untried or windows.first_open(after)
