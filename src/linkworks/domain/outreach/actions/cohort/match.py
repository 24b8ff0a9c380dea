"""Comparing a list with the people we know, and with itself.

First every row is read; a list of which too little makes sense stops there. Then who each row may be is looked for.
"""

from uuid import UUID

from django.db.models import Count

from linkworks.domain.outreach.actions.cohort.gone import note_differences
from linkworks.domain.outreach.actions.cohort.parts import do_in_parts
from linkworks.domain.outreach.actions.cohort.read_rows import read_some
from linkworks.domain.outreach.actions.cohort.repeats import find_repeats
from linkworks.domain.outreach.actions.cohort.sort_rows import sort_some
from linkworks.domain.outreach.choices import CohortState, Section
from linkworks.domain.outreach.lists.entries import stop_sentence
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

MATCH = "outreach.match_list"


def match_list(actor: Actor, *, batch_id: UUID) -> None:
    """Until it can be looked through, or stops."""
    do_in_parts(actor, batch_id, CohortState.MATCHING, (read_some, _insist_on_sense, sort_some, _finish))


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
