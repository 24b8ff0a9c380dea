"""May this actor do this to this person? Whether the record is theirs to see was settled by the selector."""

from linkworks.domain.people.models import Person
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.actor import Actor


def works_with_people(actor: Actor) -> bool:
    return actor.sees_people and actor.team_id is not None


def may_edit_person(actor: Actor, person: Person) -> bool:
    return works_with_people(actor) and person.team_id == actor.team_id


def may_restrict(actor: Actor) -> bool:
    """Hide a person from all but named staff, change who is named, end it."""
    return works_with_people(actor) and actor.role == Role.TEAM_LEAD
