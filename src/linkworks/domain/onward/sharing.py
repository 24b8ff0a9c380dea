"""What each field that may be shared says about a person. Words of an alert never leave; what they ask for does."""

from dataclasses import dataclass

from linkworks.domain.onward.choices import SharedField
from linkworks.domain.people.choices import AdjustmentKind, AlertKind, ContactKind
from linkworks.domain.people.models import Adjustment, ContactDetail, Person
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core import words
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.core.phone import Phone

COVERED_BY_A_GENERAL_YES = frozenset(
    {
        SharedField.NAME,
        SharedField.PRONOUNS,
        SharedField.TELEPHONE,
        SharedField.EMAIL,
        SharedField.ADDRESS,
        SharedField.LANGUAGE,
        SharedField.ADJUSTMENTS,
    }
)
"""The question on the person's record is about their name, how to reach them and what they need; no more."""

ASK_US_FIRST = "ask us before you make contact: it is only safe at certain times"


@dataclass(frozen=True)
class PersonFacts:
    """Everything from which the shared fields are worded."""

    person: Person
    contact: BeforeContact
    what_matters: str = ""

    @property
    def alerts(self) -> set[str]:
        return {alert.kind for alert in self.contact.alerts}


def describe(facts: PersonFacts) -> dict[SharedField, str]:
    """What each field says; a field of which nothing is known is left out."""
    person = facts.person
    said = {
        SharedField.NAME: _name(person),
        SharedField.DATE_OF_BIRTH: words.full_date(person.date_of_birth) if person.date_of_birth else "",
        SharedField.PRONOUNS: person.pronouns,
        SharedField.TELEPHONE: _telephones(facts),
        SharedField.EMAIL: ", ".join(d.value for d in facts.contact.details if d.kind == ContactKind.EMAIL),
        SharedField.ADDRESS: _address(facts),
        SharedField.LANGUAGE: _language(person),
        SharedField.ADJUSTMENTS: "; ".join(_adjustment(a) for a in facts.contact.adjustments if a.may_share),
        SharedField.WHAT_MATTERS: f"“{facts.what_matters}”" if facts.what_matters else "",
        SharedField.NHS_NUMBER: display_nhs_number(person.nhs_number) if person.nhs_number else "",
    }
    return {field: text for field, text in said.items() if text}


def _name(person: Person) -> str:
    likes = person.preferred_name and person.preferred_name != person.given_name
    return f"{person.full_name} (likes to be called {person.preferred_name})" if likes else person.full_name


def _telephones(facts: PersonFacts) -> str:
    phones = [detail for detail in facts.contact.details if detail.kind != ContactKind.EMAIL]
    return "; ".join(_telephone(detail, facts.alerts) for detail in phones)


def _telephone(detail: ContactDetail, alerts: set[str]) -> str:
    """A number never leaves without what makes it safe to ring."""
    cautions = [
        detail.safe_when and f"safe: {detail.safe_when}",
        not detail.safe_when and AlertKind.SAFE_CONTACT in alerts and ASK_US_FIRST,
        (AlertKind.NO_VOICEMAIL in alerts or not detail.may_voicemail) and "do not leave a voicemail",
        (AlertKind.NO_TEXT in alerts or not detail.may_text) and "do not text",
    ]
    told = ", ".join(caution for caution in cautions if caution)
    number = Phone(detail.value).national
    return f"{number} ({told})" if told else number


def _address(facts: PersonFacts) -> str:
    person = facts.person
    lines = [person.address_line_1, person.address_line_2, person.town, person.postcode]
    if person.no_fixed_abode:
        lines = ["No fixed abode", *lines]
    told = ", ".join(line for line in lines if line)
    return f"{told} (do not visit at home)" if told and AlertKind.NOT_AT_HOME in facts.alerts else told


def _language(person: Person) -> str:
    return f"{person.preferred_language}{', with an interpreter' if person.interpreter_needed else ''}"


def _adjustment(adjustment: Adjustment) -> str:
    kind = AdjustmentKind(adjustment.kind)
    if kind == AdjustmentKind.OTHER:
        return adjustment.words
    return f"{kind.label} ({adjustment.words})" if adjustment.words else kind.label
