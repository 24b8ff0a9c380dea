"""May this actor do this? Whether the record is theirs to see was settled by the selector."""

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor

CALLERS = frozenset({Role.CALLER, Role.LINK_WORKER, Role.TEAM_LEAD, Role.COORDINATOR})

COORDINATORS = frozenset({Role.TEAM_LEAD, Role.COORDINATOR})


def may_run_campaigns(actor: Actor) -> bool:
    """Set campaigns up, edit their rules and scripts, open and close them."""
    return actor.is_staff and actor.role in COORDINATORS


def may_ring(actor: Actor) -> bool:
    """Take the next call of an open campaign, and write down how it went."""
    return actor.is_staff and actor.role in CALLERS


def may_see_board(actor: Actor) -> bool:
    """Numbers about a campaign, in which nobody is named."""
    return actor.is_staff and actor.role in CALLERS | {Role.COMMISSIONER}
