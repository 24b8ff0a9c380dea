from linkworks.foundation.accounts.choices import ROLES_THAT_SEE_PEOPLE, Role
from linkworks.foundation.core.actor import Actor


def may_search_directory(actor: Actor) -> bool:
    return actor.is_staff or actor.is_system


def may_import_services(actor: Actor) -> bool:
    return actor.is_system or actor.role in {Role.TEAM_LEAD, Role.COORDINATOR, Role.ADMINISTRATOR}


def may_keep_services(actor: Actor) -> bool:
    """May change what an entry says: whoever works with people knows when it is wrong."""
    return actor.is_system or actor.role in ROLES_THAT_SEE_PEOPLE


def may_tell_of_services(actor: Actor) -> bool:
    """Anybody may: whoever decides is another question."""
    return actor.is_staff or actor.is_system


def may_lead_freshness(actor: Actor) -> bool:
    """May settle how the team keeps entries fresh."""
    return actor.role in {Role.TEAM_LEAD, Role.COORDINATOR}


def may_share_checks(actor: Actor) -> bool:
    """It is the rota's job, and so is asking organisations in bulk."""
    return actor.is_system


def may_keep_collections(actor: Actor) -> bool:
    """Whoever works with people keeps short lists for them. Which are theirs, the selectors say."""
    return actor.is_staff and may_keep_services(actor)


def may_load_postcodes(actor: Actor) -> bool:
    """It is a command of whoever runs the machine."""
    return actor.is_system
