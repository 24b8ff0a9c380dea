from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.urls import reverse

from linkworks.domain.people.choices import AdjustmentKind, Gender
from linkworks.domain.referrals.choices import OPEN_STATUSES, ReferralStatus
from linkworks.domain.referrals.models import MessageBack, Referral, ReferralCorrection, ReferralStep
from linkworks.domain.referrals.presenters.comparison import Comparison
from linkworks.domain.referrals.presenters.history import SentMessage, history, sent_messages
from linkworks.domain.referrals.presenters.words import (
    first_contact,
    reasons_in_words,
    status_tags,
    waiting_since,
    who_sent_it,
)
from linkworks.foundation.core import words
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.design.parts import Link, Phone, QuickAction, SummaryRow, Tag, TimelineItem

ADULT = 18
YES, NO = "Yes", "No"


@dataclass(frozen=True)
class Notice:
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    title: str
    rows: tuple[SummaryRow, ...]


@dataclass(frozen=True)
class ReferralPage:
    """Who is this, is it ours, and what do we do with it?"""

    title: str
    name: str
    reference: str
    tags: tuple[Tag, ...]
    notices: tuple[Notice, ...]
    reasons: str
    reason_words: str
    risk_words: str
    cards: tuple[Card, ...]
    history: tuple[TimelineItem, ...]
    messages: tuple[SentMessage, ...]
    others: tuple[Link, ...]
    is_undecided: bool
    comparisons: tuple[Comparison, ...]
    number_is_taken: bool
    who_url: str
    submission: UUID
    actions: tuple[QuickAction, ...]
    """What can be done with it; nothing once it is a case."""

    @classmethod
    def of(
        cls,
        referral: Referral,
        *,
        steps: Iterable[ReferralStep],
        corrections: Iterable[ReferralCorrection],
        messages: Iterable[MessageBack],
        others: Iterable[Referral],
        comparisons: tuple[Comparison, ...],
        number_is_taken: bool,
        is_joined: bool,
    ) -> "ReferralPage":
        return cls(
            title=f"{referral.full_name}, referral {referral.reference}",
            name=referral.full_name,
            reference=referral.reference,
            tags=status_tags(referral),
            notices=tuple(_notices(referral)),
            reasons=reasons_in_words(referral.reasons),
            reason_words=referral.reason_words,
            risk_words=referral.risk_words,
            cards=_cards(referral),
            history=history(referral, steps, corrections),
            messages=sent_messages(messages),
            others=tuple(_other(other) for other in others),
            is_undecided=_is_undecided(referral),
            comparisons=comparisons,
            number_is_taken=number_is_taken,
            who_url=reverse("referrals:who", args=[referral.pk]),
            submission=uuid4(),
            actions=tuple(_actions(referral, is_joined=is_joined)),
        )


def _is_undecided(referral: Referral) -> bool:
    return referral.person_id is None and referral.status in OPEN_STATUSES


def _notices(referral: Referral) -> Iterable[Notice]:
    if referral.person and referral.person.died_on:
        yield Notice("Has died", (f"On {words.full_date(referral.person.died_on)}. Do not ring.",))
    born = referral.date_of_birth
    if born and int(words.age(born)) < ADULT:
        yield Notice("Under 18", ("We support people who are 18 or over. Think of who else can help.",))


def _other(other: Referral) -> Link:
    status = ReferralStatus(other.status).label.lower()
    told = f"{other.reference}, {status}, came {words.day(other.received_at)}"
    return Link(told, reverse("referrals:referral", args=[other.pk]))


def _cards(referral: Referral) -> tuple[Card, ...]:
    return (
        Card("The person", tuple(_person_rows(referral))),
        Card("How to reach them safely", tuple(_reach_rows(referral))),
        Card("What makes talking easier", tuple(_talking_rows(referral))),
        Card("Who sent it", tuple(_referrer_rows(referral))),
        Card("What they agreed to", tuple(_consent_rows(referral))),
    )


