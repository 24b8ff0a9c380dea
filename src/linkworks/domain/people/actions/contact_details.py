"""Numbers and addresses at which a person can be reached, and when and how that is safe."""

from django.db import transaction

from linkworks.domain.people import policies
from linkworks.domain.people.actions.filing import file_people
from linkworks.domain.people.choices import ContactKind
from linkworks.domain.people.models import ContactDetail, Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def add_detail(
    actor: Actor,
    *,
    person: Person,
    kind: ContactKind,
    value: str,
    may_voicemail: bool = False,
    may_text: bool = False,
    safe_when: str = "",
    is_preferred: bool = False,
) -> ContactDetail:
    """`value` is an e-mail address, or a telephone number as E.164."""
    require(policies.may_edit_person, actor, person)
    _insist_on_new(person, value)
    detail = ContactDetail.objects.create(
        team_id=person.team_id,
        person=person,
        kind=kind,
        value=value,
        may_voicemail=may_voicemail,
        may_text=may_text,
        safe_when=safe_when,
        is_preferred=is_preferred,
    )
    _prefer_only(detail)
    file_people(actor, [person.pk])
    record(actor, "contact_detail.added", subject=detail, person_id=person.pk, kind=kind)
    return detail


@transaction.atomic
def change_detail(
    actor: Actor,
    *,
    detail: ContactDetail,
    expected_version: int | None,
    kind: ContactKind,
    value: str,
    may_voicemail: bool,
    may_text: bool,
    safe_when: str,
    is_preferred: bool,
) -> None:
    require(policies.may_edit_person, actor, detail.person)
    _insist_on_new(detail.person, value, besides=detail)
    detail.change(
        expected_version=expected_version,
        kind=kind,
        value=value,
        may_voicemail=may_voicemail,
        may_text=may_text,
        safe_when=safe_when,
        is_preferred=is_preferred,
    )
    _prefer_only(detail)
    file_people(actor, [detail.person_id])
    record(actor, "contact_detail.changed", subject=detail, person_id=detail.person_id, kind=kind)


@transaction.atomic
def end_detail(actor: Actor, *, detail: ContactDetail, expected_version: int | None) -> None:
    """It no longer reaches the person. It stays in the history."""
    require(policies.may_edit_person, actor, detail.person)
    detail.change(expected_version=expected_version, ended_at=clock.now(), is_preferred=False)
    record(actor, "contact_detail.ended", subject=detail, person_id=detail.person_id, kind=detail.kind)


def _insist_on_new(person: Person, value: str, besides: ContactDetail | None = None) -> None:
    same = ContactDetail.objects.filter(person=person, value=value, ended_at__isnull=True)
    if same.exclude(pk=besides.pk if besides else None).exists():
        raise Refused("This is already on the record. Change the one that is there.", "value")


def _prefer_only(detail: ContactDetail) -> None:
    """At most one is preferred: the one chosen last."""
    if detail.is_preferred:
        others = ContactDetail.objects.filter(person_id=detail.person_id, is_preferred=True).exclude(pk=detail.pk)
        for other in others:
            other.change(is_preferred=False)
