"""May this actor do this to that? Whether the record is theirs to see was settled by the selector."""

from linkworks.domain.casework.models import Case
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor

ALLOCATORS = frozenset({Role.TEAM_LEAD, Role.COORDINATOR})


def works_with_people(actor: Actor) -> bool:
    """Link workers, team leads, coordinators, and named jobs of a team."""
    return actor.sees_people and actor.team_id is not None


def may_work_on(actor: Actor, case: Case) -> bool:
    return works_with_people(actor) and case.team_id == actor.team_id


def may_open_record(actor: Actor) -> bool:
    """Outside their caseload, by saying why."""
    return actor.is_staff and works_with_people(actor)


def may_allocate(actor: Actor) -> bool:
    """Accept, allocate, hand over, arrange cover."""
    return works_with_people(actor) and (actor.is_system or actor.role in ALLOCATORS)


def leads_the_team(actor: Actor) -> bool:
    return works_with_people(actor) and actor.role == Role.TEAM_LEAD
