"""A campaign in numbers as of a moment ago, counted once for everybody who has its board open."""

from collections import defaultdict
from dataclasses import dataclass, field
from math import inf
from threading import Lock
from time import monotonic
from uuid import UUID

from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_see_board
from linkworks.domain.outreach.selectors.board import Board, read_board
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor

# Seconds. An open board asks every second, so that what it shows is never two seconds old.
GOOD_FOR, AT_MOST = 0.7, 0.9


@dataclass
class _Counted:
    board: Board | None = None
    at: float = -inf
    lock: Lock = field(default_factory=Lock)

    @property
    def age(self) -> float:
        return monotonic() - self.at


_counted: defaultdict[UUID, _Counted] = defaultdict(_Counted)


def read_board_lately(actor: Actor, campaign: Campaign) -> Board:
    """Many open boards cost the calls no more than one. Nobody is named in it, so whoever may see it sees the same.

    Nobody waits for a count that another board has begun, unless the last one is too old to be shown.
    """
    require(may_see_board, actor)
    counted = _counted[campaign.pk]
    if counted.lock.acquire(blocking=counted.age > AT_MOST):
        try:
            if counted.age > GOOD_FOR:
                began = monotonic()
                counted.board, counted.at = read_board(actor, campaign, groups=()), began
        finally:
            counted.lock.release()
    assert counted.board is not None  # noqa: S101 (it is waited for)
    return counted.board
