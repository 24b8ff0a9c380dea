"""Communication needs and reasonable adjustments: asked, recorded, flagged, shared, met and looked at again."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from linkworks.domain.people import policies
from linkworks.domain.people.choices import AdjustmentKind
from linkworks.domain.people.models import Adjustment, Person
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused


@transaction.atomic
def record_needs(
    actor: Actor,
    *,
    person: Person,
    kinds: Sequence[AdjustmentKind],
    words: str = "",
    may_share: bool = True,
    review_on: date | None = None,
) -> list[Adjustment]:
    """The person was asked today; `kinds` is empty when they need nothing. Needs already recorded stay as they are."""
    require(policies.may_edit_person, actor, person)
    if AdjustmentKind.OTHER in kinds and not words:
        raise Refused("Say what would make contact easier", "words")
    standing = Adjustment.objects.filter(person=person, ended_at__isnull=True).exclude(kind=AdjustmentKind.OTHER)
    known = set(standing.values_list("kind", flat=True))
    added = [
        Adjustment.objects.create(
            team_id=person.team_id, person=person, kind=kind, words=words, may_share=may_share, review_on=review_on
        )
        for kind in dict.fromkeys(kinds)
        if kind not in known
    ]
    person.change(communication_asked_on=clock.today())
    record(actor, "communication_needs.asked", subject=person, person_id=person.pk, added=len(added))
    return added


@transaction.atomic
def change_adjustment(
    actor: Actor,
    *,
    adjustment: Adjustment,
    expected_version: int | None,
    words: str,
    how_met: str,
    may_share: bool,
    review_on: date | None,
) -> None:
    """How we meet it, whether others may know of it, and when to ask again."""
    require(policies.may_edit_person, actor, adjustment.person)
    adjustment.change(
        expected_version=expected_version, words=words, how_met=how_met, may_share=may_share, review_on=review_on
    )
    record(actor, "adjustment.changed", subject=adjustment, person_id=adjustment.person_id, kind=adjustment.kind)


@transaction.atomic
def end_adjustment(actor: Actor, *, adjustment: Adjustment, expected_version: int | None) -> None:
    require(policies.may_edit_person, actor, adjustment.person)
    adjustment.change(expected_version=expected_version, ended_at=clock.now())
    record(actor, "adjustment.ended", subject=adjustment, person_id=adjustment.person_id, kind=adjustment.kind)
