"""Taking a committed reading back, while nobody has built on it."""

from collections.abc import Iterator
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet

from linkworks.domain.directory.actions.findable import found_when_done
from linkworks.domain.directory.actions.imports.write import Incoming, settle_edits, write
from linkworks.domain.directory.actions.words import REFRESH
from linkworks.domain.directory.announcements import announce_change
from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models import (
    MODELS,
    DirectoryImport,
    DirectoryImportRow,
    LocalEdit,
    OpeningTime,
    Service,
    Source,
)
from linkworks.domain.directory.policies import may_import_services
from linkworks.domain.directory.standard.pieces import hash_of
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.queue import enqueue
from linkworks.foundation.imports.choices import BatchState, Decision
from linkworks.foundation.imports.chunks import in_chunks

AT_ONCE = 1000
Rows = QuerySet[DirectoryImportRow]


@transaction.atomic
def undo_import(actor: Actor, *, batch: DirectoryImport) -> None:
    """Raises Refused when a later import, an edit, or a use of one of its services stands in the way."""
    require(may_import_services, actor)
    source = Source.objects.select_for_update().get(pk=batch.source_id)
    insist_on_untouched(batch, BatchState.COMMITTED, BatchState.UNDOING)
    rows = DirectoryImportRow.objects.filter(batch=batch)
    with found_when_done():
        for kind in Kind:
            changed = rows.filter(kind=kind, decision=Decision.CHANGED)
            left = rows.filter(kind=kind, decision=Decision.GONE, former__isnull=False)
            _bring_back(kind, source, changed | left)
        Service.objects.filter(pk__in=_targets(rows, Kind.SERVICE, Decision.GONE)).update(gone_at=None)
        _take_out_new(rows)
    batch.change(state=BatchState.UNDONE, undone_at=clock.now(), undone_by=batch.undone_by or actor.name)
    enqueue(REFRESH)
    announce_change()
    record(actor, "import.undone", subject=batch)


def insist_on_untouched(batch: DirectoryImport, *states: BatchState) -> None:
    batch.refresh_from_db(fields=["state", "version"])
    if batch.state not in states or batch.committed_at is None:
        raise Refused("Only what has been committed can be undone.")
    if DirectoryImport.objects.filter(source=batch.source_id, committed_at__gt=batch.committed_at).exists():
        raise Refused("The same source has been imported again since. Undo that first.")
    touched = DirectoryImportRow.objects.filter(batch=batch, decision=Decision.NEW).values("target_id")
    if LocalEdit.objects.filter(record_id__in=touched).exists():
        raise Refused("Somebody has edited entries that came with this import. They would lose what they wrote.")


def _bring_back(kind: Kind, source: Source, rows: Rows) -> None:
    told: Iterator[Any] = rows.values_list("target_id", "their_id", "former").iterator(AT_ONCE)
    write(kind, source, (_as_before(kind, chunk) for chunk in in_chunks(told, AT_ONCE)))


def _as_before(kind: Kind, chunk: list[Any]) -> list[Incoming]:
    settle_edits(kind, {id_: former for id_, _, former in chunk})
    return [Incoming(id_, their_id, former, hash_of(former), {}) for id_, their_id, former in chunk]


def _targets(rows: Rows, kind: Kind, decision: Decision) -> "QuerySet[DirectoryImportRow, Any]":
    return rows.filter(kind=kind, decision=decision).values("target_id")


def _take_out_new(rows: Rows) -> None:
    """Those that others point to last. The database refuses where an entry is in use."""
    try:
        with transaction.atomic():
            OpeningTime.objects.filter(service_id__in=_targets(rows, Kind.SERVICE, Decision.NEW)).delete()
            for kind in reversed(Kind):
                new = MODELS[kind]._base_manager.filter(pk__in=_targets(rows, kind, Decision.NEW))
                new._raw_delete(new.db)
            connection.check_constraints()
    except IntegrityError as error:
        raise Refused(
            "Services that came with this import are in use, for example because they were put to somebody."
        ) from error
