"""Whoever stands in a list twice comes in once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from linkworks.domain.outreach.actions.cohort.rows import Settled, keep_repeats
from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.lists.portraits import portray_entry
from linkworks.domain.outreach.lists.sorting import in_words, matched
from linkworks.domain.outreach.lists.staged import unpack_entry
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.people.matching.portrait import Portrait
from linkworks.domain.people.selectors.recognise import recognise_among
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

AT_ONCE = 1_000  # rows, each beside the few that share a key with it
FULL = 20  # rows under one key: more have something else in common

# Joined by id alone: PostgreSQL knows nothing yet of rows that have just come, and would compare each with each.
_SAME_PERSON = """
UPDATE outreach_cohortrow AS r SET section = 'repeat', decision = 'repeat', repeat_of_id = told.first_id
FROM (
    SELECT id, first_value(id) OVER (PARTITION BY person_id ORDER BY number) AS first_id FROM outreach_cohortrow
    WHERE batch_id = %(batch)s AND decision = 'same'
) AS told
WHERE r.id = told.id AND told.first_id <> told.id
"""

# Of each row, the rows above it that share a key with it.
_SHARING_A_KEY = """
SELECT later.id, array_agg(DISTINCT earlier.id)
FROM (
    SELECT array_agg(number ORDER BY number) AS numbers
    FROM outreach_cohortrow CROSS JOIN unnest(keys) AS key
    WHERE batch_id = %(batch)s AND section NOT IN ('unreadable', 'repeat') AND decision <> 'leave_out'
    GROUP BY key HAVING count(*) BETWEEN 2 AND %(full)s
) AS shared CROSS JOIN unnest(numbers) AS later (id) CROSS JOIN unnest(numbers) AS earlier (id)
WHERE earlier.id < later.id GROUP BY later.id ORDER BY later.id
"""


@dataclass(frozen=True, slots=True)
class Sharing:
    """A row that shares a key with others."""

    id: UUID
    portrait: Portrait
    decision: str

    @property
    def is_known(self) -> bool:
        return self.decision == RowDecision.SAME


def find_repeats(actor: Actor, batch: CohortImport) -> None:
    """Rows of one person on record, then those that the engine takes for one. Where it doubts, somebody decides."""
    with connection.cursor() as cursor:
        cursor.execute(_SAME_PERSON, {"batch": batch.pk})
    for some in _sharing_a_key(batch):
        rows = _read(batch, {number for later, earlier in some for number in (later, *earlier)})
        settled = (_settle(actor, rows[later], [rows[number] for number in earlier]) for later, earlier in some)
        keep_repeats({one.id: one for one in settled if one}.values())  # the last word on each


def _sharing_a_key(batch: CohortImport) -> Iterator[list[tuple[int, list[int]]]]:
    """So many at a time: of millions of rows, all that share something would not fit."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(_SHARING_A_KEY, {"batch": batch.pk, "full": FULL})
        while some := cursor.fetchmany(AT_ONCE):
            yield some


def _read(batch: CohortImport, numbers: set[int]) -> dict[int, Sharing]:
    today = clock.today()
    rows = CohortRow.objects.filter(batch=batch, number__in=numbers).values_list("number", "pk", "entry", "decision")
    return {
        number: Sharing(pk, portray_entry(unpack_entry(entry), today=today), decision)
        for number, pk, entry, decision in rows
    }


def _settle(actor: Actor, row: Sharing, earlier: Sequence[Sharing]) -> Settled | None:
    others = {other.id: other.portrait for other in earlier if not (row.is_known and other.is_known)}
    found = recognise_among(actor, row.portrait, others)
    if first := matched(found):
        twice, once = (first, row.id) if row.is_known else (row.id, first)
        return Settled(twice, Section.REPEAT, RowDecision.REPEAT, once, in_words(found, "row"))
    if found and row.decision == RowDecision.NEW:
        return Settled(row.id, Section.CLOSE, "", None, in_words(found, "row"))
    return None
