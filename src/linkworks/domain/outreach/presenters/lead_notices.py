"""What calls told us, for whoever sees to it; My day says only how much there is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.outreach.choices import Ending
from linkworks.domain.outreach.models import LeadNotice
from linkworks.domain.outreach.selectors.my_day import get_call_day
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.panels import Shared
from linkworks.foundation.design.parts import Link, When


@dataclass(frozen=True)
class NoticeCard:
    """`death` leads to where a death is written down; it is there where one was told."""

    person: Link
    told: str
    campaign: str
    by: str
    at: When
    note: str
    death: Link | None
    deed: Link

    @classmethod
    def of(cls, notice: LeadNotice) -> "NoticeCard":
        person, is_death = notice.person, notice.outcome.ending == Ending.DIED
        name, text = ("alive", "It is not so: ring them again") if is_death else ("seen_to", "I have seen to it")
        return cls(
            person=Link(person.full_name, reverse("people:person", args=[person.pk])),
            told=notice.outcome.label,
            campaign=notice.contact.campaign.name,
            by=notice.by.name,
            at=When(notice.at),
            note=notice.words,
            death=Link("It is so: write down when", reverse("people:death", args=[person.pk])) if is_death else None,
            deed=Link(text, reverse(f"outreach:told_{name}", args=[notice.pk])),
        )


@dataclass(frozen=True)
class ToldPage:
    title: str
    notices: tuple[NoticeCard, ...]

    @classmethod
    def of(cls, notices: Iterable[LeadNotice]) -> "ToldPage":
        return cls("What calls told us", tuple(NoticeCard.of(one) for one in notices))


@dataclass(frozen=True)
class ToldNotice:
    title: str
    links: tuple[tuple[str, str], ...]


def on_my_day(actor: Actor, shared: Shared) -> tuple[ToldNotice, ...] | None:
    waiting = len(shared.of(get_call_day).told)
    if not waiting:
        return None
    calls = words.count(waiting, "call", "calls")
    return (
        ToldNotice(
            f"{calls} told us something that waits for you", (("What calls told us", reverse("outreach:told")),)
        ),
    )
