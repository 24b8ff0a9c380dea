"""A caller's way in: which campaigns ring, and why there may be nobody to ring just now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from linkworks.domain.outreach.introduction.parts import parts
from linkworks.domain.outreach.models import CallerShift, Campaign
from linkworks.domain.outreach.selectors.caller import Standing
from linkworks.domain.outreach.selectors.idle import Idle
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Link


@dataclass(frozen=True)
class CampaignCard:
    """`languages` are blank until the caller has said what they speak."""

    name: str
    purpose: str
    languages: str
    begin: Link
    next_url: str


@dataclass(frozen=True)
class CallsPage:
    title: str
    campaigns: tuple[CampaignCard, ...]
    is_paused: bool
    begin_reading: Link | None
    more: tuple[Link, ...]

    @classmethod
    def of(cls, campaigns: Iterable[Campaign], shifts: Mapping[UUID, CallerShift], caller: Standing) -> "CallsPage":
        reading = Link("Begin to read", reverse("outreach:introduction", args=[parts()[0].key]))
        return cls(
            title="Calls",
            campaigns=tuple(_card(one, shifts.get(one.pk)) for one in campaigns),
            is_paused=caller.is_paused,
            begin_reading=None if caller.may_begin else reading,
            more=tuple(_more(caller, reading)),
        )


def _more(caller: Standing, reading: Link) -> Iterator[Link]:
    new = f" ({caller.unread_words} new)" if caller.unread_words else ""
    yield Link("Practise a call", reverse("outreach:rehearsals"))
    if caller.may_begin:
        yield Link("Take a minute, or pause", reverse("outreach:pause"))
        yield Link(f"What colleagues said of your calls{new}", reverse("outreach:kind_words"))
        yield Link("What a call is, in six short pages", reading.href)
    if caller.looks_after_callers:
        yield Link("Callers: who rings, and who needs a colleague", reverse("outreach:callers"))


def _card(campaign: Campaign, shift: CallerShift | None) -> CampaignCard:
    languages = words.listed(shift.languages) if shift else ""
    return CampaignCard(
        name=campaign.name,
        purpose=campaign.purpose,
        languages=languages,
        begin=Link(
            "Change what you speak" if shift else "Begin",
            reverse("outreach:begin", args=[campaign.pk]),
            hidden=f"for {campaign.name}",
        ),
        next_url=reverse("outreach:next", args=[campaign.pk]),
    )


@dataclass(frozen=True)
class NobodyPage:
    title: str
    lines: tuple[str, ...]
    next_url: str
    back: Link

    @classmethod
    def of(cls, campaign: Campaign, idle: Idle) -> "NobodyPage":
        return cls(
            title="Nobody to ring just now",
            lines=tuple(_why(idle)),
            next_url=reverse("outreach:next", args=[campaign.pk]),
            back=Link("Calls", reverse("outreach:calls")),
        )


def _why(idle: Idle) -> Iterator[str]:
    if idle.opens_at is not None:
        yield f"We do not ring at this hour. Calls begin {words.moment(idle.opens_at)}."
    if idle.ready:
        who = words.count(idle.ready, "person waits", "people wait")
        yield f"{who} for a caller with another language or skill, for a promise to be kept, or for a number in use."
    if idle.next_at is not None:
        yield f"{words.count(idle.resting, 'person', 'people')} to ring later, the next {words.moment(idle.next_at)}."
    if idle.with_callers:
        yield f"{words.count(idle.with_callers, 'person is', 'people are')} with other callers."
    if idle.on_ladder:
        yield f"{words.count(idle.on_ladder, 'person is', 'people are')} being tried in other ways."
    yield f"{words.count(idle.done, 'person is', 'people are')} done."
