"""A campaign's needs, and one of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse

from linkworks.domain.onward.choices import OnwardStatus
from linkworks.domain.onward.outcome_words import outcome_words
from linkworks.domain.onward.presenters.about import option_url
from linkworks.domain.outreach.choices import HeardFrom, NeedState, Urgency
from linkworks.domain.outreach.models import Campaign, Need, NeedStep
from linkworks.domain.outreach.need_rules import EARLY, GIVEN_UP
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.call import URGENCIES
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead, add_tab
from linkworks.domain.outreach.selectors.need_lists import NeedCounts
from linkworks.domain.outreach.selectors.need_onward import Onward
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import Fact, Filter, Link, PersonBanner, Phone, SummaryRow, Tag, When

NEEDS = "outreach:campaign_needs"
HEADS = ("Who", "Needs", "Stands at", "With", "Next by", "Owner")
COLOURS = {
    NeedState.RAISED: "orange",
    NeedState.OFFERED: "yellow",
    NeedState.DELIVERED: "aqua-green",
    NeedState.CONFIRMED: "green",
    NeedState.UNCONFIRMED: "purple",
    NeedState.FAILED: "red",
    NeedState.REFUSED: "red",
}
NOTHING_SHARED = "Nothing: the team sees to it"

add_tab("Needs", NEEDS, order=40)


def tag_of(state: str) -> Tag:
    one = NeedState(state)
    default = "grey" if one in GIVEN_UP else "blue"
    return Tag(one.label, COLOURS.get(one, default))  # type: ignore[arg-type]


@dataclass(frozen=True)
class NeedGroup:
    title: str
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class NeedsPage:
    title: str
    head: CampaignHead
    counts: tuple[Fact, ...]
    groups: tuple[NeedGroup, ...]
    heads: tuple[str, ...]
    filter: Filter
    paging: Paging
    links: tuple[Link, ...]

    @classmethod
    def of(
        cls,
        actor: Actor,
        campaign: Campaign,
        needs: Iterable[Need],
        counts: NeedCounts,
        *,
        narrowed: Filter,
        paging: Paging,
        leads: bool,
    ) -> "NeedsPage":
        return cls(
            title="Needs",
            head=CampaignHead.of(actor, campaign, NEEDS),
            counts=tuple(_counts(campaign, counts)),
            groups=tuple(
                NeedGroup(title, tuple(_row(need) for need in group)) for title, group in groupby(needs, key=_group)
            ),
            heads=HEADS,
            filter=narrowed,
            paging=paging,
            links=tuple(_links(campaign, leads=leads)),
        )


def _links(campaign: Campaign, *, leads: bool) -> Iterable[Link]:
    yield Link("Who helps with what", reverse("outreach:campaign_routes", args=[campaign.pk]))
    if leads:
        yield Link("Concerns from calls", reverse("outreach:campaign_concerns", args=[campaign.pk]))


def _counts(campaign: Campaign, counts: NeedCounts) -> Iterable[Fact]:
    here = reverse(NEEDS, args=[campaign.pk])
    yield Fact(counts.open, "open", here)
    yield Fact(counts.late, "late", here, "late" if counts.late else "plain")
    yield Fact(counts.nobody, "nobody yet", f"{here}?state={NeedState.RAISED}")
    yield Fact(counts.to_confirm, "brought, to be confirmed", f"{here}?state={NeedState.DELIVERED}")
    yield Fact(counts.confirmed, "confirmed by the person", f"{here}?state={NeedState.CONFIRMED}", "good")
    yield Fact(counts.unconfirmed, "brought, nobody could be asked", f"{here}?state={NeedState.UNCONFIRMED}")


def _group(need: Need) -> str:
    if need.due_at is None:
        return "Ended"
    return "Late" if need.due_at <= clock.now() else Urgency(need.urgency).label


def _row(need: Need) -> tuple[Any, ...]:
    url = reverse("outreach:need", args=[need.campaign_id, need.pk])
    return (
        Link(need.person.full_name, url, hidden=f": {need.type.label}"),
        need.type.label,
        tag_of(need.state),
        need.provider.name if need.provider else "",
        When(need.due_at) if need.due_at else "",
        need.owner.name,
    )


@dataclass(frozen=True)
class StepLine:
    at: When
    tag: Tag
    who: str
    words: str


@dataclass(frozen=True)
class NeedPage:
    """`own_url` is there while nobody has said that they see to what cannot wait, or it is somebody else's."""

    title: str
    head: CampaignHead
    back: Link
    banner: PersonBanner
    urgency: Tag
    state: Tag
    rows: tuple[SummaryRow, ...]
    steps: tuple[StepLine, ...]
    may_move: bool
    own_url: str
    ways_on: tuple[Link, ...]

    @classmethod
    def of(
        cls,
        actor: Actor,
        need: Need,
        steps: Iterable[NeedStep],
        known: BeforeContact,
        onward: Onward | None,
        *,
        may_move: bool,
    ) -> "NeedPage":
        at = [need.campaign_id, need.pk]
        is_mine = need.owner_id == actor.user_id and need.acknowledged_at is not None
        return cls(
            title=f"{need.type.label} for {need.person.known_as}",
            head=CampaignHead.of(actor, need.campaign, NEEDS),
            back=Link("Needs", reverse(NEEDS, args=[need.campaign_id])),
            banner=banner_of(need.person, known),
            urgency=URGENCIES[Urgency(need.urgency)],
            state=tag_of(need.state),
            rows=(*_facts(need), *(_referred_on(onward) if onward else ())),
            steps=tuple(_step(step) for step in steps),
            may_move=may_move,
            own_url=reverse("outreach:need_own", args=at) if need.is_open and not is_mine else "",
            ways_on=tuple(_ways_on(actor, need)) if need.state in EARLY else (),
        )


