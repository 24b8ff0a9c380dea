"""The rules of a campaign on one page, and what a change to one of them means."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from linkworks.domain.outreach.choices import Ending, Follows, Weekday
from linkworks.domain.outreach.models import CallOutcome, Campaign, PriorityBand
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead, add_tab
from linkworks.domain.outreach.rules import OUTCOME_KEYS
from linkworks.domain.outreach.selectors.rules import Rules
from linkworks.domain.outreach.windows import Span, tell_hours
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.fields.base import start_small
from linkworks.foundation.design.fields.durations import tell_duration
from linkworks.foundation.design.parts import Link, SummaryRow

RULES = "outreach:campaign_rules"

add_tab("Rules", RULES, order=70)


@dataclass(frozen=True)
class Rows:
    """A table: what it shows, and where one more is added."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    add: Link


@dataclass(frozen=True)
class RulesPage:
    title: str
    head: CampaignHead
    wrong: tuple[str, ...]
    hours: tuple[SummaryRow, ...]
    script: tuple[SummaryRow, ...]
    bands: Rows
    outcomes: Rows
    retired: tuple[Link, ...]
    hours_url: str
    other_ways: Link

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, rules: Rules) -> "RulesPage":
        return cls(
            title="Rules",
            head=CampaignHead.of(actor, campaign, RULES),
            wrong=tuple(rules.wrong),
            hours=tuple(_hours(rules.spans)),
            script=(_script(campaign),),
            bands=_bands(campaign, rules),
            outcomes=_outcomes(campaign, rules.outcomes),
            retired=tuple(Link(one.label, _url("campaign_outcome", campaign, one)) for one in rules.retired),
            hours_url=_url("campaign_hours", campaign),
            other_ways=Link("Change what we try next", _url("other_ways", campaign)),
        )


def _hours(spans: Sequence[Span]) -> Iterator[SummaryRow]:
    for weekday in Weekday:
        told = tell_hours((span.opens, span.closes) for span in spans if span.weekday == weekday)
        yield SummaryRow(str(weekday.label), told or "No calls")


def _script(campaign: Campaign) -> SummaryRow:
    change = Link("Change", _url("campaign_script", campaign), hidden="the script")
    return SummaryRow("Script", str(campaign.script or "None chosen yet"), change)


def _bands(campaign: Campaign, rules: Rules) -> Rows:
    return Rows(
        heads=("Band", "#People", "Head start", "Tries", ""),
        rows=tuple(
            (
                band.name,
                f"{rules.people.get(band.pk, 0):,}",
                tell_duration(band.head_start) or "None",
                _tries(band),
                Link("Change", _url("campaign_band", campaign, band), hidden=band.name),
            )
            for band in rules.bands
        ),
        add=Link("Add a band", _url("campaign_band_new", campaign)),
    )


def _tries(band: PriorityBand) -> str:
    apart = f", {tell_duration(band.spacing)} apart or more" if band.spacing else ""
    once_more = ". Once more, where an outcome says so" if band.rings_once_more else ""
    return f"At most {band.most_tries}{apart}{once_more}"


def _outcomes(campaign: Campaign, offered: Sequence[CallOutcome]) -> Rows:
    return Rows(
        heads=("How it went", "Keys", "What follows", ""),
        rows=tuple(
            (
                one.label,
                f"O {key.upper()}",
                tell_what_follows(one),
                Link("Change", _url("campaign_outcome", campaign, one), hidden=one.label),
            )
            for key, one in zip(OUTCOME_KEYS, offered, strict=False)
        ),
        add=Link("Add an outcome", _url("campaign_outcome_new", campaign)),
    )


def tell_what_follows(outcome: CallOutcome) -> str:
    told = [_leads_to(outcome)]
    if outcome.follows == Follows.RING_AGAIN and not outcome.counts:
        told.append("It does not count as a try.")
    if outcome.follows == Follows.RING_AGAIN and outcome.tries_other_number:
        told.append("Another number first, where there is one.")
    if outcome.once_more_after:
        told.append(f"In bands that do so, rung once more after {tell_duration(outcome.once_more_after)}.")
    if outcome.stops_all_calls:
        told.append("Never rung again.")
    if outcome.sends_message and outcome.follows == Follows.RING_AGAIN:
        told.append("We write to them twice, where that is safe.")
    if outcome.asks_language:
        told.append("The caller says which language they need.")
    if outcome.tells_lead:
        told.append("A lead is told.")
    if outcome.marks_unsafe:
        told.append("Contact counts as unsafe.")
    return " ".join(told)


def _leads_to(outcome: CallOutcome) -> str:
    match Follows(outcome.follows):
        case Follows.END:
            return f"Done: {start_small(Ending(outcome.ending).label)}."
        case Follows.RING_AGAIN:
            return f"Ring again after {tell_duration(outcome.rest)}." if outcome.rest else "Ring again."
        case Follows.RING_AT:
            return "Ring again at the agreed time."
        case Follows.OTHER_NUMBER:
            return "Ring the next number, or find one."
        case Follows.LADDER:
            return "Try another way."


@dataclass(frozen=True)
class RuleForm:
    """A form about one rule: `means` says what a change means."""

    title: str
    head: CampaignHead
    back: Link
    means: tuple[str, ...] = ()
    deed: Link | None = None
    """What else can be done with it: it posts."""

    @classmethod
    def of(
        cls, actor: Actor, campaign: Campaign, title: str, means: Sequence[str] = (), deed: Link | None = None
    ) -> "RuleForm":
        head = CampaignHead.of(actor, campaign, RULES)
        return cls(title, head, Link("Rules", reverse(RULES, args=[campaign.pk])), tuple(means), deed)


def what_a_band_means(people: int) -> list[str]:
    if not people:
        return ["Nobody is in this band."]
    here = words.count(people, "person is in this band", "people are in this band")
    return [f"{here}. A longer head start moves those who wait up at once; a shorter one moves them down."]


def what_an_outcome_means(calls: int) -> list[str]:
    if not calls:
        return ["No call has gone so yet."]
    return [f"{words.count(calls, 'call')} went so. What followed from them stays as it is."]


def _url(name: str, campaign: Campaign, *one: PriorityBand | CallOutcome) -> str:
    return reverse(f"outreach:{name}", args=[campaign.pk, *(row.pk for row in one)])
