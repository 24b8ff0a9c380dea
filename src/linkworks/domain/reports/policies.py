from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor

READERS = frozenset({Role.COMMISSIONER, Role.TEAM_LEAD, Role.COORDINATOR, Role.LINK_WORKER})


def may_read_figures(actor: Actor) -> bool:
    return actor.is_staff and actor.role in READERS
