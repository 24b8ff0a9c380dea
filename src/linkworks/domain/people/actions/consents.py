"""What the person agreed to or refused, in the words they were asked. Withdrawn, never deleted."""

from datetime import date, datetime

from django.db import transaction

from linkworks.domain.people import policies
from linkworks.domain.people.choices import ConsentKind, GivenHow
from linkworks.domain.people.models import Consent, Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def record_consent(
    actor: Actor,
    *,
    person: Person,
    kind: ConsentKind,
    given: bool,
    wording: str,
    given_how: GivenHow,
    about: str = "",
    given_at: datetime | None = None,
    until: date | None = None,
) -> Consent:
    """`about` names the organisation or the supporter that the answer is about."""
    require(policies.may_edit_person, actor, person)
    if kind == ConsentKind.SHARE_PARTNER and not about:
        raise Refused("Name the organisation that the answer is about", "about")
    consent = Consent.objects.create(
        team_id=person.team_id,
        person=person,
        kind=kind,
        given=given,
        wording=wording,
        about=about,
        given_how=given_how,
        given_at=given_at or clock.now(),
        until=until,
        recorded_by_id=actor.user_id,
    )
    record(actor, "consent.recorded", subject=consent, person_id=person.pk, kind=kind, given=given)
    return consent


@transaction.atomic
def withdraw_consent(actor: Actor, *, consent: Consent, expected_version: int | None) -> None:
    require(policies.may_edit_person, actor, consent.person)
    if not consent.given or consent.withdrawn_at is not None:
        raise Refused("There is nothing to withdraw: this is not a yes that still stands.")
    consent.change(expected_version=expected_version, withdrawn_at=clock.now())
    record(actor, "consent.withdrawn", subject=consent, person_id=consent.person_id, kind=consent.kind)
