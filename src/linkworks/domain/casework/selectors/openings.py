from uuid import UUID

from linkworks.domain.casework.selectors.cases import holds_case_of
from linkworks.domain.people.models import Person
from linkworks.foundation.access.openings import reason_today
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound


def get_person_to_open(actor: Actor, person_id: UUID) -> Person:
    """Somebody of the actor's team, before any reason has been given: show no more than who it is."""
    person: Person | None = Person.objects.visible_to(actor).filter(pk=person_id).first()
    if person is None:
        raise NotFound
    return person


def is_open_to(actor: Actor, person_id: UUID) -> bool:
    """Whether the actor may go straight in: the person is in their caseload, or a reason was given today."""
    return holds_case_of(actor, person_id) or bool(reason_today(actor, person_id))
