"""Doing something to a long list part by part, each part committed: killed at any moment, it goes on from there."""

from collections.abc import Callable, Iterable
from uuid import UUID

from linkworks.domain.outreach.choices import CohortState
from linkworks.domain.outreach.models import CohortImport
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.cycles import no_search
from linkworks.foundation.core.queue import enqueue

# Does the part that comes after `place`, and says where it ends; None where nothing is left.
Step = Callable[[Actor, CohortImport, str], str | None]


def do_soon(batch: CohortImport, name: str, deed: Callable[..., None], *, few: int) -> None:
    """A list of few rows while somebody waits, a longer one by the job of this name. Either way as that job."""
    if batch.size > few:
        enqueue(name, batch_id=str(batch.pk), team_id=str(batch.team_id))
    else:
        deed(Actor.system(name, batch.team_id), batch_id=batch.pk)


def do_in_parts(actor: Actor, batch_id: UUID, state: CohortState, steps: Iterable[Step]) -> None:
    """As long as the list is in this state. `actor` is a job, from whom nobody is hidden."""
    for step in steps:
        place: str | None = ""
        while place is not None:
            place = _do(actor, batch_id, state, step, place)


def _do(actor: Actor, batch_id: UUID, state: CohortState, step: Step, place: str) -> str | None:
    """Two jobs at one list wait for each other."""
    with no_search(), acting(actor):
        batch = CohortImport.objects.select_for_update(of=("self",)).get(pk=batch_id)
        return step(actor, batch, place) if batch.state == state else None
