"""One option, from what the person said to how it went."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.presenters.service import ServiceCard
from linkworks.domain.onward.check_first import district_of
from linkworks.domain.onward.choices import ALLOWED_MOVES, Choice, IntroductionKind, OnwardStatus, SentHow
from linkworks.domain.onward.outcome_words import outcome_words
from linkworks.domain.onward.overridden_words import overridden_words
from linkworks.domain.onward.presenters.about import known_banner, option_url, options_url
from linkworks.domain.onward.presenters.ladder import choice_tag, ladder_steps
from linkworks.domain.onward.presenters.options import referral_stands, what_to_check
from linkworks.domain.onward.selectors.options import OptionStory
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import LadderStep, Link, PersonBanner, SummaryRow, Tag


@dataclass(frozen=True)
class Said:
    """Something that was said or done, when and written by whom."""

    text: str
    words: str
    by: str
    link: Link | None = None


@dataclass(frozen=True)
class ReferralCard:
    title: str
    stands: str
    rows: tuple[SummaryRow, ...]
    shared: tuple[SummaryRow, ...]
    steps: tuple[Said, ...]
    answer: Link | None


@dataclass(frozen=True)
class OptionPage:
    """What they said is asked on the page itself until it is known; how it went, once they are on their way."""

    title: str
    banner: PersonBanner
    back: Link
    known_as: str
    card: ServiceCard
    check_first: tuple[str, ...]
    offered: str
    why: str
    overridden: str
    goal: str
    choice: Tag
    choices: tuple[Said, ...]
    change_choice: Link | None
    ways: tuple[Said, ...]
    referrals: tuple[ReferralCard, ...]
    ways_on: tuple[Link, ...]
    ladder: tuple[LadderStep, ...]
    outcomes: tuple[Said, ...]
    outcome_url: str
    asks_how_it_went: bool
    version: int

    @classmethod
    def of(cls, case: Case, known: BeforeContact, service: Service, story: OptionStory) -> "OptionPage":
        option, is_open = story.option, case.status != CaseStatus.CLOSED
        return cls(
            title=service.name,
            banner=known_banner(case, known),
            back=Link(f"Options for {case.person.known_as}", options_url(case.pk)),
            known_as=case.person.known_as,
            card=ServiceCard.of(service, near=district_of(case.person)),
            check_first=what_to_check(case, known, service),
            offered=f"Put to {case.person.known_as} {words.ago(option.offered_at)} by {option.by_name or 'Linkworks'}",
            why=option.why,
            overridden=overridden_words(option.overridden, option.overridden_because),
            goal=option.goal_words or "",
            choice=choice_tag(option.choice),
            choices=tuple(_choices(story)),
            change_choice=Link("They think otherwise now", option_url(case.pk, option.pk, "choice")),
            ways=tuple(_ways(story)),
            referrals=tuple(_referral(case, story, referral) for referral in reversed(story.referrals)),
            ways_on=tuple(_ways_on(case, option)) if is_open and option.choice != Choice.NO else (),
            ladder=ladder_steps(story),
            outcomes=tuple(_outcomes(case, story)),
            outcome_url=option_url(case.pk, option.pk, "outcome"),
            asks_how_it_went=story.has_way_on and not (story.progress.stopped or story.progress.need_met),
            version=option.version,
        )


def _choices(story: OptionStory) -> Iterator[Said]:
    for told in reversed(story.choices):
        yield Said(f"“{Choice(told.choice).label}”", told.words, _said_by(told))


def _ways(story: OptionStory) -> Iterator[Said]:
    rows = [*story.signpostings, *story.introductions]
    for row in sorted(rows, key=lambda row: row.at, reverse=True):
        if hasattr(row, "kind"):
            yield Said(f"{IntroductionKind(row.kind).label}, with {row.with_whom}", row.words, _by(row))
        else:
            yield Said("Signposted", row.told, _by(row))


def _ways_on(case: Case, option: Any) -> Iterator[Link]:
    yield Link("Signpost", option_url(case.pk, option.pk, "signpost"))
    yield Link("Introduce", option_url(case.pk, option.pk, "introduce"))
    if option.choice == Choice.YES:
        yield Link("Refer on", option_url(case.pk, option.pk, "refer_on"))


def _referral(case: Case, story: OptionStory, referral: Any) -> ReferralCard:
    status, sent_how = OnwardStatus(referral.status), SentHow(referral.sent_how)
    address = f" ({referral.address})" if referral.address else ""
    answer = Link("Write down their answer", _answer_url(case, story.option.pk, referral.pk))
    return ReferralCard(
        title=f"Referred on to {referral.to_whom}",
        stands=referral_stands(referral),
        rows=(
            SummaryRow("Sent", f"{words.full_moment(referral.at)} by {referral.by_name or 'Linkworks'}"),
            SummaryRow("How", f"{sent_how.label}{address}"),
        ),
        shared=tuple(SummaryRow(label, text) for label, text in referral.shared),
        steps=tuple(_steps(story, referral)),
        answer=answer if ALLOWED_MOVES[status] else None,
    )


def _steps(story: OptionStory, referral: Any) -> Iterator[Said]:
    for step in reversed(story.steps):
        if step.onward_referral_id == referral.pk:
            yield Said(OnwardStatus(step.status).label, step.words, _by(step))


def _outcomes(case: Case, story: OptionStory) -> Iterator[Said]:
    corrected = {outcome.corrects_id for outcome in story.outcomes}
    for told in sorted(story.outcomes, key=lambda row: row.created_at, reverse=True):
        text = outcome_words(told.rung, told.need_met, told.stopped_because)
        put_right = told.pk in corrected
        yield Said(
            text=f"{words.start_large(text)}{' (put right later)' if put_right else ''}",
            words=told.felt,
            by=_by(told),
            link=None if put_right else Link("Put right", _correct_url(case, story, told), f": {text}"),
        )


def _said_by(told: Any) -> str:
    """Who wrote it down: the person themselves, where it came by their link."""
    return f"{words.full_date(told.at)}, by themselves on their options sheet" if told.sheet_id else _by(told)


def _by(row: Any) -> str:
    return f"{words.full_date(row.at)}, written by {row.by_name or 'Linkworks'}"


def _answer_url(case: Case, option_id: UUID, referral_id: UUID) -> str:
    return reverse("onward:answer", args=[case.pk, option_id, referral_id])


def _correct_url(case: Case, story: OptionStory, outcome: Any) -> str:
    return reverse("onward:correct", args=[case.pk, story.option.pk, outcome.pk])
