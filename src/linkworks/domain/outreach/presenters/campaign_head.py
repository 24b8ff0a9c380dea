"""What stands over every page of one campaign: its name, its state, and its other pages.

A page of a campaign adds its tab where its presenter is: `add_tab("Needs", "outreach:campaign_needs", order=40)`.
In order: Overview 10, List 20, Calls 30, Needs 40, Not reached 50, Scripts 60, Rules 70, Board 80.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.outreach.choices import CampaignState
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Tab, Tag

STATES = {
    CampaignState.DRAFT: Tag("Being prepared", "grey"),
    CampaignState.OPEN: Tag("Calling", "green"),
    CampaignState.PAUSED: Tag("Paused", "yellow"),
    CampaignState.CLOSED: Tag("Closed", "white"),
}


@dataclass(frozen=True)
class CampaignTab:
    """`url_name` takes the campaign's id."""

    text: str
    url_name: str
    order: int
    who: Callable[[Actor], bool] = may_run_campaigns


_tabs: list[CampaignTab] = []


def add_tab(text: str, url_name: str, *, order: int, who: Callable[[Actor], bool] = may_run_campaigns) -> None:
    _tabs.append(CampaignTab(text, url_name, order, who))
    _tabs.sort(key=lambda tab: tab.order)


@dataclass(frozen=True)
class CampaignHead:
    name: str
    state: Tag
    tabs: tuple[Tab, ...]

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, current: str) -> "CampaignHead":
        """`current` is the url name of the page, or of the page that it hangs under."""
        return cls(
            name=campaign.name,
            state=STATES[CampaignState(campaign.state)],
            tabs=tuple(
                Tab(tab.text, reverse(tab.url_name, args=[campaign.pk]), is_current=tab.url_name == current)
                for tab in _tabs
                if tab.who(actor)
            ),
        )
