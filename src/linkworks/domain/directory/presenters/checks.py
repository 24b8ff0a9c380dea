"""Entries to check: on My day, on a page of their own, and how the team shares them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from linkworks.domain.directory.choices import CheckPause
from linkworks.domain.directory.models import EntryCheck
from linkworks.domain.directory.policies import may_lead_freshness
from linkworks.domain.directory.presenters.service import ServiceCard, reach_rows
from linkworks.domain.directory.presenters.tabs import directory_tabs
from linkworks.domain.directory.selectors.checks import is_paused
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, SummaryRow, Tab

TITLE = "Entries to check"


@dataclass(frozen=True)
class CheckRow:
    """One entry, what is known of it, and what one can do about it. `paused` says why it waits."""

    card: ServiceCard
    reach: tuple[SummaryRow, ...]
    offered: str
    paused: str
    tried: str
    version: int
    right_url: str
    deeds: tuple[Link, ...]

    @classmethod
    def of(cls, check: EntryCheck, offers: int) -> "CheckRow":
        service = check.service
        return cls(
            card=ServiceCard.of(service),
            reach=reach_rows(service),
            offered=f"offered {words.count(offers, 'time')} in the last year" if offers else "",
            paused=_paused(check),
            tried=f"tried {words.count(check.tries, 'time')}" if check.tries else "",
            version=service.version,
            right_url=_address("check_right", check),
            deeds=(
                Link("Something has changed", reverse("directory:check", args=[service.pk]), f"at {service.name}"),
                Link("Could not reach them", _address("check_pause", check), f"about {service.name}"),
                Link("Pass on or hand back", _address("check_pass_on", check), service.name),
            ),
        )


@dataclass(frozen=True)
class ChecksPage:
    title: str
    tabs: tuple[Tab, ...]
    says: str
    rows: tuple[CheckRow, ...]
    later: tuple[CheckRow, ...]
    colleagues: str
    settings: Link | None

    @classmethod
    def of(
        cls,
        actor: Actor,
        checks: Iterable[EntryCheck],
        offers: Mapping[UUID, int],
        colleagues: Iterable[tuple[str, int]],
        each: int,
    ) -> "ChecksPage":
        own = list(checks)
        rows, later = ([check for check in own if is_paused(check) is later] for later in (False, True))
        settings = Link("How the team keeps entries fresh", reverse("directory:freshness"))
        return cls(
            title=TITLE,
            tabs=directory_tabs(actor, "directory:checks"),
            says=_says(len(rows), each),
            rows=tuple(CheckRow.of(check, offers.get(check.service_id, 0)) for check in rows),
            later=tuple(CheckRow.of(check, offers.get(check.service_id, 0)) for check in later),
            colleagues=words.listed(f"{name} {number}" for name, number in colleagues),
            settings=settings if may_lead_freshness(actor) else None,
        )


@dataclass(frozen=True)
class CheckFormPage:
    title: str
    card: ServiceCard
    back: Link


def check_form_page(title: str, check: EntryCheck) -> CheckFormPage:
    return CheckFormPage(title, ServiceCard.of(check.service), back_to_checks())


def back_to_checks() -> Link:
    return Link(TITLE, reverse("directory:checks"))


def _says(waiting: int, each: int) -> str:
    if not each:
        return "The rota is switched off for this team."
    if not waiting:
        return "Nothing waits for you."
    told = words.count(waiting, "entry waits", "entries wait")
    return f"{told} for you. Ring them or look at their page: is what we say still right?"


def _paused(check: EntryCheck) -> str:
    if not is_paused(check) or check.paused_until is None:
        return ""
    return f"{CheckPause(check.paused_because).label}. We ask you again {words.day(check.paused_until)}."


def _address(name: str, check: EntryCheck) -> str:
    return reverse(f"directory:{name}", args=[check.pk])
