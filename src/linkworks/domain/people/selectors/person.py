"""One person's record, and what must be known before anybody rings."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import F, QuerySet

from linkworks.domain.people.models import (
    Adjustment,
    Alert,
    Consent,
    ContactDetail,
    Person,
    PersonRecord,
    Practice,
    RelatedPerson,
    Restriction,
)
from linkworks.foundation.access import openings
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.core.gather import gather

Row = TypeVar("Row", bound=PersonRecord)


@dataclass(frozen=True)
class PersonRecords:
    """Everything that stands about one person, and every consent, newest first."""

    details: list[ContactDetail]
    alerts: list[Alert]
    adjustments: list[Adjustment]
    supporters: list[RelatedPerson]
    consents: list[Consent]
    restrictions: list[Restriction]


@dataclass(frozen=True)
class BeforeContact:
    """What must be seen before contact, and how to make it. The preferred number comes first."""

    details: list[ContactDetail] = field(default_factory=list)
    alerts: list[Alert] = field(default_factory=list)
    adjustments: list[Adjustment] = field(default_factory=list)


def get_person(actor: Actor, person_id: UUID) -> Person:
    """The person with their practice and its network.

    Raises NotFound; and ReasonNeeded for staff who have not said today why they open a record that is none of theirs.
    """
    people = Person.objects.visible_to(actor).select_related("practice__network")
    person: Person | None = people.filter(pk=person_id).first()
    if person is None:
        raise NotFound
    person.opening_reason = openings.insist_on_reason(actor, person.pk)
    return person


def get_row(actor: Actor, person: Person, model: type[Row], row_id: UUID) -> Row:
    """One row about a person who was already opened: a number, an alert, a supporter. What has ended is not found."""
    row: Row | None = model.objects.visible_to(actor).filter(person=person, pk=row_id).first()
    if row is None or getattr(row, "ended_at", None):
        raise NotFound
    row.person = person
    return row


def get_records(actor: Actor, person: Person) -> PersonRecords:
    found = gather(
        details=_details(actor, [person.pk]),
        alerts=_standing(Alert, actor, [person.pk]),
        adjustments=_standing(Adjustment, actor, [person.pk]),
        supporters=_standing(RelatedPerson, actor, [person.pk]),
        consents=_all_consents(actor, person),
        restrictions=_standing(Restriction, actor, [person.pk]).annotate(placed_by_name=F("placed_by__name")),
    )
    return PersonRecords(**found)


def before_contact(actor: Actor, person_ids: Iterable[UUID]) -> dict[UUID, BeforeContact]:
    """For each of these people, in one query however many they are."""
    facts = {person_id: BeforeContact() for person_id in person_ids}
    found = gather(
        details=_details(actor, facts),
        alerts=_standing(Alert, actor, facts),
        adjustments=_standing(Adjustment, actor, facts),
    )
    for name, rows in found.items():
        for row in rows:
            getattr(facts[row.person_id], name).append(row)
    return facts


def list_practices(actor: Actor) -> QuerySet[Practice]:
    practices: QuerySet[Practice] = Practice.objects.visible_to(actor).order_by("name")
    return practices


def names_of(actor: Actor, person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Full names of those whom the actor may see, by person."""
    people = Person.objects.visible_to(actor).filter(pk__in=list(person_ids))
    return {person.pk: person.full_name for person in people.only("given_name", "family_name")}


def find_holder_of_nhs_number(actor: Actor, nhs_number: str) -> Person | None:
    """Whose record carries this number, if it is one that the actor may know of."""
    if not nhs_number:
        return None
    holder: Person | None = Person.objects.visible_to(actor).filter(nhs_number=nhs_number).first()
    return holder


def _standing(model: type[PersonRecord], actor: Actor, person_ids: Iterable[UUID]) -> QuerySet[Any]:
    rows: QuerySet[Any] = model.objects.visible_to(actor).filter(person_id__in=list(person_ids))
    return rows.filter(ended_at__isnull=True).order_by("created_at")


def _details(actor: Actor, person_ids: Iterable[UUID]) -> QuerySet[Any]:
    return _standing(ContactDetail, actor, person_ids).order_by("-is_preferred", "created_at")


def _all_consents(actor: Actor, person: Person) -> QuerySet[Consent]:
    consents = Consent.objects.visible_to(actor).filter(person=person).order_by("-given_at", "-created_at")
    annotated: QuerySet[Consent] = consents.annotate(recorded_by_name=F("recorded_by__name"))
    return annotated
