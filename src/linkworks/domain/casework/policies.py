"""May this actor do this to that? Whether the record is theirs to see was settled by the selector."""

from linkworks.domain.casework.models import Case, SafeguardingConcern
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


def was_told_of(actor: Actor, concern: SafeguardingConcern) -> bool:
    """The concern's lead and deputy; the team's leads and coordinators once it had to be escalated."""
    named = actor.user_id in (concern.lead_id, concern.deputy_id)
    return named or (concern.reminders > 0 and may_allocate(actor))


def may_acknowledge(actor: Actor, concern: SafeguardingConcern) -> bool:
    return may_work_on(actor, concern.case) and (was_told_of(actor, concern) or leads_the_team(actor))


def may_close_concern(actor: Actor, concern: SafeguardingConcern) -> bool:
    """The lead of the concern, or the team lead: nobody else, and no job."""
    return may_work_on(actor, concern.case) and (actor.user_id == concern.lead_id or leads_the_team(actor))
