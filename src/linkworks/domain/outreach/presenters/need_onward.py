"""Which service can meet a need: what fits it, what was put to the person before, or what is needed first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.directory.models import Service
from linkworks.domain.onward.models import Option
from linkworks.domain.onward.presenters.about import find_url
from linkworks.domain.onward.presenters.found_option import Finding, FoundOption
from linkworks.domain.outreach.models import Need
from linkworks.domain.outreach.policies import may_run_campaigns
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead
from linkworks.domain.outreach.presenters.needs import NEEDS
from linkworks.domain.outreach.selectors.need_onward import list_needs_met_by
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, PersonBanner

MOST = 7
NO_CASE = (
    "A service is told of somebody only from their case, where their yes is kept and what becomes of it is followed. "
    "{name} has no case with us."
)
FIRST = (
    "First ask whether a link worker may ring them. With their yes the need becomes a referral to social prescribing. "
    "Once that is accepted, services are found in their case."
)
ASK_A_COORDINATOR = "First ask a coordinator to hand it to social prescribing."


@dataclass(frozen=True)
class AboutANeed:
    title: str
    head: CampaignHead
    back: Link
    banner: PersonBanner
    said: str

    @classmethod
    def of(cls, actor: Actor, need: Need, known: BeforeContact) -> "AboutANeed":
        return cls(
            title="Refer on to a service",
            head=CampaignHead.of(actor, need.campaign, NEEDS),
            back=Link("Back to the need", reverse("outreach:need", args=[need.campaign_id, need.pk])),
            banner=banner_of(need.person, known),
            said=need.words,
        )


@dataclass(frozen=True)
class ServicesPage:
    """`first` is said where the person has no case, and `hand_on` leads to what is needed then; `found` are services
    with the link that chooses each; `theirs` are options of their case.
    """

    about: AboutANeed
    first: tuple[str, ...] = ()
    hand_on: Link | None = None
    found: tuple[tuple[FoundOption, Link], ...] = ()
    theirs: tuple[Link, ...] = ()
    elsewhere: Link | None = None

    @property
    def title(self) -> str:
        return self.about.title

    @classmethod
    def without_case(cls, actor: Actor, need: Need, known: BeforeContact) -> "ServicesPage":
        may_hand_on = may_run_campaigns(actor)
        address = reverse("outreach:need_refer", args=[need.campaign_id, need.pk])
        return cls(
            AboutANeed.of(actor, need, known),
            first=(NO_CASE.format(name=need.person.known_as), FIRST if may_hand_on else ASK_A_COORDINATOR),
            hand_on=Link("Hand it to social prescribing", address) if may_hand_on else None,
        )

    @classmethod
    def of(
        cls, actor: Actor, need: Need, finding: Finding, services: Mapping[UUID, Service], options: Iterable[Option]
    ) -> "ServicesPage":
        return cls(
            AboutANeed.of(actor, need, finding.looked.known),
            found=tuple(_found(need, finding, services)),
            theirs=tuple(_choose(need, option.service, option.service.name) for option in options),
            elsewhere=Link("Find others in their case", find_url(finding.case.pk)),
        )


def needs_of_option(actor: Actor, option: Any) -> tuple[Link, ...] | None:
    """From the option back to what it was chosen for, for whoever runs campaigns."""
    needs = list_needs_met_by(actor, option.pk) if may_run_campaigns(actor) else []
    return tuple(_to_need(need) for need in needs) or None


def _to_need(need: Need) -> Link:
    text = f"Needed, said in a call for {need.campaign.name}: {need.type.label}"
    return Link(text, reverse("outreach:need", args=[need.campaign_id, need.pk]))


def _found(need: Need, finding: Finding, services: Mapping[UUID, Service]) -> Iterator[tuple[FoundOption, Link]]:
    fits = finding.looked.found.options if finding.looked.found else ()
    there = services.keys() - finding.offered.keys()
    new = [fit for fit in fits if UUID(fit.service.id) in there]
    for number, fit in enumerate(new[:MOST], start=1):
        service = services[UUID(fit.service.id)]
        link = _choose(need, service, "Refer on to it", f": {service.name}")
        yield FoundOption.of(finding, fit, service, number), link


def _choose(need: Need, service: Service, text: str, hidden: str = "") -> Link:
    return Link(text, reverse("outreach:need_service", args=[need.campaign_id, need.pk, service.pk]), hidden=hidden)
