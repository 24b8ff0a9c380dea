"""Writing down what came, record by record, with what would become of it. Nothing of the directory is touched."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from linkworks.domain.directory.actions.imports.known import SHARED, Known, There, taken
from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.formats.told import Told
from linkworks.domain.directory.models import DirectoryImport, DirectoryImportRow, Service
from linkworks.domain.directory.plain_text import plain_text
from linkworks.domain.directory.standard.keepable import keepable
from linkworks.domain.directory.standard.mend import Mended, mend
from linkworks.domain.directory.standard.pieces import Piece, divide, own_id
from linkworks.foundation.imports.behind import Behind
from linkworks.foundation.imports.choices import Decision
from linkworks.foundation.imports.copying import as_json, copying

ROWS_AT_ONCE = 2000
COLUMNS = (
    *("batch_id", "number", "label", "decision", "came", "mended", "wrong", "kind", "their_id", "target_id"),
    *("split_from", "record", "record_hash"),
)
GONE, HELD = Decision.GONE, Decision.HELD
TWICE = "Another record in this feed has the same id, and says something else. Only the first counts."


@dataclass(slots=True)
class Staged:
    """A row on its way to the table; JSON as text."""

    number: int
    kind: Kind
    their_id: str
    label: str
    decision: Decision
    target_id: UUID | None = None
    split_from: int | None = None
    record: str | None = None
    hash: str = ""
    came: str | None = None
    mended: str = "[]"
    wrong: str = "[]"

    def values(self, batch: DirectoryImport) -> tuple[Any, ...]:
        return (
            *(batch.pk, self.number, self.label, self.decision.value, self.came, self.mended, self.wrong),
            *(self.kind.value, self.their_id, self.target_id, self.split_from, self.record, self.hash),
        )


@dataclass
class Staging:
    """One reading on its way into its rows: of `told` records, in more rows, because records are taken apart. `seen`
    remembers how each piece was told, and how fully."""

    batch: DirectoryImport
    known: Known
    behind: Behind
    told: int = 0
    number: int = 0
    repeats: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    _tops: dict[tuple[Kind, str], str] = field(default_factory=dict)
    _seen: dict[tuple[Kind, str], tuple[str, int]] = field(default_factory=dict)
    _rows: list[Staged] = field(default_factory=list)

    def add(self, told: Told) -> None:
        self.told += 1
        number = self._next_number()
        mended = mend(told.kind, told.record)
        mended.notes[:0] = told.notes
        their_id = own_id(told.kind, mended.record)
        pieces = [] if mended.wrong else divide(told.kind, mended.record, their_id)
        top = next((piece for piece in pieces if piece.kind is told.kind), None)
        if top is None or self._was_told_otherwise(top):
            self._hold(number, told, mended, their_id)
            return
        row = self._stage(top, number)
        self.repeats += row is None
        for piece in pieces:
            if piece is not top and self._is_complete(piece, mended):
                self._stage(piece, None, split_from=number)
        self._explain(row, told, mended)

    def finish(self) -> None:
        self.behind.wait()
        if self.batch.is_whole:
            self._note_gone()
        self._note_places_left()
        self._flush()
        self.behind.wait()

    def _was_told_otherwise(self, top: Piece) -> bool:
        """Feeds whose pages shift while they are read tell a record twice; that is nothing, if it is the same."""
        key = (top.kind, top.their_id)
        return self._tops.setdefault(key, top.hash) != top.hash

    def _is_complete(self, piece: Piece, mended: Mended) -> bool:
        """A place of a service is somewhere."""
        if piece.kind is not Kind.SERVICE_AT_LOCATION:
            return True
        key = (Kind.LOCATION, piece.record["location_id"])
        if key in self._seen or self.known.get(*key):
            return True
        mended.note("service_at_locations", f"Names the place {key[1] or 'nowhere'}, which never came: it is left out.")
        return False

    def _hold(self, number: int, told: Told, mended: Mended, their_id: str) -> None:
        self._tops.setdefault((told.kind, their_id), "")
        wrong = mended.wrong or [("id", TWICE)]
        row = Staged(number, told.kind, their_id, plain_text(str(mended.record.get("name") or their_id))[:200], HELD)
        row.came, row.mended, row.wrong = _as_it_came(told), as_json(mended.notes), as_json(wrong)
        self._put(row)

    def _explain(self, row: Staged | None, told: Told, mended: Mended) -> None:
        if row is None:
            return
        row.mended = as_json(mended.notes)
        came_changed = bool(mended.notes) or told.came is not told.record
        row.came = _as_it_came(told) if came_changed and row.decision is not Decision.SAME else None

    def _stage(self, piece: Piece, number: int | None, split_from: int | None = None) -> Staged | None:
        """Write a piece down, unless it was told before as fully or more so."""
        key, fullness = (piece.kind, piece.their_id), 0 if piece.stands_in else len(piece.record)
        there, before = self.known.get(*key), self._seen.get(key)
        if before is not None and (before[0] == piece.hash or before[1] >= fullness):
            return None
        if piece.stands_in and there is not None:
            return None
        self._seen[key] = (piece.hash, fullness)
        if before is not None:
            self._take_back(piece)
        row = Staged(number or self._next_number(), *key, piece.label, _decide(piece, there), split_from=split_from)
        row.target_id = there.id if there else self.known.new_id(*key)
        row.hash = piece.hash
        row.record = None if row.decision is Decision.SAME else piece.text
        if row.record is None and split_from is not None:
            self.counts[_count_name(row)] += 1
        else:
            self._put(row)
        return row

    def _next_number(self) -> int:
        self.number += 1
        return self.number

    def _put(self, row: Staged) -> None:
        self._rows.append(row)
        self.counts[_count_name(row)] += 1
        if len(self._rows) >= ROWS_AT_ONCE:
            self._flush()

    def _take_back(self, piece: Piece) -> None:
        """A fuller telling of a piece takes the place of the one that was written down."""
        for place, row in enumerate(self._rows):
            if (row.kind, row.their_id) == (piece.kind, piece.their_id):
                self.counts[_count_name(row)] -= 1
                del self._rows[place]
                return
        self.behind.wait()
        written = DirectoryImportRow.objects.filter(batch=self.batch, kind=piece.kind, their_id=piece.their_id)
        for decision in written.values_list("decision", flat=True):
            self.counts[f"{piece.kind}.{decision}"] -= 1
        written.delete()

    def _note_gone(self) -> None:
        tops = self._tops
        services = self.known.by_kind[Kind.SERVICE].items()
        gone = {there.id: id_ for id_, there in services if not there.is_gone and (Kind.SERVICE, id_) not in tops}
        names = Service.objects.filter(pk__in=gone).values_list("pk", "name")
        for target_id, name in list(names):
            self._put(Staged(self._next_number(), Kind.SERVICE, gone[target_id], name[:200], GONE, target_id))

    def _note_places_left(self) -> None:
        """A service that was told without one of its places has left it."""
        for their_id, there in self.known.by_kind[Kind.SERVICE_AT_LOCATION].items():
            was_told = self._tops.get((Kind.SERVICE, self.known.service_of_place[their_id]))
            if was_told and (Kind.SERVICE_AT_LOCATION, their_id) not in self._seen:
                self._put(Staged(self._next_number(), Kind.SERVICE_AT_LOCATION, their_id, their_id, GONE, there.id))

    def _flush(self) -> None:
        rows = self._rows if not self._rows else self._without_clashes()
        if rows:
            self.behind.do(copying(DirectoryImportRow, COLUMNS, (row.values(self.batch) for row in rows)))
        self._rows = []

    def _without_clashes(self) -> list[Staged]:
        """New ones whose id another source has get one of our making; a term that another source told stays theirs."""
        left_out: set[int] = set()
        self.behind.wait()
        for kind in Kind:
            new = {row.target_id: row for row in self._rows if row.kind is kind and row.decision is Decision.NEW}
            for id_ in taken(kind, [id_ for id_ in new if id_], self.known.source) if new else ():
                row = new[id_]
                row.target_id = self.known.made_id(kind, row.their_id)
                if kind in SHARED:
                    left_out.add(row.number)
                    self.counts[_count_name(row)] -= 1
        return [row for row in self._rows if row.number not in left_out]


def _as_it_came(told: Told) -> str:
    return as_json(keepable(told.came)[0])


def _decide(piece: Piece, there: There | None) -> Decision:
    if there is None:
        return Decision.NEW
    return Decision.SAME if there.hash == piece.hash and not there.is_gone else Decision.CHANGED


def _count_name(row: Staged) -> str:
    return f"{row.kind.value}.{row.decision.value}"
