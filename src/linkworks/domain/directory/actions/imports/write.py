"""Writing records into the directory, a thousand at a time: keys found, edits laid over, columns worked out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection
from psycopg import sql

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models import (
    MODELS,
    DirectoryRecord,
    LocalEdit,
    Location,
    OpeningTime,
    Organization,
    Service,
    Source,
    Taxonomy,
)
from linkworks.domain.directory.overlay import laid_over, value_at
from linkworks.domain.directory.projection import project
from linkworks.domain.directory.projection.opening import Opening, openings
from linkworks.domain.directory.projection.reading import identifier
from linkworks.foundation.core import clock
from linkworks.foundation.imports.behind import Behind, Deed
from linkworks.foundation.imports.copying import as_json, copying

OPENING_COLUMNS = ("service_id", "place_id", "weekday", "opens", "closes", "is_every_week", "valid_from", "valid_to")
# A row is written whole; what it was first called and how often it changed stays its own.
_UPSERT = sql.SQL(
    "INSERT INTO {table} ({columns}) SELECT {columns} FROM jsonb_populate_recordset(NULL::{table}, %s::jsonb)"
    " ON CONFLICT (id) DO UPDATE SET {updates}, version = {table}.version + 1"
)
OPENING_KEYS = {
    Kind.SERVICE: sql.SQL("DELETE FROM directory_openingtime WHERE service_id = ANY(%s) AND place_id IS NULL"),
    Kind.SERVICE_AT_LOCATION: sql.SQL("DELETE FROM directory_openingtime WHERE place_id = ANY(%s)"),
}
Shown = Mapping[str, Any]
Keys = Mapping[str, Any]
_KEPT = frozenset({"id", "created_at", "version", "fed_on"})


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record on its way into the table of its kind."""

    id: UUID
    their_id: str
    record: dict[str, Any]
    hash: str
    changed_on: dict[str, str]


class Writing:
    """Writes records of one kind over what is there. An entry that had gone is back.

    The database writes one lot while the columns of the next are worked out: give all lots, then `finish`.
    """

    def __init__(self, kind: Kind, source: Source, behind: Behind) -> None:
        self._kind = kind
        self._source = source
        self._behind = behind
        self._ready: Deed | None = None

    def add(self, incoming: Sequence[Incoming]) -> None:
        says = _edits(self._kind, incoming)
        keys = _keys(self._kind, self._source, incoming)
        self._start()
        shown = {one.id: laid_over(one.record, says.get(one.id, {})) for one in incoming}
        deeds = [self._upsert(incoming, shown, keys)]
        if self._kind in OPENING_KEYS:
            deeds += _opening_times(self._kind, incoming, shown, keys)
        self._ready = lambda database: _all(deeds, database)

    def finish(self) -> None:
        self._start()
        self._behind.wait()

    def _start(self) -> None:
        if self._ready is not None:
            self._behind.do(self._ready)
            self._ready = None

    def _upsert(self, incoming: Iterable[Incoming], shown: Mapping[UUID, Shown], keys: Mapping[str, Keys]) -> Deed:
        now = clock.now()
        common = {"source_id": self._source.pk, "created_at": now, "updated_at": now, "version": 1, "gone_at": None}
        rows = [
            {
                **common,
                "fed_on": now.date(),
                "id": one.id,
                "their_id": one.their_id,
                "record": one.record,
                "record_hash": one.hash,
                "changed_on": one.changed_on,
                **project(self._kind, shown[one.id]),
                **keys[one.their_id],
            }
            for one in incoming
        ]
        statement = _upsert_into(MODELS[self._kind], list(rows[0]))
        values = as_json(rows)
        return lambda database: _run(database, statement, values)


def write(kind: Kind, source: Source, lots: Iterable[Sequence[Incoming]]) -> None:
    with Behind() as behind:
        writing = Writing(kind, source, behind)
        for incoming in lots:
            writing.add(incoming)
        writing.finish()


