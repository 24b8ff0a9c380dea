"""Who each row may be, and into which section it goes. What was decided of the same row last time stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.outreach.actions.cohort.rows import FoundRow, keep_findings
from linkworks.domain.outreach.choices import Difference, RowDecision
from linkworks.domain.outreach.lists.entries import Entry
from linkworks.domain.outreach.lists.portraits import portray_entry
from linkworks.domain.outreach.lists.sorting import (
    Sorted,
    in_words,
    matched,
    sort_doubtful,
    sort_known,
    sort_new,
    sort_taken,
)
from linkworks.domain.outreach.lists.staged import unpack_entry
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.selectors.cohort_facts import (
    Decided,
    decided_before,
    hidden_among,
    holders_of,
    references_before,
    standings,
)
from linkworks.domain.people.filing import numbers_of
from linkworks.domain.people.matching.blocks import telling_keys
from linkworks.domain.people.matching.deciding import Finding
from linkworks.domain.people.matching.likeness import NumberLikeness
from linkworks.domain.people.matching.portrait import Portrait
from linkworks.domain.people.selectors.recognise import recognise_list
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

AT_ONCE = 5_000  # a list tells of twins and namesakes; so many rows tell enough of them
Findings = tuple[Finding[UUID], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row that is to be sorted. `before` is what was decided of the same row in the sender's list before."""

    id: UUID
    row_hash: str
    entry: Entry
    portrait: Portrait
    before: Decided | None


def sort_some(actor: Actor, batch: CohortImport, place: str) -> str | None:
    """In the order of the rows' hashes, so that each part is a fair sample, however the list was sorted."""
    rows = _waiting(batch, place)
    keep_findings([_found(actor, row, sorted_) for row, sorted_ in sort_rows(actor, batch, rows)])
    return rows[-1].row_hash if rows else None


def sort_rows(actor: Actor, batch: CohortImport, rows: Sequence[Waiting]) -> list[tuple[Waiting, Sorted]]:
    asked = [row for row in rows if row.before is None]
    findings = recognise_list(actor, [row.portrait for row in asked])
    sorter = _Sorter(actor, batch, rows, {row.id: found for row, found in zip(asked, findings, strict=True)})
    return [(row, sorter.sort(row)) for row in rows]


def _waiting(batch: CohortImport, place: str) -> list[Waiting]:
    rows = CohortRow.objects.filter(batch=batch, row_hash__gte=place, section="").order_by("row_hash")
    some = list(rows.values_list("pk", "row_hash", "entry")[:AT_ONCE])
    before = decided_before(batch, [digest for _, digest, _ in some])
    today = clock.today()
    read = ((pk, digest, unpack_entry(told)) for pk, digest, told in some)
    return [Waiting(pk, digest, one, portray_entry(one, today=today), before.get(digest)) for pk, digest, one in read]


def _found(actor: Actor, row: Waiting, found: Sorted) -> FoundRow:
    keys = list(numbers_of(actor.own_team, sorted(telling_keys(row.portrait))))
    return FoundRow(row.id, found, Difference.UNCHANGED if row.before else "", keys)


class _Sorter:
    """All that must be asked of the record about these rows, asked at once."""

    def __init__(
        self, actor: Actor, batch: CohortImport, rows: Sequence[Waiting], findings: Mapping[UUID, Findings]
    ) -> None:
        self._findings = findings
        known = [one for found in findings.values() if (one := matched(found))]
        known += [row.before.person_id for row in rows if row.before and row.before.person_id]
        found_at_all = {one.key for found in findings.values() for one in found}
        self._references = references_before(batch, found_at_all)
        self._standings = standings(actor, batch, {*known, *self._references})
        self._hidden = hidden_among(actor, found_at_all)
        unfound = [row.entry.nhs_number for row in rows if row.entry.nhs_number and not findings.get(row.id)]
        self._holders = holders_of(actor, unfound)

    def sort(self, row: Waiting) -> Sorted:
        if row.before is not None:
            return self._as_before(row.entry, row.before)
        found = self._findings[row.id]
        if person_id := matched(found) or self._told_of_before(row.entry, found):
            return sort_known(row.entry, person_id, self._standings[person_id], in_words(found))
        if found:
            return sort_doubtful(found, self._hidden)
        holder = self._holders.get(row.entry.nhs_number)
        return sort_taken(holder) if holder else sort_new(row.entry)

    def _told_of_before(self, entry: Entry, found: Findings) -> UUID | None:
        """Alike, and under the same reference of the sender: so it is the same person, if the NHS numbers agree."""
        fits = [one.key for one in found if one.pair.number is not NumberLikeness.CONFLICT]
        return next((key for key in fits if entry.sender_id and self._references.get(key) == entry.sender_id), None)

    def _as_before(self, entry: Entry, before: Decided) -> Sorted:
        if before.decision == RowDecision.LEAVE_OUT or before.person_id is None:
            return before.again()
        return sort_known(entry, before.person_id, self._standings[before.person_id], before.candidates)
