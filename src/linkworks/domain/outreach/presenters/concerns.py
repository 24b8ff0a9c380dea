"""What was said about harm in calls, for the lead."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from linkworks.domain.casework.models import Case
from linkworks.domain.outreach.models import CallConcern, Campaign
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead
from linkworks.domain.outreach.presenters.needs import NEEDS
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, PersonBanner, SummaryRow, Tag, When

HEADS = ("Who", "Said", "Stands at", "Lead")
CHANGED = "The caller changed an answer, and this one counts no more. Ask them why before you close it."


def tag_of(concern: CallConcern) -> Tag:
    if concern.closed_at:
        return Tag("Closed", "grey")
    return Tag("Acknowledged", "blue") if concern.acknowledged_at else Tag("Waits for you", "red")


@dataclass(frozen=True)
class ConcernsPage:
    title: str
    head: CampaignHead
    back: Link
    heads: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, concerns: Iterable[CallConcern]) -> "ConcernsPage":
        return cls(
            title="Concerns from calls",
            head=CampaignHead.of(actor, campaign, NEEDS),
            back=_back(actor, campaign),
            heads=HEADS,
            rows=tuple(_row(campaign, concern) for concern in concerns),
        )


def _back(actor: Actor, campaign: Campaign) -> Link:
    """Whoever is named for safeguarding may have no needs to run."""
    runs = may_run_campaigns(actor)
    return Link("Needs", reverse(NEEDS, args=[campaign.pk])) if runs else Link("My day", reverse("casework:my_day"))


def _row(campaign: Campaign, concern: CallConcern) -> tuple[Any, ...]:
    url = reverse("outreach:call_concern", args=[campaign.pk, concern.pk])
    return Link(concern.person.full_name, url), When(concern.at), tag_of(concern), concern.lead.name


@dataclass(frozen=True)
class ConcernPage:
    """`case_url` is there where the person has an open case, in which it can go on."""

    title: str
    head: CampaignHead
    back: Link
    banner: PersonBanner
    state: Tag
    rows: tuple[SummaryRow, ...]
    acknowledge_url: str
    case_url: str
    is_closed: bool

    @classmethod
    def of(
        cls, actor: Actor, concern: CallConcern, known: BeforeContact, case: Case | None, *, was_changed: bool
    ) -> "ConcernPage":
        """`was_changed`: the answer that raised it counts no more."""
        campaign = concern.contact.campaign
        at, is_closed = [campaign.pk, concern.pk], concern.closed_at is not None
        return cls(
            title="A concern from a call",
            head=CampaignHead.of(actor, campaign, NEEDS),
            back=Link("Concerns from calls", reverse("outreach:campaign_concerns", args=[campaign.pk])),
            banner=banner_of(concern.person, known),
            state=tag_of(concern),
            rows=tuple(_facts(concern, was_changed=was_changed)),
            acknowledge_url="" if concern.acknowledged_at else reverse("outreach:concern_own", args=at),
            case_url=reverse("outreach:concern_to_case", args=at) if case and not is_closed else "",
            is_closed=is_closed,
        )


def _facts(concern: CallConcern, *, was_changed: bool) -> Iterable[SummaryRow]:
    yield SummaryRow("Asked and said", concern.words)
    if was_changed:
        yield SummaryRow("Later in the call", CHANGED)
    yield SummaryRow("Heard by", f"{concern.by.name}, {When(concern.at).words}")
    yield SummaryRow("Lead", concern.lead.name)
    if concern.closed_at:
        yield SummaryRow("Closed", When(concern.closed_at))
        yield SummaryRow("Why", concern.closed_words)
