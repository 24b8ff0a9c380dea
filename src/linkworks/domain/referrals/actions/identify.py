"""Whom is a referral about? Nobody on record looks alike: a new record at once. Otherwise staff decide."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction

from linkworks.domain.people.actions.register import ConsentAnswer, add_what_was_said, register_person
from linkworks.domain.people.actions.taking_back import take_back
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.details import PersonDetails
from linkworks.domain.people.models import Person
from linkworks.domain.people.selectors.person import find_holder_of_nhs_number
from linkworks.domain.referrals import policies
from linkworks.domain.referrals.choices import OPEN_STATUSES, Channel, ReferralSource
from linkworks.domain.referrals.models import MessageBack, Referral, ReferralCorrection, ReferralStep
from linkworks.domain.referrals.selectors.look_alikes import LookAlike, find_addition, find_look_alikes
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused

TWO_PEOPLE = "These two have different NHS numbers, so they are two people. Register the referred person as new."
DECIDED = "It has been decided already whom this referral is about."
NOT_JOINED = "This referral was not put on the record of somebody known before."
DECIDED_UPON = "This referral does not wait any more. If it is on a wrong record, tell your team lead."
HIDDEN = (
    "This may be somebody whose record only named staff may open. "
    "Ask your team lead who they are: one of them must decide."
)
NUMBER_TAKEN = (
    "{name}’s record already has this NHS number. Either this is the same person, "
    "or one of the numbers is wrong: then register without the number and check it."
)


def identify(actor: Actor, referral: Referral) -> None:
    """Register the person unless somebody on record looks alike, seen or hidden; inside the caller's transaction."""
    if not _look_alike_ids(referral):
        _register(actor, referral, PersonDetails.read_from(referral))


def confirm_same_person(actor: Actor, *, referral: Referral, person_id: UUID) -> None:
    """Staff say that the referral is about this person on record."""
    require(policies.may_triage, actor)
    with transaction.atomic():
        _insist_undecided(referral)
        alike = _look_alike(actor, referral, person_id)
        add_what_was_said(
            actor,
            person=alike.person,
            details=PersonDetails.read_from(referral),
            consents=_consents(referral),
            source_id=referral.pk,
            why="; ".join((*alike.reasons, *alike.cautions)),
        )
        _link(referral, alike.person)
        record(actor, "referral.matched", subject=referral, person_id=person_id)


def say_somebody_else(actor: Actor, *, referral: Referral, words: str, expected_version: int | None = None) -> None:
    """It was not the same person after all: the referral comes off the record, with all that it added there."""
    require(policies.may_triage, actor)
    with transaction.atomic():
        addition = find_addition(actor, referral)
        if addition is None:
            raise Refused(NOT_JOINED)
        if referral.status not in OPEN_STATUSES:
            raise Refused(DECIDED_UPON)
        person_id = addition.person_id
        _link(referral, None, expected_version)
        take_back(actor, addition=addition, words=words)
        record(actor, "referral.said_somebody_else", subject=referral, person_id=person_id)


def confirm_new_person(actor: Actor, *, referral: Referral, leave_out_nhs_number: bool = False) -> None:
    """Staff say that the referral is about somebody who is not on record."""
    require(policies.may_triage, actor)
    with transaction.atomic():
        _insist_undecided(referral)
        _insist_all_are_seen(actor, referral)
        details = PersonDetails.read_from(referral)
        if leave_out_nhs_number:
            details = replace(details, nhs_number="")
        _insist_on_free_number(actor, details.nhs_number)
        _register(actor, referral, details)
        record(actor, "referral.person_confirmed_new", subject=referral, person_id=referral.person_id)


def _register(actor: Actor, referral: Referral, details: PersonDetails) -> None:
    _link(referral, register_person(actor, details=details, consents=_consents(referral)))


def _link(referral: Referral, person: Person | None, expected_version: int | None = None) -> None:
    referral.change(expected_version=expected_version, person=person)
    for model in (ReferralStep, ReferralCorrection, MessageBack):
        model._default_manager.filter(referral=referral).update(person=person)


def _look_alike_ids(referral: Referral) -> set[UUID]:
    """Of the whole team, restricted people too: nobody is registered twice because a record is hidden."""
    everybody = Actor.system("recognise", referral.team_id)
    with acting(everybody):
        return {alike.person.pk for alike in find_look_alikes(everybody, referral)}


def _look_alike(actor: Actor, referral: Referral, person_id: UUID) -> LookAlike:
    person: Person | None = Person.objects.visible_to(actor).filter(pk=person_id).first()
    if person is None:
        raise NotFound
    if person.nhs_number and referral.nhs_number and person.nhs_number != referral.nhs_number:
        raise Refused(TWO_PEOPLE)
    alike = {alike.person.pk: alike for alike in find_look_alikes(actor, referral)}
    if person_id not in alike:
        raise NotFound
    return alike[person_id]


def _insist_undecided(referral: Referral) -> None:
    if referral.person_id is not None:
        raise Refused(DECIDED)


def _insist_all_are_seen(actor: Actor, referral: Referral) -> None:
    seen = {alike.person.pk for alike in find_look_alikes(actor, referral)}
    if _look_alike_ids(referral) - seen:
        raise Refused(HIDDEN)


def _insist_on_free_number(actor: Actor, nhs_number: str) -> None:
    holder = find_holder_of_nhs_number(actor, nhs_number)
    if holder is not None:
        raise Refused(NUMBER_TAKEN.format(name=holder.full_name), "leave_out_nhs_number")


def _consents(referral: Referral) -> list[ConsentAnswer]:
    """The answers on the referral, as they will stand on the person's record."""
    asked = (
        (ConsentKind.SUPPORT, referral.consent_given, referral.consent_wording),
        (ConsentKind.SHARE_PRACTICE, referral.may_tell_practice, referral.tell_practice_wording),
        (ConsentKind.SHARE_REFERRER, referral.may_tell_referrer, referral.tell_referrer_wording),
    )
    how = _given_how(referral)
    return [ConsentAnswer(kind, given, wording, how, referral.received_at) for kind, given, wording in asked if wording]


def _given_how(referral: Referral) -> GivenHow:
    if referral.channel == Channel.SELF_FORM:
        return GivenHow.ONLINE
    return GivenHow.SPOKEN if referral.source == ReferralSource.SELF else GivenHow.BY_REFERRER
