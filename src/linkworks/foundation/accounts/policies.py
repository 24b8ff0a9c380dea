"""Who may look after staff."""

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor


def may_manage_staff(actor: Actor) -> bool:
    return actor.is_staff and actor.role == Role.ADMINISTRATOR
