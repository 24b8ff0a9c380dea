"""Closing on a page: what must be done first, what ends with the case, and who is told what."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from linkworks.domain.casework.choices import ClosureReason, HowItWent, MeasurePoint
from linkworks.domain.casework.closing_conditions import reasons_to_wait
from linkworks.domain.casework.models import Case, ClosingDraft
from linkworks.domain.casework.presenters.advocacy import OnBehalfPanel
from linkworks.domain.casework.presenters.case_form import CaseFormPage
from linkworks.domain.casework.selectors.advocacy import get_open_work
from linkworks.domain.casework.selectors.closing import ClosingMessage, list_called_off
from linkworks.domain.casework.selectors.measures import list_readings
from linkworks.domain.people.models import Consent
from linkworks.domain.referrals.choices import Recipient
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, SummaryRow, When

WHO = {Recipient.PRACTICE: "The GP practice", Recipient.REFERRER: "The referrer"}


@dataclass(frozen=True)
class ClosingPage(CaseFormPage):
    """`waits` is what must be done first: while there is anything, there is no form.
    `on_behalf` is what is still looked into and spoken up for: part of that."""

    waits: tuple[str, ...]
    on_behalf: OnBehalfPanel
    ends: tuple[str, ...]
    measures: tuple[Link, ...]

    @classmethod
    def of(cls, actor: Actor, case: Case, base: CaseFormPage) -> "ClosingPage":
        return cls(
            title=base.title,
            banner=base.banner,
            back=base.back,
            waits=tuple(reasons_to_wait(actor, case)),
            on_behalf=OnBehalfPanel.of(case, get_open_work(actor, case)),
            ends=tuple(_ends(actor, case)),
            measures=tuple(_measures(actor, case)),
        )


@dataclass(frozen=True)
class MessagePreview:
    """What one recipient is told. `held_back` says why nothing leaves, `ask` leads to where an answer is recorded."""

    who: str
    name: str
    consent: str
    held_back: str
    ask: Link | None
    text: str
    field_names: tuple[str, ...]


@dataclass(frozen=True)
class ClosingCheckPage(CaseFormPage):
    said: tuple[SummaryRow, ...]
    change: Link
    ends: tuple[str, ...]
    messages: tuple[MessagePreview, ...]

    @classmethod
    def of(
        cls, actor: Actor, case: Case, base: CaseFormPage, draft: ClosingDraft, offered: Sequence[ClosingMessage]
    ) -> "ClosingCheckPage":
        return cls(
            title=base.title,
            banner=base.banner,
            back=base.back,
            said=_said(draft),
            change=Link("Change this", reverse("casework:close", args=[case.pk])),
            ends=tuple(_ends(actor, case)),
            messages=tuple(_preview(message, case) for message in offered),
        )


def _said(draft: ClosingDraft) -> tuple[SummaryRow, ...]:
    return (
        SummaryRow("Why", ClosureReason(draft.reason).label),
        SummaryRow("How it went", HowItWent(draft.how_it_went).label),
        SummaryRow("In a few words", draft.words),
        SummaryRow("Check-in", When(draft.check_in_on) if draft.check_in_on else "None"),
    )


def _ends(actor: Actor, case: Case) -> list[str]:
    called_off = list_called_off(actor, case)
    appointments = [
        f"The appointment {words.moment(appointment.starts_at)} is cancelled. Tell {case.person.known_as}."
        for appointment in called_off.appointments
    ]
    return appointments + [f"The task “{task.title}” is dropped." for task in called_off.tasks]


def _measures(actor: Actor, case: Case) -> list[Link]:
    """The measures that have no last reading yet."""
    return [
        Link(
            readings.instrument.name,
            f"{reverse('casework:measure_ask', args=[case.pk, readings.instrument.key])}?point={MeasurePoint.LAST}",
        )
        for readings in list_readings(actor, case)
        if not any(reading.response.point == MeasurePoint.LAST for reading in readings.all)
    ]


def _preview(told: ClosingMessage, case: Case) -> MessagePreview:
    name = told.recipient.value
    names = (f"{name}_send", *((f"{name}_text",) if told.may_be_changed else ()))
    return MessagePreview(
        who=WHO[told.recipient],
        name=told.name,
        consent=_consent(told.consent),
        held_back=_held_back(told),
        ask=None if told.has_consent else Link("Record what they said", _consents(case), hidden=WHO[told.recipient]),
        text="" if told.may_leave and told.may_be_changed else told.message.text,
        field_names=names if told.may_leave else (),
    )


def _consents(case: Case) -> str:
    return reverse("people:consent_new", args=[case.person_id])


def _consent(consent: Consent | None) -> str:
    if consent is None:
        return "Nobody has asked the person yet."
    answer = "No" if not consent.given else "Withdrawn" if consent.withdrawn_at else "Yes"
    return f"{answer}, {words.full_date(consent.given_at)}: “{consent.wording}”"


def _held_back(told: ClosingMessage) -> str:
    if not told.has_consent:
        return "Nothing is sent: the person has not agreed."
    return "" if told.address else "Nothing is sent: we have no e-mail address. Give them the text another way."
