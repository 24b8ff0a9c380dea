"""The options of a case, and services that could be put to the person."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.presenters.service import ServiceCard
from linkworks.domain.onward.check_first import check_first, district_of
from linkworks.domain.onward.choices import WAITING_ON_THEM, Choice, IntroductionKind, OnwardStatus
from linkworks.domain.onward.limit_words import used_up
from linkworks.domain.onward.presenters.about import (
    case_url,
    collections_url,
    find_url,
    known_banner,
    option_url,
    options_url,
)
from linkworks.domain.onward.presenters.ladder import choice_tag, ladder_steps
from linkworks.domain.onward.selectors.law import law_for
from linkworks.domain.onward.selectors.options import OptionStory
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core import words
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import LadderStep, Link, PersonBanner, Tag


@dataclass(frozen=True)
class OptionCard:
    """One option: what the person said, how they are getting there, how far it got, and the next thing to do."""

    name: str
    href: str
    choice: Tag
    their_words: str
    why: str
    lines: tuple[str, ...]
    ladder: tuple[LadderStep, ...]
    """Empty until there is anything to tell."""
    next: Link | None

    @classmethod
    def of(cls, case: Case, story: OptionStory) -> "OptionCard":
        option = story.option
        return cls(
            name=option.service_name,
            href=option_url(case.pk, option.pk),
            choice=choice_tag(option.choice),
            their_words=story.choices[-1].words if story.choices else "",
            why=option.why,
            lines=tuple(ways_on(story)),
            ladder=ladder_steps(story) if story.has_way_on or story.progress.is_known else (),
            next=next_link(case, story),
        )


@dataclass(frozen=True)
class FoundService:
    """A service that the words found, what to check first, and where to put it to the person."""

    card: ServiceCard
    check_first: tuple[str, ...]
    link: Link | None
    """To offer it, or to the option that it already is; None when a rule of it keeps it from this person."""


@dataclass(frozen=True)
class OptionsPage:
    title: str
    banner: PersonBanner
    back: Link
    known_as: str
    options: tuple[OptionCard, ...]
    search_url: str
    find_url: str
    collections_url: str
    words: str
    found: tuple[FoundService, ...]
    paging: Paging | None
    """None until something is looked for."""
    is_closed: bool

    @classmethod
    def of(
        cls,
        case: Case,
        known: BeforeContact,
        stories: Sequence[OptionStory],
        *,
        words: str = "",
        services: Collection[Service] = (),
        paging: Paging | None = None,
    ) -> "OptionsPage":
        offered = {story.option.service_id: story.option.pk for story in stories}
        return cls(
            title=f"Options for {case.person.known_as}",
            banner=known_banner(case, known),
            back=Link("Back to the case", case_url(case.pk)),
            known_as=case.person.known_as,
            options=tuple(OptionCard.of(case, story) for story in stories),
            search_url=options_url(case.pk),
            find_url=find_url(case.pk),
            collections_url=collections_url(case.pk),
            words=words,
            found=tuple(found_service(case, known, service, offered) for service in services),
            paging=paging,
            is_closed=case.status == CaseStatus.CLOSED,
        )


def found_service(case: Case, known: BeforeContact, service: Service, offered: Mapping[UUID, UUID]) -> FoundService:
    return FoundService(
        card=ServiceCard.of(service, near=district_of(case.person)),
        check_first=what_to_check(case, known, service),
        link=_offer_link(case, service, offered),
    )


def what_to_check(
    case: Case, known: BeforeContact, service: Service, confirmed: Collection[str] | None = None
) -> tuple[str, ...]:
    needs = {adjustment.kind for adjustment in known.adjustments}
    return check_first(
        service,
        case.person,
        needs=needs,
        team_area=case.team.area,
        confirmed=confirmed,
        used_up=used_up(case, service),
    )


def ways_on(story: OptionStory) -> Iterator[str]:
    """How the person was helped to get there, a sentence each."""
    for signposting in story.signpostings:
        yield f"Signposted {_on(signposting)}."
    for introduction in story.introductions:
        yield f"{IntroductionKind(introduction.kind).label}, with {introduction.with_whom}, {_on(introduction)}."
    for referral in story.referrals:
        yield f"Referred on {_on(referral)}. {referral_stands(referral)}"


def referral_stands(referral: Any) -> str:
    """Where it stands, and for how long nothing has been heard."""
    status, since = OnwardStatus(referral.status), words.ago(referral.status_since)
    if status == OnwardStatus.SENT:
        return f"No answer yet, sent {since}."
    silent = "; nothing heard since" if status in WAITING_ON_THEM else ""
    return f"{status.label} {since}{silent}."


def next_link(case: Case, story: OptionStory) -> Link | None:
    option, hidden = story.option, f"about {story.option.service_name}"
    if case.status != CaseStatus.CLOSED:
        if option.choice in ("", Choice.TELL_ME_MORE):
            return Link("Record what they said", option_url(case.pk, option.pk, "choice"), hidden)
        if option.choice == Choice.YES and not story.has_way_on:
            return Link("Choose how they get there", option_url(case.pk, option.pk), hidden)
    if story.has_way_on and not (story.progress.stopped or story.progress.need_met):
        return Link("Say how it went", option_url(case.pk, option.pk, "outcome"), hidden)
    return None


def _offer_link(case: Case, service: Service, offered: Mapping[UUID, UUID]) -> Link | None:
    if service.pk in offered:
        return Link("Among the options already", option_url(case.pk, offered[service.pk]), f": {service.name}")
    if case.status == CaseStatus.CLOSED or law_for(case, service).final:
        return None
    return Link("Put to them", reverse("onward:offer", args=[case.pk, service.pk]), f": {service.name}")


def _on(row: Any) -> str:
    return words.ago(row.at)
