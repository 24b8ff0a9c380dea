"""The call screen: who is on the line, what to say, how it went."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse

from linkworks.domain.outreach.choices import ColleagueFor, Urgency
from linkworks.domain.outreach.models import CallOutcome
from linkworks.domain.outreach.presenters.script import ScriptView
from linkworks.domain.outreach.rules import OUTCOME_KEYS
from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.scripts.languages import TAGS
from linkworks.domain.outreach.selectors.call_needs import needs_said
from linkworks.domain.outreach.selectors.line import Line
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, PersonBanner, Phone, Tag, When
from linkworks.foundation.messaging.choices import Channel

NOT_SAFE = "not-safe"
URGENCIES = {
    Urgency.IMMEDIATE: Tag("Now", "red"),
    Urgency.TODAY: Tag("Today", "orange"),
    Urgency.TWO_DAYS: Tag("In two days", "yellow"),
    Urgency.ROUTINE: Tag("Soon", "grey"),
}


@dataclass(frozen=True)
class Earlier:
    """What was tried before, or written too late to count."""

    at: When
    said: str
    note: str


@dataclass(frozen=True)
class OutcomeButton:
    """`key` is pressed after O."""

    key: str
    code: str
    label: str


@dataclass(frozen=True)
class CallBar:
    """What can be done at any moment of a call. `not_safe` is blank where the campaign has no such outcome."""

    is_paused: bool
    is_colleague_asked: bool
    not_safe: str

    @classmethod
    def of(cls, line: Line) -> "CallBar":
        return cls(
            is_paused=line.is_paused,
            is_colleague_asked=any(asked.what_for == ColleagueFor.NOW for asked in line.asked),
            not_safe=next((one.code for one in line.outcomes if one.code == NOT_SAFE), ""),
        )


def outcome_buttons(outcomes: Iterable[CallOutcome]) -> tuple[OutcomeButton, ...]:
    return tuple(OutcomeButton(key, one.code, one.label) for key, one in zip(OUTCOME_KEYS, outcomes, strict=False))


@dataclass(frozen=True)
class NeedLine:
    """`type` is what is taken away by “they see to it themselves”."""

    words: str
    urgency: Tag
    type: str


@dataclass(frozen=True)
class CallPage:
    """`facts` are for checking who it is: never read out. `code` lets a resident check that the call is ours.
    `asks_language` is whether an outcome asks which language they need.
    """

    title: str
    contact: UUID
    token: UUID
    bar: CallBar
    banner: PersonBanner
    number: Phone
    campaign: str
    until: When
    code: str
    facts: tuple[str, ...]
    earlier: tuple[Earlier, ...]
    others: str
    script: ScriptView | None
    needs: tuple[NeedLine, ...]
    outcomes: tuple[OutcomeButton, ...]
    asks_language: bool
    add_need: Link
    no_need_url: str
    answer_url: str
    line_url: str
    language_url: str
    keep_url: str
    give_back_url: str

    @classmethod
    def of(
        cls, actor: Actor, line: Line, *, team: str, language: str | None, module: str = "", change: str = ""
    ) -> "CallPage":
        """`language` is what the caller chose for this call; None until they have, and blank is the script's own.
        `module` is the part that they went to, `change` the question that they went back to.
        """
        person, campaign = line.contact.person, line.contact.campaign
        tag = TAGS.get(line.contact.language, "") if language is None else language
        script = campaign.script.read() if campaign.script else None
        said = {
            "name": person.full_name,
            "caller": actor.name,
            "team": team,
            "telephone": campaign.telephone,
            "code": line.code,
        }
        return cls(
            title=f"Ringing {person.known_as}",
            contact=line.held.contact_id,
            token=line.held.token,
            bar=CallBar.of(line),
            banner=replace(banner_of(person, line.known), nhs_number="", born=None, phones=()),
            number=Phone(line.contact.phone_key, _safe_when(line)),
            campaign=campaign.name,
            until=When(line.held.until),
            code=line.code,
            facts=tuple(_facts(line)),
            earlier=tuple(_earlier(line)),
            others=_others(line.others),
            script=_script(script, line, said, module=module, language=tag, change=change),
            needs=tuple(_needs(script, line)),
            outcomes=outcome_buttons(line.outcomes),
            asks_language=any(one.asks_language for one in line.outcomes),
            add_need=Link("Add a need", reverse("outreach:call_need")),
            no_need_url=reverse("outreach:no_need"),
            answer_url=reverse("outreach:answer"),
            line_url=reverse("outreach:line"),
            language_url=reverse("outreach:language"),
            keep_url=reverse("outreach:keep"),
            give_back_url=reverse("outreach:give_back"),
        )


def _script(script: Script | None, line: Line, names: Mapping[str, str], **shown: str) -> ScriptView | None:
    return ScriptView.of(script, line.given, names, **shown) if script else None


def _needs(script: Script | None, line: Line) -> Iterator[NeedLine]:
    for need in needs_said(script, line.given, line.marks):
        yield NeedLine(need.told, URGENCIES[Urgency(need.urgency)], need.type)


def _facts(line: Line) -> Iterator[str]:
    person = line.contact.person
    if person.date_of_birth:
        yield f"Born {words.full_date(person.date_of_birth)}"
    if person.address_line_1:
        yield person.address_line_1
    if person.postcode:
        yield person.postcode


def _earlier(line: Line) -> Iterator[Earlier]:
    for one in line.earlier:
        yield Earlier(When(one.at), f"{one.came_of_it} ({one.by})" if one.by else one.came_of_it, one.note)
    for late in line.late_notes:
        yield Earlier(When(late.at), f"{late.by.name} wrote this after the call had gone back", late.note)
    for message in line.messages:
        yield Earlier(When(message.at), f"We wrote to them ({Channel(message.channel).label})", "")


def _safe_when(line: Line) -> str:
    number = line.contact.number
    return f"({number.safe_when})" if number and number.safe_when else ""


def _others(number: int) -> str:
    if not number:
        return ""
    more = words.count(number, "more person", "more people")
    return f"{more} on your list at this number"
