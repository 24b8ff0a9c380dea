"""A campaign on a wall: big numbers with their words, when it will be finished, and whom we reach less than others."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate

from django.urls import reverse

from linkworks.domain.outreach.choices import CampaignState, Ending, NeedState, QueueState
from linkworks.domain.outreach.forecast import Forecast, Left
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_see_board
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead, add_tab
from linkworks.domain.outreach.reach import Reach, join_small
from linkworks.domain.outreach.selectors.board import Board, Crowd, by_age, by_area, by_band, by_language
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.counting import Count
from linkworks.foundation.design.charts import LineChart, Reading, Scale, line_chart
from linkworks.foundation.design.parts import Fact, Tag

BOARD = "outreach:board"
DAYS_SHOWN = 8
GROUPS: dict[str, Callable[[Crowd], str]] = {
    "Priority": by_band,
    "Area": by_area,
    "Language": by_language,
    "Age": by_age,
}
CONFIRMED = "confirmed by the person"
HELP = {
    "to be found": (NeedState.RAISED, NeedState.OFFERED),
    "on its way": (NeedState.ACCEPTED, NeedState.SCHEDULED, NeedState.ON_THE_WAY),
    "brought, to be confirmed": (NeedState.DELIVERED,),
    CONFIRMED: (NeedState.CONFIRMED,),
}
LESS = Tag("Less than others", "orange")

add_tab("Board", BOARD, order=80, who=may_see_board)


@dataclass(frozen=True)
class Numbers:
    """What is counted anew while a board is open. `next_in` is when to ask for the next, in milliseconds."""

    facts: tuple[Fact, ...]
    help: tuple[Fact, ...]
    callers: str
    counted_at: datetime
    next_in: int

    @classmethod
    def of(cls, board: Board) -> "Numbers":
        next_in = round(board.next_in() / timedelta(milliseconds=1))
        return cls(tuple(_facts(board)), tuple(_help(board)), _callers(board), board.at, next_in)


@dataclass(frozen=True)
class ReachTable:
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | Tag, ...], ...]


@dataclass(frozen=True)
class BoardPage:
    title: str
    head: CampaignHead
    numbers: Numbers
    numbers_url: str
    finish: str
    is_closed: bool
    what_if: int
    chart: LineChart
    endings: tuple[tuple[str, str], ...]
    reach: tuple[ReachTable, ...]

    @classmethod
    def of(
        cls,
        actor: Actor,
        campaign: Campaign,
        board: Board,
        foreseen: Forecast,
        done: list[tuple[date, int]],
        *,
        callers: int,
    ) -> "BoardPage":
        return cls(
            title="Board",
            head=CampaignHead.of(actor, campaign, BOARD),
            numbers=Numbers.of(board),
            numbers_url=reverse("outreach:board_numbers", args=[campaign.pk]),
            finish=_finish(foreseen, callers),
            is_closed=campaign.state == CampaignState.CLOSED,
            what_if=callers,
            chart=_chart(board, done, foreseen),
            endings=tuple(_endings(board)),
            reach=tuple(tell_reach(board)),
        )


def _facts(board: Board) -> Iterator[Fact]:
    yield Fact(board.reached(), "reached", tone="good")
    yield Fact(board.in_state(QueueState.READY, QueueState.RESTING), "still to ring")
    yield Fact(board.in_state(QueueState.ON_A_CALL), "on a call now")
    yield Fact(board.in_state(QueueState.LADDER), "not reached, tried in other ways", tone="late")
    yield Fact(board.count(), "on the list")


def _help(board: Board) -> Iterator[Fact]:
    found = {name: sum(board.needs.get(state, 0) for state in states) for name, states in HELP.items()}
    for name, number in found.items():
        yield Fact(number, name, tone="good" if name == CONFIRMED else "plain")
    if board.overdue:
        yield Fact(board.overdue, "later than promised", tone="late")


def _callers(board: Board) -> str:
    ring = words.count(board.callers, "caller rings", "callers ring") if board.callers else "Nobody rings"
    pause = f", {words.count(board.paused, 'pauses', 'pause')}" if board.paused else ""
    ask = words.count(board.asking, "caller waits", "callers wait") + " for a colleague." if board.asking else ""
    return f"{ring} now{pause}. {ask}".strip()


def _finish(foreseen: Forecast, callers: int) -> str:
    if not foreseen.line[0].people:
        return "Everybody on the list has been rung."
    if not callers:
        return "With nobody ringing there is no end to foresee. Say how many callers there could be."
    who = words.count(callers, "caller")
    if foreseen.finish is None:
        return f"With {who}, calls would go on for more than two months."
    then = words.count(round(foreseen.unreached), "person", "people")
    return (
        f"With {who}, everybody will have been rung by about {words.moment(_next_hour(foreseen.finish))}, "
        f"if calls go on as they went lately. About {then} will then have to be tried in other ways."
    )


def _next_hour(moment: datetime) -> datetime:
    return (moment + timedelta(minutes=59)).replace(minute=0, second=0, microsecond=0)


def _chart(board: Board, done: list[tuple[date, int]], foreseen: Forecast) -> LineChart:
    """At the end of each day: as it was, and from today on as it will be."""
    people, in_other_ways = board.count(), board.in_state(QueueState.LADDER)
    past = [Reading(day, people - so_far) for day, so_far in _so_far(done) if day < clock.today()]
    ahead = [
        Reading(day, round(left.people + left.unreached) + in_other_ways, "foreseen")
        for day, left in _by_day(foreseen.line).items()
        if foreseen.line[0].people and foreseen.finish
    ]
    readings = [*_thin(past), *_thin(ahead)]
    largest = max([reading.value for reading in readings], default=0)
    return line_chart("left", "How many people are not done", readings, _scale(largest), head="People")


def _so_far(done: list[tuple[date, int]]) -> Iterable[tuple[date, int]]:
    return zip([day for day, _ in done], accumulate(number for _, number in done), strict=True)


def _by_day(line: Iterable[Left]) -> dict[date, Left]:
    return {clock.day_of(left.at): left for left in line}


def _thin(readings: list[Reading]) -> list[Reading]:
    every = -(-len(readings) // DAYS_SHOWN)
    return readings[-1::-every][::-1] if readings else []


def _scale(largest: float) -> Scale:
    step = next(step for step in (1, 5, 10, 50, 100, 500, 1000, 5000, 10_000, 50_000, 500_000) if largest <= 5 * step)
    return Scale(0, 5 * step, step)


def _endings(board: Board) -> Iterator[tuple[str, str]]:
    ended = board.ended()
    for ending in Ending:
        if ended[ending]:
            yield str(ending.label), f"{ended[ending]:,}"


def tell_reach(board: Board) -> Iterator[ReachTable]:
    """Of those who were ours to reach; groups that are too small to show stand together."""
    people = board.count(lambda crowd: crowd.is_ours_to_reach)
    reached = board.reached()
    for title, label in GROUPS.items():
        groups = join_small([Reach(name, *numbers) for name, numbers in board.shares(label).items()])
        if len(groups) > 1:
            ordered = sorted(groups, key=lambda one: -one.people)
            rows = tuple(tuple(_told(one, people, reached, len(groups))) for one in ordered)
            yield ReachTable(title, (title, "#People", "#Reached", "#Share", "Compared"), rows)


def _told(one: Reach, people: int, reached: int, groups: int) -> Iterator[str | Tag]:
    counted = Count(one.group, one.reached)
    yield one.group
    yield f"{one.people:,}"
    yield counted.shown
    yield "" if counted.is_hidden else f"{one.share:.0%}"
    yield LESS if one.is_behind(people, reached, groups) else ""
