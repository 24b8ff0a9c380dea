"""What has changed since a list was looked through goes back to whoever looks through it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from linkworks.domain.outreach.actions.cohort.sort_rows import Waiting, sort_rows
from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.lists.portraits import portray_entry
from linkworks.domain.outreach.lists.sorting import Sorted, sort_taken
from linkworks.domain.outreach.lists.staged import unpack_entry
from linkworks.domain.outreach.models import CohortImport, CohortRow
from linkworks.domain.outreach.selectors.cohort_facts import changed_since_matched, holders_of
from linkworks.domain.people.selectors.recognise import people_near
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

CHANGED = "The record has changed since this was decided. Look once more."


def going_back(actor: Actor, batch: CohortImport, rows: Sequence[CohortRow]) -> dict[UUID, Sorted]:
    """Of rows that are to be committed, those that are not what they were when it was decided who they are."""
    came = [row for row in rows if row.decision in (RowDecision.NEW, RowDecision.SAME)]
    new = [row for row in came if row.decision == RowDecision.NEW and row.section != Section.CONFLICT]
    return dict(_taken(actor, new)) | dict(_compare(actor, batch, came))


def _compare(actor: Actor, batch: CohortImport, rows: Sequence[CohortRow]) -> Iterator[tuple[UUID, Sorted]]:
    """Nothing, as long as nobody has changed whom one of these may be."""
    by_id = {row.pk: row for row in rows}
    waiting = [_waiting(row) for row in rows]
    near = people_near(actor, [one.portrait for one in waiting]) | {row.person_id for row in rows if row.person_id}
    if not changed_since_matched(actor, batch, near).exists():
        return
    for one, found in sort_rows(actor, batch, waiting):
        if _is_other(by_id[one.id], found):
            yield one.id, replace(found, decision="", reason=CHANGED)


def _is_other(row: CohortRow, found: Sorted) -> bool:
    """Somebody else whom it may be; numbers that fit together no more; or what was plain, and is plain no more."""
    somebody_else = _who(found.candidates, found.person_id) - _who(row.candidates, row.person_id)
    conflict = found.section == Section.CONFLICT != row.section
    return bool(somebody_else) or conflict or (row.decided_by_id is None and found.decision != row.decision)


def _waiting(row: CohortRow) -> Waiting:
    entry = unpack_entry(row.entry)
    return Waiting(row.pk, row.row_hash, entry, portray_entry(entry, today=clock.today()), None)


def _who(candidates: Collection[dict[str, str]], person_id: UUID | None) -> set[str]:
    """All who it may be."""
    return {one["person"] for one in candidates if "person" in one} | ({str(person_id)} if person_id else set())


def _taken(actor: Actor, rows: Sequence[CohortRow]) -> Iterator[tuple[UUID, Sorted]]:
    """An NHS number that somebody has by now, or that an earlier row of this list has too."""
    numbers = [row.entry["nhs_number"] for row in rows if "nhs_number" in row.entry]
    holders = holders_of(actor, numbers)
    first: dict[str, CohortRow] = {}
    for row in rows:
        number = row.entry.get("nhs_number")
        if number in holders:
            yield row.pk, replace(sort_taken(holders[number]), reason=CHANGED)
        elif number and (earlier := first.setdefault(number, row)) is not row:
            yield row.pk, Sorted(Section.CONFLICT, candidates=(_shared_with(earlier),))


def _shared_with(row: CohortRow) -> dict[str, str | float]:
    caution = "Another row of this list has the same number: one of the two is wrong"
    return {"row": str(row.pk), "agreement": "Same NHS number", "caution": caution, "probability": 0.0}
