"""The calls of one campaign, for coordinators and leads: to look at, to check, and to take."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from linkworks.domain.outreach.choices import CampaignState, Ending, QueueState, Urgency
from linkworks.domain.outreach.models import CallSample, Campaign, CampaignContact, ScriptAnswer
from linkworks.domain.outreach.presenters.call import URGENCIES, NeedLine
from linkworks.domain.outreach.presenters.campaign_head import CampaignHead, add_tab
from linkworks.domain.outreach.scripts.walk import Given, needs_raised
from linkworks.domain.outreach.selectors.samples import SampledCall
from linkworks.domain.people.models import Person
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, SummaryRow, When

CALLS = "outreach:campaign_calls"
IN_THE_QUEUE = frozenset({QueueState.READY, QueueState.RESTING})

add_tab("Calls", CALLS, order=30)


@dataclass(frozen=True)
class CampaignCallsPage:
    title: str
    head: CampaignHead
    rows: tuple[tuple[Any, ...], ...]
    how_many: str
    change: Link
    heads: tuple[str, ...] = ("Rung", "By", "When", "How it went")

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign, samples: Iterable[CallSample]) -> "CampaignCallsPage":
        return cls(
            title="Calls",
            head=CampaignHead.of(actor, campaign, CALLS),
            rows=tuple(_row(campaign, one) for one in samples),
            how_many=_how_many(campaign),
            change=Link("Change", reverse("outreach:choose_share", args=[campaign.pk]), hidden="how many"),
        )


def _row(campaign: Campaign, sample: CallSample) -> tuple[Any, ...]:
    href = reverse("outreach:look_at_call", args=[campaign.pk, sample.pk])
    attempt = sample.attempt
    return (Link(sample.person.full_name, href), sample.caller.name, When(attempt.at), attempt.outcome.label)


def _how_many(campaign: Campaign) -> str:
    first = words.count(campaign.sample_first, "call", "calls")
    return f"The first {first} of each caller come here, and then {campaign.sample_share} in a hundred, by chance."


@dataclass(frozen=True)
class SharePage:
    title: str
    head: CampaignHead
    back: Link

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign) -> "SharePage":
        return cls("How many calls we look at", CampaignHead.of(actor, campaign, CALLS), _back(campaign))


@dataclass(frozen=True)
class SaidLine:
    """What was asked, and what was answered."""

    asked: str
    said: str


@dataclass(frozen=True)
class LookPage:
    title: str
    head: CampaignHead
    back: Link
    facts: tuple[SummaryRow, ...]
    note: str
    said: tuple[SaidLine, ...]
    needs: tuple[NeedLine, ...]

    @classmethod
    def of(cls, actor: Actor, call: SampledCall) -> "LookPage":
        sample = call.sample
        attempt = sample.attempt
        script = call.answers[0].version_used.read() if call.answers else None
        given: Given = {one.step: one.given for one in call.answers}
        raised = needs_raised(script, given) if script else []
        return cls(
            title=f"A call to {sample.person.full_name}",
            head=CampaignHead.of(actor, sample.campaign, CALLS),
            back=Link("Calls", reverse(CALLS, args=[sample.campaign_id])),
            facts=(
                SummaryRow("Rung by", sample.caller.name),
                SummaryRow("When", When(attempt.at)),
                SummaryRow("How it went", attempt.outcome.label),
            ),
            note=attempt.note,
            said=tuple(_said(call.answers)),
            needs=tuple(NeedLine(need.read_back, URGENCIES[Urgency(need.urgency)], need.type) for need in raised),
        )


def _said(answers: Collection[ScriptAnswer]) -> Iterator[SaidLine]:
    versions = {one.version_used_id: one.version_used for one in answers}
    scripts = {version_id: version.read() for version_id, version in versions.items()}
    for one in answers:
        step = scripts[one.version_used_id].steps.get(one.step)
        keys = one.given if isinstance(one.given, list) else [one.given]
        known = {answer.key: answer.label for answer in step.answers} if step else {}
        told = words.listed([known.get(key, str(key)) for key in keys if key is not None])
        if step and told:
            yield SaidLine(step.say, told)


@dataclass(frozen=True)
class CheckPage:
    """`answer` is all that is said to whoever asks."""

    title: str
    head: CampaignHead
    back: Link
    answer: str = ""
    is_ours: bool = False

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign) -> "CheckPage":
        return cls("Was this call ours?", CampaignHead.of(actor, campaign, CALLS), _back(campaign))

    @classmethod
    def answered(cls, actor: Actor, campaign: Campaign, rang_at: datetime | None) -> "CheckPage":
        asked = cls.of(actor, campaign)
        if rang_at is None:
            return cls(asked.title, asked.head, asked.back, NOT_OURS)
        said = f"Yes, we rang {words.moment(rang_at)}. It was us. Say no more than that."
        return cls(asked.title, asked.head, asked.back, said, is_ours=True)


NOT_OURS = (
    "We find no such call in the last day. Ask them to read the digits once more. If it still does not fit, say that "
    "it may not have been us, and that they should tell that caller nothing."
)


STAY_DONE = "They stay done, unless you agree on another call."
WRITE_ON_RECORD = "This call cannot be taken here. Write what you hear on their record."


@dataclass(frozen=True)
class FoundLine:
    """`facts` tell people of one name apart; `stands` is what to know first, if anything. `take_url` is blank where the
    call cannot be taken.
    """

    name: str
    facts: str
    last: str
    stands: str
    take_url: str


@dataclass(frozen=True)
class RangBackPage:
    title: str
    head: CampaignHead
    back: Link
    found: tuple[FoundLine, ...] = ()
    is_nobody: bool = False

    @classmethod
    def of(cls, actor: Actor, campaign: Campaign) -> "RangBackPage":
        return cls("Somebody rings us", CampaignHead.of(actor, campaign, CALLS), _back(campaign))

    @classmethod
    def answered(cls, actor: Actor, campaign: Campaign, contacts: Iterable[CampaignContact]) -> "RangBackPage":
        asked = cls.of(actor, campaign)
        found = tuple(_found(campaign, one) for one in contacts)
        return cls(asked.title, asked.head, asked.back, found, is_nobody=not found)


def _found(campaign: Campaign, contact: CampaignContact) -> FoundLine:
    can_be_taken = contact.state in IN_THE_QUEUE or _may_ring_us_though_done(campaign, contact)
    return FoundLine(
        name=contact.person.full_name,
        facts=_facts(contact.person),
        last=contact.last_outcome.label if contact.last_outcome else "Not rung yet",
        stands=_stands(contact, can_be_taken=can_be_taken),
        take_url=reverse("outreach:take_rang_back", args=[campaign.pk, contact.pk]) if can_be_taken else "",
    )


def _may_ring_us_though_done(campaign: Campaign, contact: CampaignContact) -> bool:
    is_done = contact.state == QueueState.ENDED and contact.ending != Ending.DIED
    return is_done and bool(contact.phone_key) and campaign.state != CampaignState.CLOSED


def _facts(person: Person) -> str:
    """Which of several of one name it is. Never read out: let them say it."""
    born = f"Born {words.full_date(person.date_of_birth)}" if person.date_of_birth else ""
    return ", ".join(fact for fact in (born, person.address_line_1, person.postcode) if fact)


def _stands(contact: CampaignContact, *, can_be_taken: bool) -> str:
    if contact.state in IN_THE_QUEUE:
        return ""
    if contact.state == QueueState.ON_A_CALL:
        return f"{contact.holder.name} is ringing them just now." if contact.holder else ""
    if contact.state == QueueState.ENDED:
        done = f"Done: {Ending(contact.ending).label.lower()}."
        return f"{done} {STAY_DONE if can_be_taken else WRITE_ON_RECORD}"
    return "We try another way to reach them. Write down there that they rang."


def _back(campaign: Campaign) -> Link:
    return Link("Calls", reverse(CALLS, args=[campaign.pk]))
