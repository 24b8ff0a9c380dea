"""One way to take, or that was taken: who it is for, what to know first, what was tried before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from linkworks.domain.outreach.choices import HOUSEHOLD, Door, OtherWay, StepResult
from linkworks.domain.outreach.models import LadderRung, LadderStep
from linkworks.domain.outreach.policies import may_decide_on_safe_contact, may_run_campaigns
from linkworks.domain.outreach.presenters.ladder import LATE, NOT_REACHED, step_url
from linkworks.domain.outreach.selectors.ladder_step import StepRecord
from linkworks.domain.people.models import RelatedPerson
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, PersonBanner, Phone, SummaryRow, When
from linkworks.foundation.messaging.choices import Channel

STAYS = "This is the last way we have. Whatever comes of it, they stay with you until we know that they are safe."
SHUT = "There is an alert about safe contact. A team lead decides first whether we may do this."
TO_HOUSEHOLD = "Tell others at home, on the same number, that they are on the list too"
AGREED = "they agreed that we may talk to them"
NOT_ASKED = "we have not asked whether we may talk to them"


@dataclass(frozen=True)
class Tried:
    at: When
    said: str
    words: str = ""


@dataclass(frozen=True)
class StepPage:
    """`may_answer` is whether its result can be written now; `result` is what was written."""

    title: str
    campaign: str
    banner: PersonBanner
    back: Link
    facts: tuple[SummaryRow, ...]
    guidance: str
    tried: tuple[Tried, ...]
    notice: str
    stays: str
    may_answer: bool
    result: tuple[SummaryRow, ...]
    give: Link | None
    decide: Link | None

    @classmethod
    def of(cls, actor: Actor, record: StepRecord) -> "StepPage":
        step = record.step
        is_open, is_shut = not step.result, not step.result and record.door != Door.OPEN
        banner = banner_of(step.person, record.known, href=reverse("people:person", args=[step.person_id]))
        return cls(
            title=step.rung.label,
            campaign=step.rung.campaign.name,
            banner=replace(banner, phones=()) if is_shut else banner,
            back=_back(actor, step),
            facts=tuple(_facts(record)) if is_open else (),
            guidance=step.rung.guidance if is_open and not is_shut else "",
            tried=tuple(sorted(_tried(record), key=lambda one: one.at.at)),
            notice=SHUT if is_shut else "",
            stays=STAYS if is_open and record.is_last else "",
            may_answer=is_open and not is_shut,
            result=tuple(_result(step)) if step.result else (),
            give=_link(step, "Give it to a colleague", "other_way_give", is_open and may_run_campaigns(actor)),
            decide=_link(step, "Decide what we may do", "safe_contact", _may_decide(actor, record)),
        )


def _may_decide(actor: Actor, record: StepRecord) -> bool:
    return bool(record.safe.alerts) and may_decide_on_safe_contact(actor)


def _back(actor: Actor, step: LadderStep) -> Link:
    if may_run_campaigns(actor):
        return Link("Not reached", reverse(NOT_REACHED, args=[step.rung.campaign_id]))
    return Link("My day", reverse("casework:my_day"))


def _link(step: LadderStep, text: str, name: str, is_offered: bool) -> Link | None:
    return Link(text, step_url(step, name)) if is_offered else None


def _facts(record: StepRecord) -> Iterator[SummaryRow]:
    step = record.step
    yield SummaryRow("Who takes it", step.owner.name)
    late = [LATE] if step.due_at <= clock.now() else []
    yield SummaryRow("Due", [When(step.due_at), *late])
    if record.address:
        yield SummaryRow("Address", list(record.address))
    if record.unrung:
        yield SummaryRow("On the record, and not rung", Phone(record.unrung.value))
    if record.row:
        yield SummaryRow("On the list", Link("The row as it came", reverse("outreach:list_row", args=[record.row.pk])))
    if step.kind in {OtherWay.SURGERY, OtherWay.RECORDS}:
        yield SummaryRow("Surgery", _surgery(step))
    if step.kind == OtherWay.NEXT_OF_KIN and record.door == Door.OPEN:
        yield SummaryRow("Whom to ask", [line for one in record.kin for line in _kin(one)] or "Nobody is on the record")


def _surgery(step: LadderStep) -> list[Any]:
    practice = step.person.practice
    if practice is None:
        return ["None is on the record"]
    return [practice.name, *([Phone(practice.telephone)] if practice.telephone else [])]


def _kin(one: RelatedPerson) -> Iterator[Any]:
    yield f"{one.name}, {one.relationship}: {AGREED if one.may_talk_to else NOT_ASKED}"
    if one.telephone:
        yield Phone(one.telephone)


def _tried(record: StepRecord) -> Iterator[Tried]:
    for attempt in record.attempts:
        yield Tried(When(attempt.at), f"Rung: {attempt.outcome.label} ({attempt.by.name})", attempt.note)
    for message in record.messages:
        yield Tried(When(message.at), f"We wrote to them ({Channel(message.channel).label})")
    for step in record.earlier:
        by = f" ({step.by.name})" if step.by else ""
        yield Tried(When(step.at), f"{step.rung.label}: {StepResult(step.result).label}{by}", step.words)  # type: ignore[arg-type]


def _result(step: LadderStep) -> Iterator[SummaryRow]:
    yield SummaryRow("What came of it", StepResult(step.result).label)
    if step.seen_at:
        yield SummaryRow("Seen or heard", When(step.seen_at))
    for key, told in (
        ("Who saw or told us", step.who),
        ("Where, or who took over", step.service),
        ("Who went", words.listed(name for name in (step.first_visitor, step.second_visitor) if name)),
        ("Reference", step.reference),
        ("What happened", step.words),
        ("Written down by", step.by.name if step.by else ""),
    ):
        if told:
            yield SummaryRow(key, told)
    yield SummaryRow("Written down", When(step.at))  # type: ignore[arg-type]


@dataclass(frozen=True)
class DecidePage:
    title: str
    campaign: str
    banner: PersonBanner
    back: Link
    earlier: Tried | None

    @classmethod
    def of(cls, record: StepRecord, title: str) -> "DecidePage":
        step, decision = record.step, record.safe.decision
        return cls(
            title=title,
            campaign=step.rung.campaign.name,
            banner=banner_of(step.person, record.known),
            back=Link(step.rung.label, step_url(step)),
            earlier=Tried(When(decision.at), "Decided before", decision.reason) if decision else None,
        )


def doors(rungs: list[LadderRung]) -> list[tuple[str, str]]:
    """What an alert shuts, to be opened one kind at a time."""
    shut: dict[str, list[str]] = {}
    for rung in rungs:
        if rung.shut_by_safe_contact:
            shut.setdefault(rung.kind, []).append(rung.label)
    return [*((kind, words.listed(labels)) for kind, labels in shut.items()), (HOUSEHOLD, TO_HOUSEHOLD)]