@contextmanager
def keys_checked_at_once() -> Iterator[None]:
    """Lot by lot, while the next is worked out, and not all at the end with nothing beside it."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def settle_edits(kind: Kind, records: Mapping[UUID, Mapping[str, Any]]) -> None:
    """Where the source now says something new that is not what we say, somebody has to decide. An edit with which the
    source has come to agree stays too: the import may be undone."""
    for edit in _edits_of(kind, records):
        told = value_at(records[edit.record_id], edit.field)
        clashes = told not in (edit.replaced, edit.value)
        if clashes and (edit.clashed_at is None or edit.clashes_with != told):
            edit.change(clashes_with=told, clashed_at=clock.now())
        elif not clashes and edit.clashed_at is not None:
            edit.change(clashes_with=None, clashed_at=None)


def _edits(kind: Kind, incoming: Iterable[Incoming]) -> dict[UUID, dict[str, Any]]:
    says: dict[UUID, dict[str, Any]] = {}
    for edit in _edits_of(kind, [one.id for one in incoming]):
        says.setdefault(edit.record_id, {})[edit.field] = edit.value
    return says


def _edits_of(kind: Kind, ids: Iterable[UUID]) -> Iterable[LocalEdit]:
    """Few entries are edited, and for many kinds none."""
    edits = LocalEdit.objects.filter(kind=kind)
    return edits.filter(record_id__in=list(ids)) if edits.exists() else ()


def _upsert_into(model: type[DirectoryRecord], names: Sequence[str]) -> sql.Composed:
    return _UPSERT.format(
        table=sql.Identifier(model._meta.db_table),
        columns=sql.SQL(", ").join(map(sql.Identifier, names)),
        updates=sql.SQL(", ").join(
            sql.SQL("{0} = EXCLUDED.{0}").format(sql.Identifier(name)) for name in names if name not in _KEPT
        ),
    )


def _run(database: psycopg.Connection, statement: sql.SQL | sql.Composed, values: Any) -> None:
    """The values go beside the statement: Django's own cursors would write them into it."""
    with psycopg.Cursor(database) as cursor:
        cursor.execute(statement, [values])


def _all(deeds: Iterable[Deed], database: psycopg.Connection) -> None:
    for deed in deeds:
        deed(database)


def _keys(kind: Kind, source: Source, incoming: Sequence[Incoming]) -> dict[str, dict[str, Any]]:
    """The foreign keys of each record, found by what the source calls the other one."""
    match kind:
        case Kind.SERVICE:
            owners = _found(Organization, source, incoming, "organization_id")
            return {one.their_id: {"organization_id": owners[one.record["organization_id"]]} for one in incoming}
        case Kind.SERVICE_AT_LOCATION:
            services = _found(Service, source, incoming, "service_id")
            locations = _found(Location, source, incoming, "location_id")
            return {
                one.their_id: {
                    "service_id": services[one.record["service_id"]],
                    "location_id": locations[one.record["location_id"]],
                }
                for one in incoming
            }
        case Kind.TAXONOMY_TERM:
            named = {one.their_id: identifier(one.record, "taxonomy_id") for one in incoming}
            there = set(Taxonomy.objects.filter(pk__in=filter(None, named.values())).values_list("pk", flat=True))
            return {their_id: {"taxonomy_id": id_ if id_ in there else None} for their_id, id_ in named.items()}
        case _:
            return {one.their_id: {} for one in incoming}


def _found(model: type[DirectoryRecord], source: Source, incoming: Iterable[Incoming], name: str) -> dict[str, UUID]:
    wanted = {one.record[name] for one in incoming}
    return dict(model._base_manager.filter(source=source, their_id__in=wanted).values_list("their_id", "pk"))


def _opening_times(
    kind: Kind, incoming: Iterable[Incoming], shown: Mapping[UUID, Shown], keys: Mapping[str, Keys]
) -> Iterator[Deed]:
    """Those of a service wherever it is, or of one of its places."""
    former = OPENING_KEYS[kind]
    ids = list(shown)
    yield lambda database: _run(database, former, ids)
    is_place = kind is Kind.SERVICE_AT_LOCATION
    rows = (
        _opening_row(keys[one.their_id]["service_id"] if is_place else one.id, one.id if is_place else None, opening)
        for one in incoming
        for opening in openings(shown[one.id])
    )
    yield copying(OpeningTime, OPENING_COLUMNS, rows)


def _opening_row(service_id: UUID, place_id: UUID | None, one: Opening) -> tuple[Any, ...]:
    return service_id, place_id, one.weekday, one.opens, one.closes, one.is_every_week, one.valid_from, one.valid_to


def changed_fields(former: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    return [name for name in former.keys() | record.keys() if as_json(former.get(name)) != as_json(record.get(name))]
