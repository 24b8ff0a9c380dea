"""Carers, relatives and friends, and whether the person has said that we may talk to them."""

from django.db import transaction

from linkworks.domain.people import policies
from linkworks.domain.people.actions.consents import record_consent
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models import Person, RelatedPerson
from linkworks.domain.people.wordings import asked
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.names import tidy_name


@transaction.atomic
def add_supporter(
    actor: Actor,
    *,
    person: Person,
    name: str,
    relationship: str,
    telephone: str = "",
    is_carer: bool = False,
    is_emergency_contact: bool = False,
    may_talk_to: bool = False,
    words: str = "",
) -> RelatedPerson:
    require(policies.may_edit_person, actor, person)
    supporter = RelatedPerson.objects.create(
        team_id=person.team_id,
        person=person,
        name=tidy_name(name),
        relationship=relationship,
        telephone=telephone,
        is_carer=is_carer,
        is_emergency_contact=is_emergency_contact,
        may_talk_to=may_talk_to,
        words=words,
    )
    if may_talk_to:
        _record_answer(actor, supporter)
    record(actor, "supporter.added", subject=supporter, person_id=person.pk, may_talk_to=may_talk_to)
    return supporter


@transaction.atomic
def change_supporter(
    actor: Actor,
    *,
    supporter: RelatedPerson,
    expected_version: int | None,
    name: str,
    relationship: str,
    telephone: str,
    is_carer: bool,
    is_emergency_contact: bool,
    may_talk_to: bool,
    words: str,
) -> None:
    """A changed answer to “may we talk to them?” is written among the consents as well."""
    require(policies.may_edit_person, actor, supporter.person)
    answer_changed = supporter.may_talk_to != may_talk_to
    supporter.change(
        expected_version=expected_version,
        name=tidy_name(name),
        relationship=relationship,
        telephone=telephone,
        is_carer=is_carer,
        is_emergency_contact=is_emergency_contact,
        may_talk_to=may_talk_to,
        words=words,
    )
    if answer_changed:
        _record_answer(actor, supporter)
    record(actor, "supporter.changed", subject=supporter, person_id=supporter.person_id, may_talk_to=may_talk_to)


@transaction.atomic
def end_supporter(actor: Actor, *, supporter: RelatedPerson, expected_version: int | None) -> None:
    """They no longer support the person. We do not talk to them any more."""
    require(policies.may_edit_person, actor, supporter.person)
    supporter.change(expected_version=expected_version, ended_at=clock.now(), may_talk_to=False)
    record(actor, "supporter.ended", subject=supporter, person_id=supporter.person_id)


def _record_answer(actor: Actor, supporter: RelatedPerson) -> None:
    record_consent(
        actor,
        person=supporter.person,
        kind=ConsentKind.TALK_TO_SUPPORTER,
        given=supporter.may_talk_to,
        wording=asked(ConsentKind.TALK_TO_SUPPORTER, supporter.name),
        given_how=GivenHow.SPOKEN,
        about=supporter.name,
    )
