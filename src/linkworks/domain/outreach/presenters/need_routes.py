"""Who helps with what, and who they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from linkworks.domain.outreach.choices import Urgency
from linkworks.domain.outreach.models import Campaign, NeedClock, NeedRoute, NeedType, Provider
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead
from linkworks.domain.outreach.presenters.needs import NEEDS
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, Phone

DAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class RouteLine:
    kind: str
    when: str
    provider: str
    backup: str
    remove_url: str


@dataclass(frozen=True)
class RoutesPage:
    """`without` are kinds of help for which nobody is asked: they come to the team itself."""

    title: str
    head: CampaignHead
    back: Link
    routes: tuple[RouteLine, ...]
    without: str
    providers: tuple[tuple[Any, ...], ...]
    add_route: Link | None
    add_provider: Link
    add_kind: Link
    clocks: tuple[tuple[str, str, str], ...]
    set_clocks: Link

    @classmethod
    def of(
        cls,
        actor: Actor,
        campaign: Campaign,
        routes: Iterable[NeedRoute],
        kinds: Iterable[NeedType],
        providers: Iterable[Provider],
        clocks: Iterable[NeedClock],
    ) -> "RoutesPage":
        here, standing, known = [campaign.pk], list(routes), list(providers)
        routed = {route.type_id for route in standing}
        return cls(
            title="Who helps with what",
            head=CampaignHead.of(actor, campaign, NEEDS),
            back=Link("Needs", reverse(NEEDS, args=here)),
            routes=tuple(_route(route) for route in standing),
            without=words.listed(kind.label.lower() for kind in kinds if kind.pk not in routed),
            providers=tuple(_provider(campaign, one) for one in known),
            add_route=Link("Say who helps with what", reverse("outreach:route_new", args=here)) if known else None,
            add_provider=Link("Add somebody who helps", reverse("outreach:provider_new", args=here)),
            add_kind=Link("Add a kind of help", reverse("outreach:need_type_new", args=here)),
            clocks=tuple(_clock(one) for one in clocks),
            set_clocks=Link("Change how soon help is to come", reverse("outreach:need_clocks", args=here)),
        )


def _clock(one: NeedClock) -> tuple[str, str, str]:
    return str(Urgency(one.urgency).label), words.duration(one.answer), words.duration(one.deliver)


def _route(route: NeedRoute) -> RouteLine:
    return RouteLine(
        kind=route.type.label,
        when=", ".join(_only(route)) or "Always",
        provider=route.provider.name,
        backup=route.backup.name if route.backup else "",
        remove_url=reverse("outreach:route_remove", args=[route.campaign_id, route.pk]),
    )


def _only(route: NeedRoute) -> Iterator[str]:
    if route.area:
        yield f"in {route.area}"
    if route.urgency:
        yield f"when it is “{Urgency(route.urgency).label}”"
    if route.days:
        yield f"on {words.listed(DAYS[day] for day in route.days)}"
    if route.begins and route.ends:
        yield f"from {words.clock_time(route.begins)} to {words.clock_time(route.ends)}"


def _provider(campaign: Campaign, provider: Provider) -> tuple[Any, ...]:
    url = reverse("outreach:provider", args=[campaign.pk, provider.pk])
    return Link(provider.name, url), provider.email, Phone(provider.telephone) if provider.telephone else ""