def _person_rows(referral: Referral) -> Iterable[SummaryRow]:
    born = referral.date_of_birth
    yield SummaryRow("Date of birth", f"{words.full_date(born)} ({words.age(born)} years)" if born else None)
    yield SummaryRow(
        "NHS number",
        display_nhs_number(referral.nhs_number) if referral.nhs_number else None,
        _correct_number(referral) if _is_undecided(referral) else None,
    )
    place = [part for part in (referral.address_line_1, referral.town, referral.postcode) if part]
    yield SummaryRow("Address", place or None)
    yield SummaryRow("GP practice", referral.practice.name if referral.practice else None)
    if referral.person_id:
        yield SummaryRow("Record", Link("Open the record", reverse("people:person", args=[referral.person_id])))
    if referral.gender != Gender.NOT_SAID:
        yield SummaryRow("Gender", Gender(referral.gender).label)


def _correct_number(referral: Referral) -> Link:
    return Link("Correct", reverse("referrals:nhs-number", args=[referral.pk]), hidden="the NHS number")


def _reach_rows(referral: Referral) -> Iterable[SummaryRow]:
    yield SummaryRow("Telephone", Phone(referral.telephone) if referral.telephone else None)
    if referral.telephone:
        yield SummaryRow("Leave a message", _yes_or_no(referral.may_voicemail))
        yield SummaryRow("Send texts", _yes_or_no(referral.may_text))
    yield SummaryRow("Email", referral.email)
    yield SummaryRow("When it is safe", referral.safe_when)


def _talking_rows(referral: Referral) -> Iterable[SummaryRow]:
    interpreter = " (needs an interpreter)" if referral.interpreter_needed else ""
    yield SummaryRow("Language", f"{referral.preferred_language}{interpreter}")
    needs = [AdjustmentKind(need).label for need in referral.communication_needs]
    yield SummaryRow("Needs", needs or ("None" if referral.communication_asked else "Not asked"))
    if referral.communication_words:
        yield SummaryRow("Also", referral.communication_words)


def _referrer_rows(referral: Referral) -> Iterable[SummaryRow]:
    yield SummaryRow("From", list(who_sent_it(referral)))
    if referral.referrer_name:
        yield SummaryRow("Name", ", ".join(filter(None, (referral.referrer_name, referral.referrer_role))))
    if referral.referrer_telephone:
        yield SummaryRow("Telephone", Phone(referral.referrer_telephone))
    if referral.referrer_email:
        yield SummaryRow("Email", Link(referral.referrer_email, f"mailto:{referral.referrer_email}"))
    yield SummaryRow("Came", waiting_since(referral))
    if referral.status in OPEN_STATUSES:
        yield SummaryRow("First contact due", first_contact(referral))


def _consent_rows(referral: Referral) -> Iterable[SummaryRow]:
    asked = (
        (referral.consent_wording, referral.consent_given),
        (referral.tell_practice_wording, referral.may_tell_practice),
        (referral.tell_referrer_wording, referral.may_tell_referrer),
    )
    return [SummaryRow(_yes_or_no(given), wording) for wording, given in asked if wording]


def _yes_or_no(answer: bool) -> str:
    return YES if answer else NO


def _actions(referral: Referral, *, is_joined: bool) -> Iterable[QuickAction]:
    def action(text: str, name: str, **options: Any) -> QuickAction:
        return QuickAction(text, reverse(f"referrals:{name}", args=[referral.pk]), **options)

    status = ReferralStatus(referral.status)
    if status in OPEN_STATUSES and referral.person_id:
        accept = reverse("casework:accept_referral", args=[referral.pk])
        yield QuickAction("Accept and choose a link worker", accept, is_main=True)
    if status is ReferralStatus.RETURNED:
        yield action("Add the referrer’s answer", "answer")
    if status is ReferralStatus.RECEIVED:
        yield action("Ask the referrer", "return")
    if status in OPEN_STATUSES:
        yield action("Do not take it on", "decline")
        yield action("It was withdrawn", "withdraw")
    if status in OPEN_STATUSES and is_joined:
        yield action("This is somebody else", "somebody-else")
    if status in {ReferralStatus.DECLINED, ReferralStatus.WITHDRAWN}:
        yield action("Take it back in", "take-back")
