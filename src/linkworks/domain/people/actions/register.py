"""Taking somebody into the record, and adding what a later referral says of somebody already there."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from django.db import models, transaction

from linkworks.domain.people import policies
from linkworks.domain.people.actions.filing import file_people
from linkworks.domain.people.choices import (
    AdjustmentKind,
    AlertKind,
    ConsentKind,
    ContactKind,
    Gender,
    GivenHow,
)
from linkworks.domain.people.models import Addition, Adjustment, Alert, Consent, ContactDetail, Person, Practice
from linkworks.domain.people.selectors.person import find_holder_of_nhs_number
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.phone import Phone, PhoneKind
from linkworks.foundation.core.postcode import NO_FIXED_ABODE

# What a later referral may fill in on a record where it is blank; it never overwrites.
FILLED_WHEN_BLANK = ("date_of_birth", "nhs_number", "address_line_1", "town", "postcode", "practice")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What is said of a person when they come to us. Numbers as stored: E.164, ten digits, one space in a postcode."""

    given_name: str
    family_name: str
    date_of_birth: date | None = None
    nhs_number: str = ""
    gender: str = Gender.NOT_SAID
    address_line_1: str = ""
    town: str = ""
    postcode: str = ""
    telephone: str = ""
    email: str = ""
    preferred_language: str = "English"
    interpreter_needed: bool = False
    practice: Practice | None = None
    may_voicemail: bool = False
    may_text: bool = False
    safe_when: str = ""
    communication_asked: bool = False
    communication_needs: tuple[str, ...] = ()
    communication_words: str = ""

    @classmethod
    def read_from(cls, source: Any) -> Self:
        """From an object that has every one of these attributes, such as a referral."""
        details = {field.name: getattr(source, field.name) for field in fields(cls)}
        return cls(**details | {"communication_needs": tuple(details["communication_needs"])})


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """One answer, with the wording that was put to the person."""

    kind: ConsentKind
    given: bool
    wording: str
    given_how: GivenHow
    given_at: datetime


def register_person(actor: Actor, *, details: PersonDetails, consents: Iterable[ConsentAnswer]) -> Person:
    """A new record. Whether we know the person already has been asked before."""
    require(policies.works_with_people, actor)
    with transaction.atomic():
        person = _new_person(actor, details)
        person.search_name = person.folded_names
        person.save()
        _keep_what_was_said(actor, person, details, consents)
        file_people(actor, [person.pk])
        record(actor, "person.registered", subject=person, person_id=person.pk)
    return person


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
        filled = _fill_blanks(person, details)
        rows = _keep_what_was_said(actor, person, details, consents)
        _remember(person, source_id, why, filled, rows)
        file_people(actor, [person.pk])
        record(actor, "person.added_to", subject=person, person_id=person.pk)


def _new_person(actor: Actor, details: PersonDetails) -> Person:
    return Person(
        team_id=actor.own_team,
        given_name=details.given_name,
        family_name=details.family_name,
        date_of_birth=details.date_of_birth,
        nhs_number=details.nhs_number,
        gender=details.gender,
        preferred_language=details.preferred_language,
        interpreter_needed=details.interpreter_needed,
        address_line_1=details.address_line_1,
        town=details.town,
        postcode=details.postcode,
        no_fixed_abode=details.postcode == str(NO_FIXED_ABODE),
        practice=details.practice,
        communication_asked_on=clock.today() if details.communication_asked else None,
    )


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
        *_add_new(ContactDetail, person, "value", _contact_details(details)),
        *_add_new(Adjustment, person, "kind", _adjustments(details)),
        *_add_new(Alert, person, "kind", _alerts(actor, details)),
        *answers,
    ]


def _add_new(
    model: type[models.Model], person: Person, told_by: str, rows: Iterable[dict[str, Any]]
) -> list[models.Model]:
    """Add the rows that are not on the record yet; `told_by` is what makes two rows the same."""
    manager = model._default_manager
    known = set(manager.filter(person=person, ended_at__isnull=True).values_list(told_by, flat=True))
    return manager.bulk_create(
        model(team_id=person.team_id, person=person, **row) for row in rows if row[told_by] not in known
    )


def _contact_details(details: PersonDetails) -> Iterable[dict[str, Any]]:
    if details.telephone:
        is_mobile = Phone(details.telephone).kind is PhoneKind.MOBILE
        yield {
            "kind": ContactKind.MOBILE if is_mobile else ContactKind.LANDLINE,
            "value": details.telephone,
            "may_voicemail": details.may_voicemail,
            "may_text": details.may_text and is_mobile,
            "safe_when": details.safe_when,
            "is_preferred": True,
        }
    if details.email:
        yield {"kind": ContactKind.EMAIL, "value": details.email, "is_preferred": not details.telephone}


def _adjustments(details: PersonDetails) -> Iterable[dict[str, Any]]:
    needs = dict.fromkeys(details.communication_needs)
    if details.interpreter_needed:
        needs |= {AdjustmentKind.SPOKEN_INTERPRETER: None}
    if details.communication_words:
        needs |= {AdjustmentKind.OTHER: None}
    words = {
        AdjustmentKind.SPOKEN_INTERPRETER: details.preferred_language,
        AdjustmentKind.OTHER: details.communication_words,
    }
    return [{"kind": kind, "words": words.get(AdjustmentKind(kind), "")} for kind in needs]


def _alerts(actor: Actor, details: PersonDetails) -> Iterable[dict[str, Any]]:
    """What must be seen before anybody rings. A wish that was not asked counts as no."""
    kinds: dict[AlertKind, str] = {}
    if details.telephone and not details.may_voicemail:
        kinds[AlertKind.NO_VOICEMAIL] = ""
    if details.telephone and not details.may_text and Phone(details.telephone).kind is PhoneKind.MOBILE:
        kinds[AlertKind.NO_TEXT] = ""
    if details.safe_when:
        kinds[AlertKind.SAFE_CONTACT] = details.safe_when
    return [{"kind": kind, "words": words, "raised_by_id": actor.user_id} for kind, words in kinds.items()]
