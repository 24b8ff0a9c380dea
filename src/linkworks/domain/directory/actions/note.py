"""What a team keeps to itself about a service."""

from django.db import transaction

from linkworks.domain.directory.models import Service, ServiceNote
from linkworks.domain.directory.policies import may_keep_services
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


@transaction.atomic
def add_note(actor: Actor, *, service: Service, words: str) -> ServiceNote:
    require(may_keep_services, actor)
    note = ServiceNote.objects.create(
        team_id=actor.own_team, service=service, words=words, by_name=actor.name, at=clock.now()
    )
    record(actor, "service.noted", subject=note)
    return note


@transaction.atomic
def withdraw_note(actor: Actor, *, note: ServiceNote) -> None:
    """It is no longer shown; history keeps it."""
    require(may_keep_services, actor)
    note.change(withdrawn_at=clock.now())
    record(actor, "service.note_withdrawn", subject=note)
