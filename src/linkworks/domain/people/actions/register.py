"""Taking somebody into the record, and adding what a later referral says of somebody already there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import models, transaction

from linkworks.domain.people import policies
from linkworks.domain.people.actions.filing import file_people
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.details import FILLED_WHEN_BLANK, PersonDetails
from linkworks.domain.people.models import Addition, Adjustment, Alert, Consent, ContactDetail, Person
from linkworks.domain.people.selectors.person import find_holder_of_nhs_number
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record, record_for_each
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """One answer, with the wording that was put to the person."""

    kind: ConsentKind
    given: bool
    wording: str
    given_how: GivenHow
    given_at: datetime


@dataclass(frozen=True, slots=True)
class Said:
    """What a referral or a row of a list says of somebody known, and `why` it is taken to be about them."""

    person: Person
    details: PersonDetails
    source_id: UUID
    why: str = ""


def register_person(actor: Actor, *, details: PersonDetails, consents: Iterable[ConsentAnswer]) -> Person:
    """A new record. Whether we know the person already has been asked before."""
    require(policies.works_with_people, actor)
    with transaction.atomic():
        person = _new_person(actor, details)
        person.save()
        _keep_what_was_said(actor, person, details, consents)
        file_people(actor, [person.pk])
        record(actor, "person.registered", subject=person, person_id=person.pk)
    return person


@transaction.atomic
def register_people(actor: Actor, *, some: Sequence[PersonDetails]) -> list[Person]:
    """Many new records at once, in their order; each leaves its own mark in the log."""
    require(policies.works_with_people, actor)
    people = [_new_person(actor, details) for details in some]
    Person.objects.bulk_create(people)
    told = list(zip(people, some, strict=True))
    ContactDetail.objects.bulk_create(
        _about(ContactDetail, one, row) for one, said in told for row in said.contact_details()
    )
    Adjustment.objects.bulk_create(_about(Adjustment, one, row) for one, said in told for row in said.adjustments())
    Alert.objects.bulk_create(_about(Alert, one, row) for one, said in told for row in _alerts(actor, said))
    file_people(actor, [person.pk for person in people])
    record_for_each(actor, "person.registered", people)
    return people


def add_what_was_said(
    actor: Actor,
    *,
    person: Person,
    details: PersonDetails,
    consents: Iterable[ConsentAnswer],
    source_id: UUID,
    why: str = "",
) -> None:
    """Keep what is new on the record of somebody known. What is there already stays as it is.

    What came from this source is remembered, so that it can be taken back: see `taking_back`.
    """
    require(policies.works_with_people, actor)
    with transaction.atomic():
        _add(actor, Said(person, details, source_id, why), consents)
        file_people(actor, [person.pk])


@transaction.atomic
def add_what_was_said_of_many(actor: Actor, *, some: Iterable[Said]) -> None:
    """As of one, where nobody was asked for a consent. Each is kept before the next is asked for."""
    require(policies.works_with_people, actor)
    people = set()
    for one in some:
        _add(actor, one, consents=())
        people.add(one.person.pk)
    file_people(actor, people)


def _add(actor: Actor, said: Said, consents: Iterable[ConsentAnswer]) -> None:
    person = said.person
    filled = _fill_blanks(person, said.details)
    rows = _keep_what_was_said(actor, person, said.details, consents)
    _remember(person, said.source_id, said.why, filled, rows)
    record(actor, "person.added_to", subject=person, person_id=person.pk)


def _new_person(actor: Actor, details: PersonDetails) -> Person:
    person = Person(team_id=actor.own_team, **details.person_columns())
    person.search_name = person.folded_names
    return person


def _remember(person: Person, source_id: UUID, why: str, filled: dict[str, Any], rows: Iterable[models.Model]) -> None:
    ids = defaultdict(list)
    for row in rows:
        ids[row._meta.object_name].append(str(row.pk))
    written = {name: str(value) for name, value in filled.items()}
    Addition.objects.create(
        team_id=person.team_id, person=person, source_id=source_id, why=why, filled=written, rows=ids
    )


def _fill_blanks(person: Person, details: PersonDetails) -> dict[str, Any]:
    said = {name: getattr(details, name) for name in FILLED_WHEN_BLANK}
    blanks = {name: value for name, value in said.items() if value and not getattr(person, name)}
    if details.communication_asked:
        blanks["communication_asked_on"] = clock.today()
    if "nhs_number" in blanks:
        _insist_on_free_number(person, details.nhs_number)
    if blanks:
        person.change(**blanks)
    return blanks


def _insist_on_free_number(person: Person, nhs_number: str) -> None:
    everybody = Actor.system("register", person.team_id)  # a hidden record holds its number too
    with acting(everybody):
        holder = find_holder_of_nhs_number(everybody, nhs_number)
    if holder is not None:
        raise Refused(
            "Another record already has the NHS number on this referral. "
            "Look at that record before you decide that this is the same person."
        )


def _keep_what_was_said(
    actor: Actor, person: Person, details: PersonDetails, consents: Iterable[ConsentAnswer]
) -> list[models.Model]:
    """The new rows."""
    answers = Consent.objects.bulk_create(
        Consent(
            team_id=person.team_id,
            person=person,
            kind=answer.kind,
            given=answer.given,
            wording=answer.wording,
            given_how=answer.given_how,
            given_at=answer.given_at,
            recorded_by_id=actor.user_id,
        )
        for answer in consents
    )
    return [
        *_add_new(ContactDetail, person, "value", details.contact_details()),
        *_add_new(Adjustment, person, "kind", details.adjustments()),
        *_add_new(Alert, person, "kind", _alerts(actor, details)),
        *answers,
    ]


def _add_new(
    model: type[models.Model], person: Person, told_by: str, rows: Iterable[dict[str, Any]]
) -> list[models.Model]:
    """Add the rows that are not on the record yet; `told_by` is what makes two rows the same."""
    told = list(rows)
    if not told:
        return []
    manager = model._default_manager
    known = set(manager.filter(person=person, ended_at__isnull=True).values_list(told_by, flat=True))
    return manager.bulk_create(_about(model, person, row) for row in told if row[told_by] not in known)


def _about(model: type[Row], person: Person, row: dict[str, Any]) -> Row:
    return model(team_id=person.team_id, person=person, **row)


def _alerts(actor: Actor, details: PersonDetails) -> Iterable[dict[str, Any]]:
    return ({"raised_by_id": actor.user_id, **row} for row in details.alerts())
