"""Writing many rows of a list in one statement. PostgreSQL's COPY knows no row security, so they go in as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from linkworks.domain.outreach.lists.sorting import Candidates, Sorted
from linkworks.domain.outreach.models import CohortImport
from linkworks.foundation.core import clock
from linkworks.foundation.imports.copying import as_json

_STAGE = """
INSERT INTO outreach_cohortrow
    (id, created_at, updated_at, version, team_id, batch_id, number, came, entry, problems, row_hash, keys, section,
     difference, candidates, decision, reason, registered, joined)
SELECT gen_random_uuid(), %(now)s, %(now)s, 1, %(team)s, %(batch)s, sent.number, sent.came, '{}', '[]', '',
       '{}', '', '', '[]', '', '', false, false
FROM json_to_recordset(%(rows)s) AS sent (number int, came jsonb)
"""

_KEEP_ENTRIES = """
UPDATE outreach_cohortrow AS r
SET entry = sent.entry, problems = sent.problems, row_hash = sent.row_hash, section = sent.section
FROM json_to_recordset(%(rows)s) AS sent (id uuid, entry jsonb, problems jsonb, row_hash text, section text)
WHERE r.id = sent.id
"""

_KEEP_FINDINGS = """
UPDATE outreach_cohortrow AS r
SET section = sent.section, decision = sent.decision, reason = sent.reason, person_id = sent.person_id,
    candidates = sent.candidates, difference = sent.difference, keys = sent.keys
FROM json_to_recordset(%(rows)s)
     AS sent (id uuid, section text, decision text, reason text, person_id uuid, candidates jsonb, difference text,
              keys bigint[])
WHERE r.id = sent.id
"""

_KEEP_REPEATS = """
UPDATE outreach_cohortrow AS r
SET section = sent.section, decision = sent.decision, repeat_of_id = sent.repeat_of_id, candidates = sent.candidates
FROM json_to_recordset(%(rows)s)
     AS sent (id uuid, section text, decision text, repeat_of_id uuid, candidates jsonb)
WHERE r.id = sent.id
"""

_KEEP_WHAT_BECAME = """
UPDATE outreach_cohortrow AS r
SET person_id = sent.person_id, contact_id = sent.contact_id, registered = sent.registered, joined = sent.joined,
    ended_step_id = sent.ended_step_id, committed_at = %(now)s, updated_at = %(now)s, version = r.version + 1
FROM json_to_recordset(%(rows)s)
     AS sent (id uuid, person_id uuid, contact_id uuid, registered bool, joined bool, ended_step_id uuid)
WHERE r.id = sent.id
"""

_SEND_BACK = """
UPDATE outreach_cohortrow AS r
SET section = sent.section, decision = '', reason = sent.reason, person_id = sent.person_id,
    candidates = sent.candidates, decided_by_id = NULL, decided_at = NULL, version = r.version + 1
FROM json_to_recordset(%(rows)s) AS sent (id uuid, section text, reason text, person_id uuid, candidates jsonb)
WHERE r.id = sent.id
"""


@dataclass(frozen=True, slots=True)
class ReadRow:
    id: UUID
    entry: dict[str, Any]
    problems: list[tuple[str, str]]
    row_hash: str
    section: str


@dataclass(frozen=True, slots=True)
class FoundRow:
    id: UUID
    found: Sorted
    difference: str
    keys: Sequence[int]


@dataclass(frozen=True, slots=True)
class Settled:
    """A row beside other rows of its list: it repeats one of them, or somebody must say whether it does."""

    id: UUID
    section: str
    decision: str
    repeat_of_id: UUID | None
    candidates: Candidates


@dataclass(frozen=True, slots=True)
class Became:
    """What a committed row came to: nobody, where it was left out."""

    id: UUID
    person_id: UUID | None
    contact_id: UUID | None = None
    registered: bool = False
    joined: bool = False
    ended_step_id: UUID | None = None


def stage(batch: CohortImport, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
    sent = [{"number": number, "came": cells} for number, cells in rows]
    _run(_STAGE, sent, now=clock.now(), team=batch.team_id, batch=batch.pk)


def keep_entries(rows: Sequence[ReadRow]) -> None:
    _run(_KEEP_ENTRIES, rows)


def keep_findings(rows: Sequence[FoundRow]) -> None:
    _run(
        _KEEP_FINDINGS, [_sorted(row.id, row.found) | {"difference": row.difference, "keys": row.keys} for row in rows]
    )


def keep_repeats(rows: Iterable[Settled]) -> None:
    _run(_KEEP_REPEATS, list(rows))


def keep_what_became(rows: Sequence[Became]) -> None:
    _run(_KEEP_WHAT_BECAME, rows, now=clock.now())


def send_back(rows: Sequence[tuple[UUID, Sorted]]) -> None:
    """To be decided anew."""
    _run(_SEND_BACK, [_sorted(pk, found) for pk, found in rows])


def _sorted(pk: UUID, found: Sorted) -> dict[str, Any]:
    return {"id": pk} | vars(found)


def _run(statement: str, rows: Sequence[Any], **values: Any) -> None:
    """The rows as one text, which is sooner written than an array of each column.

    Not prepared: while a request runs, who made it is sent along with every write, as a second command."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values | {"rows": as_json(rows)})
