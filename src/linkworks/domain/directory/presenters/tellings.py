"""Changes told to us: the list, one of them before and after, and what organisations were asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from django.urls import reverse

from linkworks.domain.directory.choices import ToldAbout, ToldBy
from linkworks.domain.directory.facts import LABELS
from linkworks.domain.directory.models import EntryAsk, ProposedValue, Service, ToldChange
from linkworks.domain.directory.presenters.origins import back_to
from linkworks.domain.directory.presenters.service import ServiceCard, words_of
from linkworks.domain.directory.presenters.tabs import directory_tabs
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, SummaryRow, Tab, When

TITLE = "Changes told to us"
LONGEST = 160
# Where what was told is put right.
PUT_RIGHT_ON = {ToldAbout.CLOSED: "directory:check", ToldAbout.WHOM: "directory:edit"}


@dataclass(frozen=True)
class ToldRow:
    link: Link
    organisation: str
    says: str
    who: str
    at: When


@dataclass(frozen=True)
class ToldListPage:
    title: str
    tabs: tuple[Tab, ...]
    rows: tuple[ToldRow, ...]

    @classmethod
    def of(cls, actor: Actor, tellings: Iterable[Any]) -> "ToldListPage":
        return cls(TITLE, directory_tabs(actor, "directory:told_changes"), tuple(map(_row, tellings)))


@dataclass(frozen=True)
class Proposal:
    """One value before and after; `name` is the form's field that decides."""

    name: str
    label: str
    now: str
    theirs: str


@dataclass(frozen=True)
class ToldPage:
    """`put_right` is where a worker goes to change the entry, where no value is proposed."""

    title: str
    back: Link
    card: ServiceCard
    words: str
    who: str
    contact: str
    proposals: tuple[Proposal, ...]
    put_right: Link | None
    more: tuple[Link, ...]

    @classmethod
    def of(cls, told: ToldChange, proposals: Iterable[ProposedValue]) -> "ToldPage":
        shown = tuple(_proposal(told.service, proposal) for proposal in proposals)
        return cls(
            title=f"What was told about {told.service.name}",
            back=Link(TITLE, reverse("directory:told_changes")),
            card=ServiceCard.of(told.service),
            words=told.words,
            who=_who(told),
            contact=told.teller_contact,
            proposals=shown,
            put_right=None if shown else Link("Put the entry right", put_right_url(told)),
            more=() if shown else _other_forms(told),
        )


@dataclass(frozen=True)
class AskRow:
    says: str
    withdraw_url: str


@dataclass(frozen=True)
class AskPage:
    title: str
    back: Link
    asks: tuple[AskRow, ...]

    @classmethod
    def of(cls, service: Service, asks: Iterable[EntryAsk]) -> "AskPage":
        return cls("Ask the organisation", back_to(service), tuple(map(_ask, asks)))


def told_url(told: ToldChange) -> str:
    return reverse("directory:told_change", args=[told.pk])


def put_right_url(told: ToldChange, name: str = "") -> str:
    page = name or PUT_RIGHT_ON.get(ToldAbout(told.about), "directory:facts")
    return f"{reverse(page, args=[told.service_id])}?told={told.pk}"


def _other_forms(told: ToldChange) -> tuple[Link, ...]:
    forms = {
        "directory:check": "Whether it runs and has room",
        "directory:facts": "Its words, times and telephone",
        "directory:edit": "Who it is for and what to expect",
    }
    main = PUT_RIGHT_ON.get(ToldAbout(told.about), "directory:facts")
    return tuple(Link(text, put_right_url(told, name)) for name, text in forms.items() if name != main)


def _row(told: Any) -> ToldRow:
    number = words.count(told.proposals, "correction") if told.proposals else ""
    said = shorten(told.words, LONGEST, placeholder="…")
    about = ToldAbout(told.about).label if told.told_by != ToldBy.ORGANIZATION else ""
    return ToldRow(
        link=Link(told.service.name, told_url(told)),
        organisation=_unless_same(told.service),
        says=". ".join(filter(None, [number, about])) + (f": “{said}”" if said else ""),
        who=_who(told),
        at=When(told.told_at, words.ago(told.told_at)),
    )


def _who(told: ToldChange) -> str:
    label = ToldBy(told.told_by).label
    return f"{label}, {told.teller_name}" if told.teller_name else label


def _unless_same(service: Service) -> str:
    name = service.organization.name
    return "" if name == service.name else name


def _proposal(service: Service, proposal: ProposedValue) -> Proposal:
    column = proposal.column
    return Proposal(
        name=column,
        label=LABELS[column],
        now=words_of(column, getattr(service, column)) or "nothing",
        theirs=words_of(column, proposal.value) or "nothing",
    )


def _ask(ask: EntryAsk) -> AskRow:
    is_open = not (ask.answered_at or ask.withdrawn_at) and ask.expires_at > clock.now()
    return AskRow(
        says=f"Sent to {ask.email} {words.ago(ask.asked_at)} by {ask.asked_by}. {_became(ask)}",
        withdraw_url=reverse("directory:ask_withdraw", args=[ask.pk]) if is_open else "",
    )


def _became(ask: EntryAsk) -> str:
    if ask.answered_at:
        return f"They answered {words.ago(ask.answered_at)}."
    if ask.withdrawn_at:
        return f"Withdrawn {words.ago(ask.withdrawn_at)}."
    if ask.expires_at <= clock.now():
        return "It ran out unanswered."
    return f"No answer yet. The link works until {words.full_date(ask.expires_at)}."


def fact_rows(service: Service) -> tuple[SummaryRow, ...]:
    """What an entry says in the columns that are put right on one page; what it does not say is said too."""
    return tuple(SummaryRow(label, words_of(name, getattr(service, name))) for name, label in LABELS.items())
