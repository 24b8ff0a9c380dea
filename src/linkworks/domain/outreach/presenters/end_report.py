"""What a campaign came to, on paper: every person is counted once, and the help is counted when it arrived."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from linkworks.domain.outreach.choices import CampaignState, Ending, QueueState
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_run_campaigns, may_see_board
from linkworks.domain.outreach.presenters.board import ReachTable, tell_reach
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead, add_tab
from linkworks.domain.outreach.selectors.board import Board
from linkworks.domain.outreach.selectors.end_report import Delivery, EndReport
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.counting import Count
from linkworks.foundation.design.parts import Link

REPORT = "outreach:report"
MANY_TRIES = 6

add_tab("Report", REPORT, order=90, who=may_see_board)


@dataclass(frozen=True)
class ReportTable:
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ReportPage:
    title: str
    head: CampaignHead
    when: str
    proof: str
    tables: tuple[ReportTable, ...]
    reach: tuple[ReachTable, ...]
    close: Link | None

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, board: Board, report: EndReport) -> "ReportPage":
        tables = (
            ReportTable("How it ended", ("Ending", "#People"), tuple(_endings(board))),
            ReportTable("How often we rang before somebody was reached", ("Tries", "#People"), tuple(_tries(report))),
            ReportTable("What came of the calls", ("Outcome", "#Calls"), tuple(_outcomes(report))),
            ReportTable("Help", ("Need", "#Asked for", "#Brought", "#Confirmed"), tuple(_needs(report))),
            ReportTable(
                "How long help took",
                ("How urgent", "#Asked for", "#Brought", "#In time", "Half within", "Nine in ten within"),
                tuple(_delivery(one) for one in report.deliveries),
            ),
        )
        may_close = may_run_campaigns(actor) and campaign.state != CampaignState.CLOSED
        return cls(
            title="Report",
            head=CampaignHead.of(actor, campaign, REPORT),
            when=_when(campaign),
            proof=_proof(board),
            tables=tuple(table for table in tables if table.rows),
            reach=tuple(tell_reach(board)),
            close=Link("Close this campaign", reverse("outreach:close", args=[campaign.pk])) if may_close else None,
        )


def _when(campaign: Campaign) -> str:
    if campaign.closed_at:
        return f"Closed on {words.full_date(campaign.closed_at)}. These figures are final."
    return "This campaign is not closed: these figures are so far."


def _proof(board: Board) -> str:
    """Everybody is counted, once; what the database holds to is said so that it can be checked by adding up."""
    people, done = board.count(), board.in_state(QueueState.ENDED)
    if not people:
        return "Nobody is on the list yet."
    if people == done:
        return f"{words.count(people, 'person was', 'people were')} on the list, and every one of them has an ending."
    left = words.count(people - done, "person is", "people are")
    return f"{words.count(people, 'person is', 'people are')} on the list. {left} not done."


def _endings(board: Board) -> Iterator[tuple[str, str]]:
    ended = board.ended()
    if ended:
        yield from ((str(ending.label), f"{ended[ending]:,}") for ending in Ending if ended[ending])
        yield "All who are done", f"{ended.total():,}"


def _tries(report: EndReport) -> Iterator[tuple[str, str]]:
    few = [(str(tries), number) for tries, number in report.tries if tries < MANY_TRIES]
    many = sum(number for tries, number in report.tries if tries >= MANY_TRIES)
    yield from _shown([*few, (f"{MANY_TRIES} or more", many)])


def _outcomes(report: EndReport) -> Iterator[tuple[str, str]]:
    yield from _shown(report.by_outcome)


def _shown(counts: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    return ((label, Count(label, number).shown) for label, number in counts if number)


def _needs(report: EndReport) -> Iterator[tuple[str, ...]]:
    for need in report.needs:
        numbers = (need.raised, need.delivered, need.confirmed)
        yield need.label, *(Count(need.label, number).shown for number in numbers)


def _delivery(one: Delivery) -> tuple[str, ...]:
    label = str(one.urgency.label)
    numbers = (Count(label, number).shown for number in (one.raised, one.delivered, one.in_time))
    return label, *numbers, _took(one.half), _took(one.most)


def _took(length: timedelta | None) -> str:
    return words.duration(length) if length is not None else "–"


@dataclass(frozen=True)
class ClosePage:
    title: str
    head: CampaignHead
    back: Link
    unfinished: tuple[str, ...]

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, unfinished: Iterable[str]) -> "ClosePage":
        return cls(
            title="Close this campaign",
            head=CampaignHead.of(actor, campaign, REPORT),
            back=Link("Report", reverse(REPORT, args=[campaign.pk])),
            unfinished=tuple(unfinished),
        )
