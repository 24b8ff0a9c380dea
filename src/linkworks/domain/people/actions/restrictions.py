"""Hiding a person's record from all but named staff.

The team lead does this and need not be among the named. Row security hides the record at once, from the lead too; so
the rows themselves are written as the system, while permission and the log are the lead's own.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import cast
from uuid import UUID

from django.db import transaction

from linkworks.domain.people import policies
from linkworks.domain.people.models import Person, Restriction
from linkworks.domain.people.selectors.restrictions import list_nameable_staff
from linkworks.foundation.access.database import acting
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound, Refused

NOBODY_LEFT = "Choose at least one colleague who works with people. Otherwise nobody could open the record."


@transaction.atomic
def place_restriction(actor: Actor, *, person: Person, staff_ids: Sequence[UUID], reason: str) -> Restriction:
    require(policies.may_restrict, actor)
    named = _named(actor, staff_ids)
    with _as_system(actor):
        if Restriction.objects.filter(person=person, ended_at__isnull=True).exists():
            raise Refused("This record is restricted already. Change who is named, or end the restriction.")
        restriction = Restriction.objects.create(
            team_id=person.team_id,
            person=person,
            staff_ids=named,
            reason=reason,
            placed_by_id=cast(UUID, actor.user_id),
        )
    _log(actor, "restriction.placed", restriction, staff=len(named))
    return restriction


@transaction.atomic
def change_restriction(
    actor: Actor, *, restriction_id: UUID, expected_version: int | None, staff_ids: Sequence[UUID]
) -> None:
    require(policies.may_restrict, actor)
    named = _named(actor, staff_ids)
    with _as_system(actor):
        restriction = _get(actor, restriction_id)
        restriction.change(expected_version=expected_version, staff_ids=named)
    _log(actor, "restriction.changed", restriction, staff=len(named))


@transaction.atomic
def end_restriction(actor: Actor, *, restriction_id: UUID, expected_version: int | None) -> None:
    """The record is the team's again. The restriction stays in the history."""
    require(policies.may_restrict, actor)
    with _as_system(actor):
        restriction = _get(actor, restriction_id)
        restriction.change(expected_version=expected_version, ended_at=clock.now())
    _log(actor, "restriction.ended", restriction)


def _named(actor: Actor, staff_ids: Sequence[UUID]) -> list[UUID]:
    """Those of the chosen who can be named; Refused when nobody is left."""
    named = list(list_nameable_staff(actor).filter(pk__in=staff_ids).values_list("pk", flat=True))
    if not named:
        raise Refused(NOBODY_LEFT, "staff_ids")
    return named


def _as_system(actor: Actor) -> AbstractContextManager[None]:
    return acting(Actor.system("restriction of a record", actor.team_id))


def _get(actor: Actor, restriction_id: UUID) -> Restriction:
    standing = Restriction.objects.visible_to(actor).filter(ended_at__isnull=True)
    restriction: Restriction | None = standing.filter(pk=restriction_id).first()
    if restriction is None:
        raise NotFound
    return restriction


def _log(actor: Actor, event: str, restriction: Restriction, **keys: int) -> None:
    record(actor, event, subject=restriction, person_id=restriction.person_id, **keys)
