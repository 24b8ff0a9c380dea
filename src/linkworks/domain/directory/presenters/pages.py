from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.directory.models import Service
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.presenters.service import ServiceCard, detail_rows
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.phone import Phone
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import Link, SummaryRow

DEEDS = (
    ("directory:edit", "Edit who it is for and what to expect"),
    ("directory:notes", "The team’s notes"),
    ("directory:origins", "Where each value comes from"),
)


@dataclass(frozen=True)
class SearchPage:
    title: str
    words: str
    results: tuple[ServiceCard, ...]
    paging: Paging


@dataclass(frozen=True)
class ServicePage:
    """`check_url` is blank, and `deeds` are none, for those who do not keep the directory."""

    title: str
    card: ServiceCard
    reach: tuple[SummaryRow, ...]
    details: tuple[SummaryRow, ...]
    check_url: str
    deeds: tuple[Link, ...]

    @classmethod
    def of(cls, actor: Actor, service: Service) -> "ServicePage":
        may_keep = may_keep_services(actor)
        return cls(
            title=service.name,
            card=ServiceCard.of(service),
            reach=tuple(_reach(service)),
            details=detail_rows(service),
            check_url=reverse("directory:check", args=[service.pk]) if may_keep else "",
            deeds=tuple(Link(text, reverse(name, args=[service.pk])) for name, text in DEEDS) if may_keep else (),
        )


@dataclass(frozen=True)
class CheckPage:
    title: str
    card: ServiceCard


def _reach(service: Service) -> list[SummaryRow]:
    rows = []
    if service.telephone:
        rows.append(SummaryRow("Telephone", _telephone(service.telephone)))
    if service.email:
        rows.append(SummaryRow("Email", Link(service.email, f"mailto:{service.email}")))
    if service.website:
        rows.append(SummaryRow("Website", Link(service.website, service.website)))
    return rows


def _telephone(number: str) -> Link:
    """Numbers come from catalogues as people write them."""
    shown = Phone(number).national if number.startswith("+") else number
    return Link(shown, f"tel:{number.replace(' ', '')}")
