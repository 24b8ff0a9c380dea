"""Who rings for the team, and who asks for a colleague."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.outreach.choices import ColleagueFor
from linkworks.domain.outreach.models import ColleagueAsked, HandOut
from linkworks.domain.outreach.selectors.callers import Ringer
from linkworks.foundation.design.parts import Link, Tag, When

HEADS = ("Name", "Ready to ring", "Now", "#Talks")
ON_A_CALL, PAUSED, RINGING = Tag("On a call", "blue"), Tag("Paused", "yellow"), Tag("Ringing", "green")


@dataclass(frozen=True)
class AskedLine:
    """`who` is on the line; blank where the call is over, or there is none."""

    title: str
    since: When
    who: str
    answer_url: str


@dataclass(frozen=True)
class CallersPage:
    title: str
    asked: tuple[AskedLine, ...]
    rows: tuple[tuple[Any, ...], ...]
    back: Link
    heads: tuple[str, ...] = HEADS

    @classmethod
    def of(
        cls, ringers: Iterable[Ringer], asked: Iterable[ColleagueAsked], rung: Mapping[UUID, HandOut]
    ) -> "CallersPage":
        return cls(
            title="Callers",
            asked=tuple(_asked(one, rung) for one in asked),
            rows=tuple(_row(one) for one in ringers),
            back=Link("Calls", reverse("outreach:calls")),
        )


def _asked(asked: ColleagueAsked, rung: Mapping[UUID, HandOut]) -> AskedLine:
    call = rung.get(asked.token) if asked.token else None
    return AskedLine(
        title=f"{asked.by.name}: {ColleagueFor(asked.what_for).label.lower()}",
        since=When(asked.created_at),
        who=call.person.full_name if call else "",
        answer_url=reverse("outreach:answer_colleague", args=[asked.pk]),
    )


def _row(ringer: Ringer) -> tuple[Any, ...]:
    ready = When(ringer.ready_at) if ringer.ready_at else "Not yet"
    return (ringer.user.name, ready, _now(ringer), ringer.shift.talks if ringer.shift else 0)


def _now(ringer: Ringer) -> Tag | str:
    if ringer.is_on_a_call:
        return ON_A_CALL
    if ringer.shift and ringer.shift.paused_at:
        return PAUSED
    return RINGING if ringer.is_there else ""


@dataclass(frozen=True)
class WaitingCallers:
    """On the lead's own day: that somebody asks, and where to answer."""

    lines: tuple[str, ...]
    href: str
    is_urgent: bool
