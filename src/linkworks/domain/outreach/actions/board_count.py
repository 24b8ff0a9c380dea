"""A campaign in numbers as of a moment ago, counted once for everybody who has its board open, in every web worker."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from linkworks.domain.outreach.choices import NeedState, QueueState
from linkworks.domain.outreach.models import BoardCount, Campaign
from linkworks.domain.outreach.policies import may_see_board
from linkworks.domain.outreach.selectors.board import GOOD_FOR, Board, Crowd, counting, read_board
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

# While somebody counts, others are shown what is older than good, and wait only for what is older than this.
AT_MOST = timedelta(seconds=1.5)
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def count_lately(actor: Actor, *, campaign: Campaign) -> Board:
    """Many open boards cost the calls no more than one. Nobody is named in it, so whoever may see it sees the same."""
    require(may_see_board, actor)
    with acting(counting(actor)):
        kept = _kept(campaign)
        if _age(kept) > GOOD_FOR and (mine := _hold_to_count(kept)):
            return _restored(mine) if _age(mine) <= GOOD_FOR else _count(actor, campaign, mine)
        return _restored(kept)


def _kept(campaign: Campaign) -> BoardCount:
    kept = BoardCount.objects.filter(campaign=campaign).first()
    if kept is None:
        first = BoardCount(team_id=campaign.team_id, campaign=campaign, counted_at=NEVER)
        BoardCount.objects.bulk_create([first], ignore_conflicts=True)
        kept = BoardCount.objects.get(campaign=campaign)
    return kept


def _hold_to_count(kept: BoardCount) -> BoardCount | None:
    """The row as it is now, or None while another counts and what is kept may still be shown."""
    rows = BoardCount.objects.select_for_update(skip_locked=_age(kept) <= AT_MOST)
    return rows.filter(pk=kept.pk).first()


def _count(actor: Actor, campaign: Campaign, held: BoardCount) -> Board:
    board = read_board(actor, campaign, groups=())
    numbers = asdict(board)
    held.change(counted_at=numbers.pop("at"), numbers=numbers)
    return board


def _restored(kept: BoardCount) -> Board:
    numbers = dict(kept.numbers)
    crowds = tuple(Crowd(**one | {"state": QueueState(one["state"])}) for one in numbers.pop("crowds"))
    needs = {NeedState(state): number for state, number in numbers.pop("needs").items()}
    return Board(at=kept.counted_at.astimezone(clock.LONDON), crowds=crowds, needs=needs, **numbers)


def _age(kept: BoardCount) -> timedelta:
    return clock.now() - kept.counted_at