def _ways_on(actor: Actor, need: Need) -> Iterator[Link]:
    at = [need.campaign_id, need.pk]
    if need.may_share:
        yield Link("Ask somebody else", reverse("outreach:need_ask", args=at))
    yield Link("Refer on to a service", reverse("outreach:need_services", args=at))
    if may_run_campaigns(actor):
        yield Link("Hand it to social prescribing", reverse("outreach:need_refer", args=at))


def _referred_on(onward: Onward) -> Iterator[SummaryRow]:
    option, referral = onward.option, onward.referral
    service = Link(option.service.name, option_url(option.case_id, option.pk))
    if referral is None:
        now = Link("Refer on", option_url(option.case_id, option.pk, "refer_on"), f" to {option.service.name}")
        yield SummaryRow("Said yes to", [service, "Not referred on yet"], change=now)
        return
    stands = f"{OnwardStatus(referral.status).label}, {When(referral.status_since).words}"
    yield SummaryRow("Referred on to", [service, stands])
    if outcome := onward.outcome:
        told = outcome_words(outcome.rung, outcome.need_met, outcome.stopped_because)
        yield SummaryRow("How it went there", words.start_large(told))


def _facts(need: Need) -> Iterable[SummaryRow]:
    yield SummaryRow("What was said", need.words)
    yield SummaryRow("Passing on", "They agree" if need.may_share else NOTHING_SHARED)
    if need.provider:
        yield SummaryRow("With", need.provider.name)
        yield SummaryRow("How they are asked", need.provider.email or Phone(need.provider.telephone))
    yield SummaryRow("Told to expect it by", When(need.deliver_by))
    if need.scheduled_for:
        yield SummaryRow("They come", When(need.scheduled_for))
    if need.due_at:
        yield SummaryRow("Next step by", When(need.due_at))
    has_it = f"since {When(need.acknowledged_at).words}" if need.acknowledged_at else "told, has not answered yet"
    yield SummaryRow("Owner", f"{need.owner.name}, {has_it}" if need.urgency == Urgency.IMMEDIATE else need.owner.name)


def _step(step: NeedStep) -> StepLine:
    heard_from = HeardFrom(step.heard_from)
    who = step.by.name if step.by and heard_from == HeardFrom.STAFF else heard_from.label.lower()
    name = step.provider.name if step.provider else ""
    return StepLine(When(step.at), tag_of(step.state), ", ".join(filter(None, [who, name])), step.words)


@dataclass(frozen=True)
class FormOnNeed:
    title: str
    head: CampaignHead
    back: Link
