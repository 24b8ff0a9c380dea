"""Cards of what there may be several of: numbers, needs, alerts, supporters, consents."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ConsentKind, ContactKind, GivenHow
from linkworks.domain.people.models import Adjustment, Alert, Consent, ContactDetail, Person, RelatedPerson
from linkworks.domain.people.selectors.person import PersonRecords
from linkworks.foundation.core import clock, words
from linkworks.foundation.design.parts import Link, Phone, SummaryRow, Tag


@dataclass(frozen=True)
class Card:
    """`empty` is said when there is no row."""

    title: str
    rows: tuple[SummaryRow, ...]
    actions: tuple[Link, ...] = ()
    empty: str = ""


@dataclass(frozen=True)
class PersonCards:
    person: Person
    records: PersonRecords

    def contact(self) -> Card:
        return Card(
            "How to reach them",
            tuple(self._detail(detail) for detail in self.records.details),
            (
                self._link("Add a number", "telephone_new"),
                self._link("Add an e-mail", "email_new"),
            ),
            empty="We have no telephone number and no e-mail address.",
        )

    def communication(self) -> Card:
        person = self.person
        interpreter = "interpreter needed" if person.interpreter_needed else "no interpreter needed"
        language = SummaryRow(
            "Language", f"{person.preferred_language}, {interpreter}", self._link("Change", "language", "language")
        )
        asked_on = person.communication_asked_on
        needs = tuple(self._adjustment(need) for need in self.records.adjustments)
        asked = SummaryRow("Asked about needs", words.full_date(asked_on) if asked_on else "Not asked yet")
        return Card(
            "Language and communication",
            (language, *needs, asked),
            (self._link("Ask about needs", "communication_needs"),),
        )

    def alerts(self) -> Card:
        return Card(
            "Alerts",
            tuple(self._alert(alert) for alert in self.records.alerts),
            (self._link("Raise an alert", "alert_new"),),
            empty="There is nothing that must be known before contact.",
        )

    def supporters(self) -> Card:
        return Card(
            "Supporters",
            tuple(self._supporter(supporter) for supporter in self.records.supporters),
            (self._link("Add a supporter", "supporter_new"),),
            empty="No carer, relative or friend is written down.",
        )

    def consents(self) -> Card:
        return Card(
            "Consent",
            tuple(self._consent(consent) for consent in self.records.consents),
            (self._link("Record an answer", "consent_new", "about consent"),),
            empty="Nobody has asked yet.",
        )

    def _detail(self, detail: ContactDetail) -> SummaryRow:
        kind = ContactKind(detail.kind)
        is_email = kind is ContactKind.EMAIL
        value: Any = detail.value if is_email else Phone(detail.value)
        told = [value, "Try this first" if detail.is_preferred else "", detail.safe_when, *_permissions(detail)]
        change = self._link("Change", "email" if is_email else "telephone", kind.label, detail.pk)
        return SummaryRow(kind.label, _said(told), change)

    def _adjustment(self, need: Adjustment) -> SummaryRow:
        told = [
            need.words,
            f"We meet it: {need.how_met}" if need.how_met else "",
            "" if need.may_share else "Not to be told to other services",
            f"Ask again on {words.full_date(need.review_on)}" if need.review_on else "",
        ]
        label = AdjustmentKind(need.kind).label
        return SummaryRow(label, _said(told) or "Needed", self._link("Change", "adjustment", label, need.pk))

    def _alert(self, alert: Alert) -> SummaryRow:
        told = [alert.words, f"Look again on {words.full_date(alert.review_on)}" if alert.review_on else ""]
        label = AlertKind(alert.kind).label
        return SummaryRow(label, _said(told) or "Holds", self._link("Look again", "alert", label, alert.pk))

    def _supporter(self, supporter: RelatedPerson) -> SummaryRow:
        roles = [
            supporter.relationship,
            "cares for them" if supporter.is_carer else "",
            "ring in an emergency" if supporter.is_emergency_contact else "",
        ]
        told = [
            ", ".join(_said(roles)),
            Phone(supporter.telephone) if supporter.telephone else "",
            Tag("We may talk to them", "green") if supporter.may_talk_to else Tag("Tell them nothing", "red"),
            supporter.words,
        ]
        return SummaryRow(supporter.name, _said(told), self._link("Change", "supporter", supporter.name, supporter.pk))

    def _consent(self, consent: Consent) -> SummaryRow:
        label = ConsentKind(consent.kind).label + (f": {consent.about}" if consent.about else "")
        stands = consent.stands_on(clock.today())
        withdraw = self._link("Withdraw", "consent_withdraw", label, consent.pk)
        can_withdraw = stands and consent.kind != ConsentKind.TALK_TO_SUPPORTER
        told = [_answer(consent, stands), _when(consent), f"Asked: “{consent.wording}”"]
        return SummaryRow(label, told, withdraw if can_withdraw else None)

    def _link(self, text: str, name: str, hidden: str = "", row_id: UUID | None = None) -> Link:
        address = [self.person.pk, row_id] if row_id else [self.person.pk]
        return Link(text, reverse(f"people:{name}", args=address), hidden)


def _permissions(detail: ContactDetail) -> list[str]:
    if detail.kind == ContactKind.EMAIL:
        return []
    voicemail = "Voicemail is all right" if detail.may_voicemail else "No voicemail"
    text = "texts are all right" if detail.may_text else "no texts"
    return [f"{voicemail}, {text}"]


def _answer(consent: Consent, stands: bool) -> Tag:
    if consent.withdrawn_at:
        return Tag(f"Withdrawn on {words.full_date(consent.withdrawn_at)}", "orange")
    if not consent.given:
        return Tag("No", "red")
    return Tag("Yes", "green") if stands else Tag("Yes, but it has run out", "grey")


def _when(consent: Consent) -> str:
    how = f"{GivenHow(consent.given_how).label} on {words.full_date(consent.given_at)}"
    by = getattr(consent, "recorded_by_name", None)
    until = f", until {words.full_date(consent.until)}" if consent.until else ""
    return f"{how}{until}" + (f", written down by {by}" if by else "")


def _said(told: list[Any]) -> list[Any]:
    return [one for one in told if one]
