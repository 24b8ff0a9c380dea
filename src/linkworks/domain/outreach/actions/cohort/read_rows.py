"""What each row says, in its sender's columns."""

from collections.abc import Callable, Collection, Sequence
from hashlib import blake2b
from uuid import UUID

from linkworks.domain.outreach.actions.cohort.rows import ReadRow, keep_entries
from linkworks.domain.outreach.choices import Section
from linkworks.domain.outreach.lists.columns import Column
from linkworks.domain.outreach.lists.entries import read_entry
from linkworks.domain.outreach.lists.staged import pack_entry, told_apart
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.selectors.cohort_facts import practices_by_name
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.imports.copying import as_json

AT_ONCE = 2_000
HASH_SIZE = 16
UNKNOWN_SURGERY = "We have no surgery of this name, so none is written down for them."


def read_some(actor: Actor, batch: CohortImport, place: str) -> str | None:
    """In the order of the sheet; `place` is the number of the last row that was read."""
    rows = CohortRow.objects.filter(batch=batch, number__gt=int(place or 0), row_hash="").order_by("number")
    some = list(rows.values_list("number", "pk", "came")[:AT_ONCE])
    names_surgeries = Column.PRACTICE.value in batch.columns
    read = _reader(batch, practices_by_name(actor).keys() if names_surgeries else ())
    keep_entries([read(pk, came) for _, pk, came in some])
    return str(some[-1][0]) if some else None


def _reader(batch: CohortImport, surgeries: Collection[str]) -> Callable[[UUID, Sequence[str]], ReadRow]:
    headings, today = told_apart(batch.headings), clock.today()
    said = zip(headings, batch.columns, strict=True)
    columns = {heading: Column(name) if name else None for heading, name in said}
    surgery_column = next((heading for heading, column in columns.items() if column is Column.PRACTICE), "")

    def read(pk: UUID, came: Sequence[str]) -> ReadRow:
        entry, problems = read_entry(headings, came, columns, today=today)
        told = pack_entry(entry)
        digest = blake2b(as_json(told).encode(), digest_size=HASH_SIZE).hexdigest()
        wrong = [(problem.heading, problem.sentence) for problem in problems]
        if entry.practice and entry.practice.casefold() not in surgeries:
            wrong.append((surgery_column, UNKNOWN_SURGERY))
        return ReadRow(pk, told, wrong, digest, "" if entry.makes_sense else Section.UNREADABLE.value)

    return read
