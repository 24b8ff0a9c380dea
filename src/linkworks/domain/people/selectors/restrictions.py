"""Records restricted to named staff. The team lead sees that they exist and who is named, never whose they are."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.people import policies
from linkworks.domain.people.models import Restriction
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE
from linkworks.foundation.accounts.models import User
from linkworks.foundation.accounts.selectors import list_colleagues
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


@dataclass(frozen=True)
class NamelessRestriction:
    """What the lead may know without being named: nothing here says whose record it is."""

    id: UUID
    version: int
    placed_at: datetime
    placed_by_name: str
    staff_ids: tuple[UUID, ...]
    staff_names: tuple[str, ...]


def list_restrictions(actor: Actor) -> list[NamelessRestriction]:
    """Every restriction that stands in the lead's team, oldest first. NotFound for everybody else."""
    if not policies.may_restrict(actor):
        raise NotFound
    names = dict(list_nameable_staff(actor).values_list("pk", "name"))
    with acting(Actor.system("list of restricted records", actor.team_id)):
        found = list(_standing(actor).select_related("placed_by").order_by("created_at"))
    return [_without_name(restriction, names) for restriction in found]


def get_restriction(actor: Actor, restriction_id: UUID) -> NamelessRestriction:
    found = next((one for one in list_restrictions(actor) if one.id == restriction_id), None)
    if found is None:
        raise NotFound
    return found


def list_nameable_staff(actor: Actor) -> QuerySet[User]:
    """Colleagues who work with people, and so can be named."""
    return list_colleagues(actor, *ROLES_THAT_SEE_PEOPLE)


def _standing(actor: Actor) -> QuerySet[Restriction]:
    standing: QuerySet[Restriction] = Restriction.objects.visible_to(actor).filter(ended_at__isnull=True)
    return standing


def _without_name(restriction: Restriction, names: dict[UUID, str]) -> NamelessRestriction:
    return NamelessRestriction(
        id=restriction.pk,
        version=restriction.version,
        placed_at=restriction.created_at,
        placed_by_name=restriction.placed_by.name,
        staff_ids=tuple(restriction.staff_ids),
        staff_names=tuple(names[staff_id] for staff_id in restriction.staff_ids if staff_id in names),
    )
