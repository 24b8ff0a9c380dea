"""Whoever stands in a list twice comes in once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from django.db import connection

from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.lists.portraits import portray_entry
from linkworks.domain.outreach.lists.sorting import in_words, matched
from linkworks.domain.outreach.lists.staged import unpack_entry
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.people.matching.portrait import Portrait
from linkworks.domain.people.selectors.recognise import recognise_among
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.imports.chunks import in_chunks

AT_ONCE = 1_000  # rows, each beside the few that share a key with it
FULL = 20  # rows under one key: more have something else in common
SETTLED = (Section.UNREADABLE, Section.REPEAT)

# Joined by id alone: PostgreSQL knows nothing yet of rows that have just come, and would compare each with each.
_SAME_PERSON = """
UPDATE outreach_cohortrow AS r SET section = 'repeat', decision = 'repeat', repeat_of_id = told.first_id
FROM (
    SELECT id, first_value(id) OVER (PARTITION BY person_id ORDER BY number) AS first_id FROM outreach_cohortrow
    WHERE batch_id = %(batch)s AND decision = 'same'
) AS told
WHERE r.id = told.id AND told.first_id <> told.id
"""

_SHARING_A_KEY = """
SELECT DISTINCT later.id, earlier.id
FROM (
    SELECT array_agg(number ORDER BY number) AS numbers
    FROM outreach_cohortrow CROSS JOIN unnest(keys) AS key
    WHERE batch_id = %(batch)s AND section NOT IN ('unreadable', 'repeat') AND decision <> 'leave_out'
    GROUP BY key HAVING count(*) BETWEEN 2 AND %(full)s
) AS shared CROSS JOIN unnest(numbers) AS later (id) CROSS JOIN unnest(numbers) AS earlier (id)
WHERE earlier.id < later.id ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Sharing:
    """A row that shares a key with others."""

    id: UUID
    portrait: Portrait
    is_known: bool


def find_repeats(actor: Actor, batch: CohortImport) -> None:
    """Rows of one person on record, then those that the engine takes for one. Where it doubts, somebody decides."""
    with connection.cursor() as cursor:
        cursor.execute(_SAME_PERSON, {"batch": batch.pk})
        cursor.execute(_SHARING_A_KEY, {"batch": batch.pk, "full": FULL})
        pairs = cursor.fetchall()
    by_later = ((later, [one for _, one in some]) for later, some in groupby(pairs, key=itemgetter(0)))
    for some in in_chunks(by_later, AT_ONCE):
        rows = _read(batch, {number for later, earlier in some for number in (later, *earlier)})
        for later, earlier in some:
            _settle(actor, batch, later, earlier, rows)


def _read(batch: CohortImport, numbers: set[int]) -> dict[int, Sharing]:
    today = clock.today()
    rows = CohortRow.objects.filter(batch=batch, number__in=numbers).values_list("number", "pk", "entry", "decision")
    return {
        number: Sharing(pk, portray_entry(unpack_entry(entry), today=today), decision == RowDecision.SAME)
        for number, pk, entry, decision in rows
    }


def _settle(actor: Actor, batch: CohortImport, later: int, earlier: Sequence[int], rows: Mapping[int, Sharing]) -> None:
    row = rows[later]
    others = {rows[number].id: rows[number] for number in earlier if not (row.is_known and rows[number].is_known)}
    found = recognise_among(actor, row.portrait, {pk: other.portrait for pk, other in others.items()})
    if first := matched(found):
        twice, once = (first, row.id) if row.is_known else (row.id, first)
        CohortRow.objects.filter(pk=twice).update(
            section=Section.REPEAT, decision=RowDecision.REPEAT, repeat_of=once, candidates=list(in_words(found, "row"))
        )
    elif found and not row.is_known:
        new = CohortRow.objects.filter(pk=row.id, decision=RowDecision.NEW)
        new.update(section=Section.CLOSE, decision="", candidates=list(in_words(found, "row")))
