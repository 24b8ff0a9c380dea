"""Who may look after staff."""

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.accounts.models import Membership
from linkworks.foundation.core.actor import Actor


def may_manage_staff(actor: Actor) -> bool:
    return actor.is_staff and actor.role == Role.ADMINISTRATOR


def may_invite(actor: Actor, role: Role) -> bool:
    """Whoever runs calls brings in callers, who see the person on the line and nobody else."""
    runs_calls = actor.is_staff and actor.role in (Role.TEAM_LEAD, Role.COORDINATOR)
    return may_manage_staff(actor) or (runs_calls and role == Role.CALLER)


def may_manage(actor: Actor, membership: Membership) -> bool:
    return may_manage_staff(actor) and membership.team_id == actor.team_id and membership.ended_at is None
