"""People whom calls did not reach: who they are, what is tried next, by whom and by when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.outreach.choices import IN_PERSON, Door
from linkworks.domain.outreach.models import Campaign, LadderRung, LadderStep
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead, add_tab
from linkworks.domain.outreach.presenters.rules import RULES
from linkworks.domain.outreach.selectors.safe_contact import SafeContact
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.fields.durations import tell_duration
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import Filter, Link, Tag, When

NOT_REACHED = "outreach:not_reached"
A_LEAD_FIRST = Tag("A lead decides first", "red")
LATE = Tag("Overdue", "red")
HEADS = ("Person", "What we try next", "Who", "Due")

add_tab("Not reached", NOT_REACHED, order=50)


@dataclass(frozen=True)
class NotReachedPage:
    title: str
    head: CampaignHead
    summary: str
    rows: tuple[tuple[Any, ...], ...]
    filter: Filter
    paging: Paging
    rules: Link
    heads: tuple[str, ...] = HEADS

    @classmethod
    def of(
        cls,
        actor: Actor,
        campaign: Campaign,
        steps: Iterable[LadderStep],
        safe: Mapping[UUID, SafeContact],
        shown: Filter,
        paging: Paging,
        *,
        number: int,
        overdue: int,
    ) -> "NotReachedPage":
        return cls(
            title="Not reached",
            head=CampaignHead.of(actor, campaign, NOT_REACHED),
            summary=_summary(number, overdue),
            rows=tuple(_row(step, safe[step.contact_id]) for step in steps),
            filter=shown,
            paging=paging,
            rules=Link("Change what we try, and who", reverse("outreach:other_ways", args=[campaign.pk])),
        )


def _summary(number: int, overdue: int) -> str:
    if not number:
        return "Everybody whom we rang was reached, or is still being rung."
    who = words.count(number, "person is", "people are")
    late = f" {words.count(overdue, 'of them is', 'of them are')} overdue." if overdue else ""
    return f"{who} being tried in other ways.{late}"


def _row(step: LadderStep, safe: SafeContact) -> tuple[Any, ...]:
    shut = [A_LEAD_FIRST] if safe.door_of(step.rung) == Door.UNDECIDED else []
    who = Link(step.person.full_name, step_url(step))
    return (who, [step.rung.label, *shut], step.owner.name, due_of(step))


def due_of(step: LadderStep) -> list[Any]:
    return [When(step.due_at), *([LATE] if step.due_at <= clock.now() else [])]


def step_url(step: LadderStep, name: str = "other_way") -> str:
    return reverse(f"outreach:{name}", args=[step.rung.campaign_id, step.pk])


@dataclass(frozen=True)
class WaysPage:
    title: str
    head: CampaignHead
    back: Link
    rows: tuple[tuple[Any, ...], ...]
    new_url: str
    heads: tuple[str, ...] = ("Way", "Who takes it", "Due after", "")

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, rungs: Iterable[LadderRung]) -> "WaysPage":
        return cls(
            title="What we try next",
            head=CampaignHead.of(actor, campaign, RULES),
            back=Link("Rules", reverse(RULES, args=[campaign.pk])),
            rows=tuple(_way(rung) for rung in rungs),
            new_url=reverse("outreach:other_way_new", args=[campaign.pk]),
        )


def _way(rung: LadderRung) -> tuple[Any, ...]:
    change = Link("Change", reverse("outreach:other_way_rule", args=[rung.campaign_id, rung.pk]), hidden=rung.label)
    name = rung.label if rung.retired_at else f"{rung.place}. {rung.label}"
    tags = [Tag("Not used", "grey")] if rung.retired_at else []
    return ([name, *tags], Role(rung.owner_role).label, _wait(rung), change)


def _wait(rung: LadderRung) -> str:
    told = tell_duration(rung.wait)
    return f"{told} in which we ring" if rung.kind in IN_PERSON else told


@dataclass(frozen=True)
class WayPage:
    title: str
    head: CampaignHead
    back: Link

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, title: str) -> "WayPage":
        back = Link("What we try next", reverse("outreach:other_ways", args=[campaign.pk]))
        return cls(title, CampaignHead.of(actor, campaign, RULES), back)
