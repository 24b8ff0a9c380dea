"""The person page: cards of facts, each with its way to change them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from linkworks.domain.people import policies
from linkworks.domain.people.choices import Gender
from linkworks.domain.people.models import Person
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.domain.people.presenters.cards import Card, PersonCards
from linkworks.domain.people.selectors.person import BeforeContact, PersonRecords
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.design.pages import Notice
from linkworks.foundation.design.panels import FilledPanel
from linkworks.foundation.design.parts import Link, PersonBanner, SummaryRow


@dataclass(frozen=True)
class PersonPage:
    title: str
    banner: PersonBanner
    notices: tuple[Notice, ...]
    left: tuple[Card, ...]
    right: tuple[Card, ...]
    panels: list[FilledPanel] = field(default_factory=list)

    @classmethod
    def of(cls, actor: Actor, person: Person, records: PersonRecords, panels: list[FilledPanel]) -> "PersonPage":
        known = BeforeContact(records.details, records.alerts, records.adjustments)
        cards = PersonCards(person, records)
        return cls(
            title=person.full_name,
            banner=banner_of(person, known),
            notices=tuple(_notices(person, records)),
            left=(_identity(person), cards.contact(), _address(person), cards.communication()),
            right=(cards.alerts(), cards.supporters(), cards.consents(), _record(actor, person, records)),
            panels=panels,
        )


def _notices(person: Person, records: PersonRecords) -> Iterable[Notice]:
    if person.died_on:
        yield Notice(
            "This person has died",
            (f"They died on {words.full_date(person.died_on)}. Do not ring, write or visit before you have asked.",),
        )
    for restriction in records.restrictions:
        yield Notice("Restricted to named staff", (restriction.reason, "Talk about this person with nobody else."))


def _identity(person: Person) -> Card:
    gender = Gender(person.gender)
    return Card(
        "Who they are",
        _facts(
            ("First name", person.given_name),
            ("Last name", person.family_name),
            ("Likes to be called", person.preferred_name),
            ("Pronouns", person.pronouns),
            ("Date of birth", words.full_date(person.date_of_birth) if person.date_of_birth else None),
            ("NHS number", display_nhs_number(person.nhs_number) if person.nhs_number else None),
            ("Gender", person.gender_words or gender.label),
            ("Ethnicity", person.ethnicity),
        ),
        (_change("people:identity", person, "who they are"),),
    )


def _address(person: Person) -> Card:
    lines = [person.address_line_1, person.address_line_2, person.town, person.postcode]
    abode = "No fixed abode" if person.no_fixed_abode else ""
    told = [line for line in (abode, *lines) if line]
    practice = person.practice
    return Card(
        "Where they live, and their practice",
        (
            SummaryRow("Address", told or None, _change("people:address", person, "address")),
            SummaryRow(
                "GP practice",
                [practice.name, practice.network.name] if practice else None,
                _change("people:practice", person, "GP practice"),
            ),
        ),
    )


def _record(actor: Actor, person: Person, records: PersonRecords) -> Card:
    """What changes the record as a whole, rarely."""
    if person.died_on:
        death = Link("They are alive: it was a mistake", reverse("people:death_mistake", args=[person.pk]))
    else:
        death = Link("Record that they have died", reverse("people:death", args=[person.pk]))
    links = [death]
    if policies.may_restrict(actor) and not records.restrictions:
        links.append(Link("Restrict the record to named staff", reverse("people:restrict", args=[person.pk])))
    return Card("This record", (SummaryRow("What you can do", links),))


def _facts(*pairs: tuple[str, Any]) -> tuple[SummaryRow, ...]:
    return tuple(SummaryRow(key, value or None) for key, value in pairs)


def _change(url_name: str, person: Person, what: str) -> Link:
    return Link("Change", reverse(url_name, args=[person.pk]), what)
