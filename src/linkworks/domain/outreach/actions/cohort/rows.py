"""Writing many rows of a list in one statement. PostgreSQL's COPY knows no row security, so they go in as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from linkworks.domain.outreach.lists.sorting import Sorted
from linkworks.domain.outreach.models import CohortImport
from linkworks.foundation.core import clock
from linkworks.foundation.imports.copying import as_json

_STAGE = """
INSERT INTO outreach_cohortrow
    (id, created_at, updated_at, version, team_id, batch_id, number, came, entry, problems, row_hash, keys, section,
     difference, candidates, decision, reason, registered, joined)
SELECT gen_random_uuid(), %(now)s, %(now)s, 1, %(team)s, %(batch)s, sent.number, sent.came::jsonb, '{}', '[]', '',
       '{}', '', '', '[]', '', '', false, false
FROM unnest(%(numbers)s::int[], %(came)s::text[]) AS sent (number, came)
"""

_KEEP_ENTRIES = """
UPDATE outreach_cohortrow AS r
SET entry = sent.entry::jsonb, problems = sent.problems::jsonb, row_hash = sent.row_hash, section = sent.section
FROM unnest(%(ids)s::uuid[], %(entries)s::text[], %(problems)s::text[], %(hashes)s::text[], %(sections)s::text[])
     AS sent (id, entry, problems, row_hash, section)
WHERE r.id = sent.id
"""

# `keys` come as one text, for arrays of PostgreSQL hold no arrays of different lengths.
_KEEP_FINDINGS = """
UPDATE outreach_cohortrow AS r
SET section = sent.section, decision = sent.decision, reason = sent.reason, person_id = sent.person_id,
    candidates = sent.candidates::jsonb, difference = sent.difference, keys = sent.keys::bigint[]
FROM unnest(%(ids)s::uuid[], %(sections)s::text[], %(decisions)s::text[], %(reasons)s::text[], %(people)s::uuid[],
            %(candidates)s::text[], %(differences)s::text[], %(keys)s::text[])
     AS sent (id, section, decision, reason, person_id, candidates, difference, keys)
WHERE r.id = sent.id
"""


_KEEP_WHAT_BECAME = """
UPDATE outreach_cohortrow AS r
SET person_id = sent.person_id, contact_id = sent.contact_id, registered = sent.registered, joined = sent.joined,
    committed_at = %(now)s, updated_at = %(now)s, version = r.version + 1
FROM unnest(%(ids)s::uuid[], %(people)s::uuid[], %(contacts)s::uuid[], %(registered)s::bool[], %(joined)s::bool[])
     AS sent (id, person_id, contact_id, registered, joined)
WHERE r.id = sent.id
"""

_SEND_BACK = """
UPDATE outreach_cohortrow AS r
SET section = sent.section, decision = '', reason = sent.reason, person_id = sent.person_id,
    candidates = sent.candidates::jsonb, decided_by_id = NULL, decided_at = NULL, version = r.version + 1
FROM unnest(%(ids)s::uuid[], %(sections)s::text[], %(reasons)s::text[], %(people)s::uuid[], %(candidates)s::text[])
     AS sent (id, section, reason, person_id, candidates)
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
class Became:
    """What a committed row came to: nobody, where it was left out."""

    id: UUID
    person_id: UUID | None
    contact_id: UUID | None = None
    registered: bool = False
    joined: bool = False


def stage(batch: CohortImport, rows: Sequence[tuple[int, Sequence[str]]]) -> None:
    numbers, came = [number for number, _ in rows], [as_json(cells) for _, cells in rows]
    _run(_STAGE, now=clock.now(), team=batch.team_id, batch=batch.pk, numbers=numbers, came=came)


def keep_entries(rows: Sequence[ReadRow]) -> None:
    _run(
        _KEEP_ENTRIES,
        ids=[row.id for row in rows],
        entries=[as_json(row.entry) for row in rows],
        problems=[as_json(row.problems) for row in rows],
        hashes=[row.row_hash for row in rows],
        sections=[row.section for row in rows],
    )


def keep_findings(rows: Sequence[FoundRow]) -> None:
    _run(
        _KEEP_FINDINGS,
        ids=[row.id for row in rows],
        sections=[row.found.section.value for row in rows],
        decisions=[str(row.found.decision) for row in rows],
        reasons=[row.found.reason for row in rows],
        people=[row.found.person_id for row in rows],
        candidates=[as_json(row.found.candidates) for row in rows],
        differences=[row.difference for row in rows],
        keys=["{" + ",".join(map(str, row.keys)) + "}" for row in rows],
    )


def keep_what_became(rows: Sequence[Became]) -> None:
    _run(
        _KEEP_WHAT_BECAME,
        now=clock.now(),
        ids=[row.id for row in rows],
        people=[row.person_id for row in rows],
        contacts=[row.contact_id for row in rows],
        registered=[row.registered for row in rows],
        joined=[row.joined for row in rows],
    )


def send_back(rows: Sequence[tuple[UUID, Sorted]]) -> None:
    """To be decided anew."""
    _run(
        _SEND_BACK,
        ids=[pk for pk, _ in rows],
        sections=[found.section.value for _, found in rows],
        reasons=[found.reason for _, found in rows],
        people=[found.person_id for _, found in rows],
        candidates=[as_json(found.candidates) for _, found in rows],
    )


def _run(statement: str, **values: Any) -> None:
    """Not prepared: while a request runs, who made it is sent along with every write, as a second command."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
