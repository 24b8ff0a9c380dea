"""Comparing a list with the people we know, and with itself, part by part: killed at any moment, it goes on from there.

First every row is read; a list of which too little makes sense stops there. Then who each row may be is looked for.
"""

from collections.abc import Callable
from uuid import UUID

from django.db.models import Count

from linkworks.domain.outreach.actions.cohort.gone import note_differences
from linkworks.domain.outreach.actions.cohort.read_rows import read_some
from linkworks.domain.outreach.actions.cohort.repeats import find_repeats
from linkworks.domain.outreach.actions.cohort.sort_rows import sort_some
from linkworks.domain.outreach.choices import CohortState, Section
from linkworks.domain.outreach.lists.entries import stop_sentence
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.foundation.access.database import acting
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

MATCH = "outreach.match_list"
# Does the part that comes after `place`, and says where it ends; None where nothing is left.
Step = Callable[[Actor, CohortImport, str], str | None]


def match_list(actor: Actor, *, batch_id: UUID) -> None:
    """Until it can be looked through, or stops. `actor` is a job, from whom nobody is hidden; each part is kept."""
    for step in (read_some, _insist_on_sense, sort_some, _finish):
        place: str | None = ""
        while place is not None:
            place = _take(actor, batch_id, step, place)


def _take(actor: Actor, batch_id: UUID, step: Step, place: str) -> str | None:
    """Two jobs at one list wait for each other."""
    with acting(actor):
        locked = CohortImport.objects.select_for_update(of=("self",)).get(pk=batch_id)
        return step(actor, locked, place) if locked.state == CohortState.MATCHING else None


def _insist_on_sense(actor: Actor, batch: CohortImport, place: str) -> None:
    senseless = CohortRow.objects.filter(batch=batch, section=Section.UNREADABLE).count()
    sentence = stop_sentence(batch.size, batch.size - senseless)
    if sentence:
        batch.change(state=CohortState.STOPPED, stopped_because=sentence)
        record(actor, "list.stopped", subject=batch, campaign=batch.campaign_id)


def _finish(actor: Actor, batch: CohortImport, place: str) -> None:
    find_repeats(actor, batch)
    note_differences(batch)
    counts = dict(CohortRow.objects.filter(batch=batch).values_list("section").annotate(Count("pk")))
    batch.change(state=CohortState.REVIEW, counts=counts, matched_at=clock.now())
    record(actor, "list.matched", subject=batch, campaign=batch.campaign_id, sections=len(counts))
