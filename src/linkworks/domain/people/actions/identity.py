"""Who the person is, where they live, how they speak, where they are registered."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import IntegrityError, transaction

from linkworks.domain.people import policies
from linkworks.domain.people.actions.filing import file_people
from linkworks.domain.people.choices import Gender
from linkworks.domain.people.models import Person, Practice
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.names import tidy_name

NUMBER_TAKEN = (
    "Another record already has this NHS number. Check each digit. If both records are about the same person, "
    "work on with the other one and tell your team lead."
)


@transaction.atomic
def correct_identity(
    actor: Actor,
    *,
    person: Person,
    expected_version: int | None,
    given_name: str,
    family_name: str,
    preferred_name: str,
    pronouns: str,
    date_of_birth: date | None,
    nhs_number: str,
    gender: Gender,
    gender_words: str,
    ethnicity: str,
) -> None:
    """Raises Refused when another record of the team has the NHS number, and Conflict when somebody was quicker."""
    require(policies.may_edit_person, actor, person)
    person.given_name = tidy_name(given_name)
    person.family_name = tidy_name(family_name)
    person.preferred_name = tidy_name(preferred_name)
    with _one_person_per_number():
        person.change(
            expected_version=expected_version,
            given_name=person.given_name,
            family_name=person.family_name,
            preferred_name=person.preferred_name,
            search_name=person.folded_names,
            pronouns=pronouns,
            date_of_birth=date_of_birth,
            nhs_number=nhs_number,
            gender=gender,
            gender_words=gender_words if gender == Gender.SELF_DESCRIBED else "",
            ethnicity=ethnicity,
        )
    file_people(actor, [person.pk])
    record(actor, "person.identity_corrected", subject=person, person_id=person.pk)


@transaction.atomic
def change_address(
    actor: Actor,
    *,
    person: Person,
    expected_version: int | None,
    no_fixed_abode: bool,
    address_line_1: str = "",
    address_line_2: str = "",
    town: str = "",
    postcode: str = "",
) -> None:
    """Somebody without a fixed abode may still have an address where post reaches them."""
    require(policies.may_edit_person, actor, person)
    person.change(
        expected_version=expected_version,
        no_fixed_abode=no_fixed_abode,
        address_line_1=address_line_1,
        address_line_2=address_line_2,
        town=town,
        postcode=postcode,
    )
    file_people(actor, [person.pk])
    record(actor, "person.address_changed", subject=person, person_id=person.pk)


@transaction.atomic
def change_language(
    actor: Actor, *, person: Person, expected_version: int | None, preferred_language: str, interpreter_needed: bool
) -> None:
    require(policies.may_edit_person, actor, person)
    person.change(
        expected_version=expected_version, preferred_language=preferred_language, interpreter_needed=interpreter_needed
    )
    record(actor, "person.language_changed", subject=person, person_id=person.pk)


@transaction.atomic
def change_practice(actor: Actor, *, person: Person, expected_version: int | None, practice: Practice | None) -> None:
    require(policies.may_edit_person, actor, person)
    person.change(expected_version=expected_version, practice=practice)
    practice_id = practice.pk if practice else None
    record(actor, "person.practice_changed", subject=person, person_id=person.pk, practice=practice_id)


@contextmanager
def _one_person_per_number() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
    except IntegrityError as fault:
        raise Refused(NUMBER_TAKEN, "nhs_number") from fault
