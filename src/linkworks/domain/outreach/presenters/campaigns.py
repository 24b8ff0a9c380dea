"""The campaigns there are, and how one of them stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from linkworks.domain.outreach.choices import CampaignState, QueueState
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.presenters.campaign_head import STATES, CampaignHead, add_tab
from linkworks.domain.outreach.selectors.standings import Standings
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Fact, Link, SummaryRow, Tag

OVERVIEW = "outreach:campaign"
WAITING = {
    QueueState.READY: "to ring now",
    QueueState.RESTING: "to ring later",
    QueueState.ON_A_CALL: "with a caller",
    QueueState.LADDER: "being tried another way",
    QueueState.ENDED: "done",
}

add_tab("Overview", OVERVIEW, order=10)


@dataclass(frozen=True)
class CampaignLine:
    name: str
    href: str
    state: Tag
    purpose: str
    facts: str


@dataclass(frozen=True)
class CampaignsPage:
    title: str
    campaigns: tuple[CampaignLine, ...]
    new_url: str

    @classmethod
    def of(cls, campaigns: Sequence[Campaign], counted: Mapping[UUID, Standings]) -> "CampaignsPage":
        return cls(
            title="Campaigns",
            campaigns=tuple(_line(one, counted[one.pk]) for one in campaigns),
            new_url=reverse("outreach:campaign_new"),
        )


def _line(campaign: Campaign, standings: Standings) -> CampaignLine:
    people = sum(standings.values())
    done = f", {standings[QueueState.ENDED]:,} of them done" if people else ""
    return CampaignLine(
        name=campaign.name,
        href=reverse(OVERVIEW, args=[campaign.pk]),
        state=STATES[CampaignState(campaign.state)],
        purpose=campaign.purpose,
        facts=f"{words.count(people, 'person', 'people')} on the list{done}",
    )


@dataclass(frozen=True)
class CampaignPage:
    title: str
    head: CampaignHead
    purpose: str
    people: tuple[Fact, ...]
    about: tuple[SummaryRow, ...]
    wrong: tuple[str, ...]
    rules_url: str
    bring_list: Link
    deed: Link | None
    version: int

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, standings: Standings, wrong: Sequence[str]) -> "CampaignPage":
        """`wrong` is what keeps it from ringing."""
        return cls(
            title=campaign.name,
            head=CampaignHead.of(actor, campaign, OVERVIEW),
            purpose=campaign.purpose,
            people=tuple(_people(standings)),
            about=tuple(_about(campaign)),
            wrong=tuple(wrong),
            rules_url=reverse("outreach:campaign_rules", args=[campaign.pk]),
            bring_list=Link("Bring a list of people", reverse("outreach:list_new", args=[campaign.pk])),
            deed=_deed(campaign, wrong),
            version=campaign.version,
        )


def _about(campaign: Campaign) -> list[SummaryRow]:
    return [
        SummaryRow("Number to check a call", campaign.telephone, _change(campaign, "about", "what this campaign is")),
        SummaryRow("Script", str(campaign.script or "None chosen yet"), _change(campaign, "script", "the script")),
    ]


def _change(campaign: Campaign, what: str, hidden: str) -> Link | None:
    """A campaign that is closed stays as it was."""
    if campaign.state == CampaignState.CLOSED:
        return None
    return Link("Change", reverse(f"outreach:campaign_{what}", args=[campaign.pk]), hidden=hidden)


def _deed(campaign: Campaign, wrong: Sequence[str]) -> Link | None:
    """The one next thing, where it can be done."""
    if campaign.state == CampaignState.OPEN:
        return Link("Pause the calls", reverse("outreach:campaign_pause", args=[campaign.pk]))
    if campaign.state == CampaignState.CLOSED or wrong:
        return None
    text = "Go on ringing" if campaign.state == CampaignState.PAUSED else "Open it: callers can ring"
    return Link(text, reverse("outreach:campaign_open", args=[campaign.pk]))


def _people(standings: Standings) -> list[Fact]:
    """None where the list is empty."""
    return [Fact(standings[state], text) for state, text in WAITING.items()] if any(standings.values()) else []


@dataclass(frozen=True)
class AboutCampaign:
    title: str
    head: CampaignHead
    back: Link

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, title: str) -> "AboutCampaign":
        back = Link("Overview", reverse(OVERVIEW, args=[campaign.pk]))
        return cls(title, CampaignHead.of(actor, campaign, OVERVIEW), back)
