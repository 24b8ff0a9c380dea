"""A campaign in numbers as of a moment ago, counted once for everybody who has its board open."""

from collections import defaultdict
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from uuid import UUID

from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_see_board
from linkworks.domain.outreach.selectors.board import Board, read_board
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor

GOOD_FOR = 0.8  # seconds; an open board asks every second, so that what it shows is never two seconds old


@dataclass
class _Counted:
    lock: Lock = field(default_factory=Lock)
    board: Board | None = None
    until: float = 0.0


_counted: defaultdict[UUID, _Counted] = defaultdict(_Counted)


def read_board_lately(actor: Actor, campaign: Campaign) -> Board:
    """Many open boards cost the calls no more than one. Nobody is named in it, so whoever may see it sees the same."""
    require(may_see_board, actor)
    counted = _counted[campaign.pk]
    with counted.lock:
        if counted.board is None or monotonic() > counted.until:
            counted.board = read_board(actor, campaign)
            counted.until = monotonic() + GOOD_FOR
        return counted.board
