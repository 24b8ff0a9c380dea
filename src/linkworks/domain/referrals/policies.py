from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor

TRIAGING_ROLES = frozenset({Role.TEAM_LEAD, Role.COORDINATOR})


def may_receive(actor: Actor) -> bool:
    """Everybody who works with people, and the public forms for the one team of their address."""
    return actor.sees_people and actor.team_id is not None


def may_triage(actor: Actor) -> bool:
    """Read what came in, say whom it is about, return, accept, decline or withdraw it."""
    return actor.is_staff and actor.role in TRIAGING_ROLES


def may_answer(actor: Actor) -> bool:
    """The referrer through their link, which acts as a system actor, and staff to whom they answered."""
    return actor.is_system or may_triage(actor)
