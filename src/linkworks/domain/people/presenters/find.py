"""What the search for anyone shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from linkworks.domain.people.finding import Sought
from linkworks.domain.people.models import Person
from linkworks.domain.people.selectors.find import Found, MayBe
from linkworks.domain.people.selectors.person import BeforeContact
from linkworks.foundation.core.nhs_number import display_nhs_number
from linkworks.foundation.core.words import age, count, full_date
from linkworks.foundation.design.parts import Link, Tag


@dataclass(frozen=True)
class FindPage:
    title: str
    words: str
    problem: str
    summary: str
    rows: tuple[tuple[object, ...], ...]
    others: str = ""
    other_rows: tuple[tuple[object, ...], ...] = ()

    heads = ("Name", "Born", "NHS number", "Postcode", "GP practice")
    other_heads = (*heads, "What agrees")

    @classmethod
    def empty(cls) -> "FindPage":
        return cls("Find anyone", "", "", "", ())

    @classmethod
    def of(
        cls, words: str, sought: Sought, found: Found, may_be: Sequence[MayBe], facts: Mapping[UUID, BeforeContact]
    ) -> "FindPage":
        people = list(found.people)
        problem = _problem(sought)
        return cls(
            title="Find anyone",
            words=words,
            problem=problem,
            summary="" if problem and not people else _summary(len(people), is_cut=found.is_cut),
            rows=tuple(_row(person, facts[person.pk]) for person in people),
            others=f"{count(len(may_be), 'person', 'people')} who may be the one",
            other_rows=tuple((*_row(one.person, facts[one.person.pk]), one.why) for one in may_be),
        )


def _problem(sought: Sought) -> str:
    if sought.unread:
        return sought.unread
    if sought.is_empty:
        return "Type a name, a date of birth, an NHS number, a postcode or a telephone number."
    return ""


def _summary(number: int, *, is_cut: bool) -> str:
    if is_cut:
        return f"The first {number} people. Add a date of birth or a postcode to narrow it down."
    return count(number, "person", "people") if number else "Nobody matches."


def _row(person: Person, facts: BeforeContact) -> tuple[object, ...]:
    name = Link(person.full_name, reverse("people:person", args=[person.pk]))
    alerts = [Tag(alert.get_kind_display(), "red") for alert in facts.alerts]
    born = f"{full_date(person.date_of_birth)} ({age(person.date_of_birth)} years)" if person.date_of_birth else None
    return (
        [name, *alerts],
        born,
        display_nhs_number(person.nhs_number) if person.nhs_number else None,
        person.postcode,
        str(person.practice) if person.practice else None,
    )
