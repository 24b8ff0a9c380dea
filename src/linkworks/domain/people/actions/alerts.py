"""What must be seen before contact."""

from datetime import date

from django.db import transaction

from linkworks.domain.people import policies
from linkworks.domain.people.choices import AlertKind
from linkworks.domain.people.models import Alert, Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

# A kind that says nothing by itself needs words.
NEEDS_WORDS = {
    AlertKind.SAFE_CONTACT: "Say when, and at which number, contact is safe",
    AlertKind.OTHER: "Say what must be known before contact",
}


@transaction.atomic
def raise_alert(
    actor: Actor, *, person: Person, kind: AlertKind, words: str = "", review_on: date | None = None
) -> Alert:
    require(policies.may_edit_person, actor, person)
    _insist_on_words(kind, words)
    alert = Alert.objects.create(
        team_id=person.team_id,
        person=person,
        kind=kind,
        words=words,
        raised_by_id=actor.user_id,
        review_on=review_on,
    )
    record(actor, "alert.raised", subject=alert, person_id=person.pk, kind=kind)
    return alert


@transaction.atomic
def review_alert(
    actor: Actor, *, alert: Alert, expected_version: int | None, words: str, review_on: date | None
) -> None:
    """It still holds, perhaps in other words."""
    require(policies.may_edit_person, actor, alert.person)
    _insist_on_words(AlertKind(alert.kind), words)
    alert.change(expected_version=expected_version, words=words, review_on=review_on)
    record(actor, "alert.reviewed", subject=alert, person_id=alert.person_id, kind=alert.kind)


@transaction.atomic
def end_alert(actor: Actor, *, alert: Alert, expected_version: int | None) -> None:
    require(policies.may_edit_person, actor, alert.person)
    alert.change(expected_version=expected_version, ended_at=clock.now())
    record(actor, "alert.ended", subject=alert, person_id=alert.person_id, kind=alert.kind)


def _insist_on_words(kind: AlertKind, words: str) -> None:
    if not words and kind in NEEDS_WORDS:
        raise Refused(NEEDS_WORDS[kind], "words")
