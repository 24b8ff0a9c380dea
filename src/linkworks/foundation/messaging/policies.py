"""May this actor do this?"""

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor

KEEPERS = frozenset({Role.TEAM_LEAD, Role.ADMINISTRATOR})


def may_look_after_messages(actor: Actor) -> bool:
    """See which messages and jobs are stuck, and try them again. What they say stays unseen."""
    return actor.is_staff and actor.role in KEEPERS


def may_look_after_the_system(actor: Actor) -> bool:
    """See jobs that serve every team."""
    return actor.is_staff and actor.role == Role.ADMINISTRATOR
