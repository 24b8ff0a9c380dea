"""Making the directory what a reading said it should be: all of it, or nothing."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import transaction

from linkworks.domain.directory.actions.findable import found_when_done
from linkworks.domain.directory.actions.imports.write import (
    Incoming,
    changed_fields,
    keys_checked_at_once,
    settle_edits,
    write,
)
from linkworks.domain.directory.actions.words import REFRESH
from linkworks.domain.directory.announcements import announce_change
from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models import (
    MODELS,
    DirectoryImport,
    DirectoryImportRow,
    Service,
    ServiceAtLocation,
    Source,
    TaxonomyTerm,
)
from linkworks.domain.directory.policies import may_import_services
from linkworks.domain.directory.standard.ids import as_uuid
from linkworks.foundation.access.permission import require
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused
from linkworks.foundation.core.queue import enqueue
from linkworks.foundation.imports.choices import BatchState, Decision
from linkworks.foundation.imports.chunks import in_chunks

AT_ONCE = 1000
FEW = 5
MOST_WOULD_GO = "After this, most of what the source told before would be gone."


@transaction.atomic
def commit_import(actor: Actor, *, batch: DirectoryImport, most_may_go: bool = False) -> None:
    """Raises Refused for a reading that something has overtaken, and for one after which most services would be gone
    unless somebody has said that they may."""
    require(may_import_services, actor)
    source = Source.objects.select_for_update().get(pk=batch.source_id)
    insist_on_fresh(batch, BatchState.READY, BatchState.COMMITTING)
    insist_that_most_may_go(batch, most_may_go)
    with keys_checked_at_once(), found_when_done():
        for kind in Kind:
            _write_kind(kind, source, batch)
        _join_terms(source)
        _let_go(batch)
    batch.change(state=BatchState.COMMITTED, committed_at=clock.now(), committed_by=batch.committed_by or actor.name)
    source.change(read_until=batch.created_at)
    enqueue(REFRESH)
    announce_change()
    record(actor, "import.committed", subject=batch, **summary(batch))


def most_would_go(batch: DirectoryImport) -> bool:
    counts = summary(batch)
    gone: int = counts[Decision.GONE]
    stays: int = counts[Decision.SAME] + counts[Decision.CHANGED]
    return gone > max(FEW, stays)


def summary(batch: DirectoryImport) -> dict[str, Any]:
    """How many services, by decision."""
    return {decision: batch.counts.get(f"{Kind.SERVICE}.{decision}", 0) for decision in Decision.values}


def insist_that_most_may_go(batch: DirectoryImport, most_may_go: bool) -> None:
    if most_would_go(batch) and not most_may_go:
        raise Refused(f"{MOST_WOULD_GO} Say that they may go, if that is right.", "most_may_go")


def insist_on_fresh(batch: DirectoryImport, *states: BatchState) -> None:
    batch.refresh_from_db(fields=["state", "version"])
    if batch.state not in states:
        raise Refused("This reading was committed already, or could not be read to its end.")
    later = DirectoryImport.objects.filter(source=batch.source_id, committed_at__gt=batch.created_at)
    if (
        later.exists()
        or DirectoryImport.objects.filter(source=batch.source_id, undone_at__gt=batch.created_at).exists()
    ):
        raise Refused("The directory has changed since this was read. Read the source again.")


def _write_kind(kind: Kind, source: Source, batch: DirectoryImport) -> None:
    rows = DirectoryImportRow.objects.filter(batch=batch, kind=kind, decision__in=[Decision.NEW, Decision.CHANGED])
    fields = ("pk", "target_id", "their_id", "record", "record_hash", "decision")
    told = rows.order_by("number").values_list(*fields).iterator(AT_ONCE)
    write(kind, source, (_incoming(kind, chunk) for chunk in in_chunks(told, AT_ONCE)))


def _incoming(kind: Kind, chunk: list[Any]) -> list[Incoming]:
    former = _former(kind, [row[1] for row in chunk if row[5] == Decision.CHANGED])
    incoming = [Incoming(row[1], row[2], row[3], row[4], _changed_on(former.get(row[1]), row[3])) for row in chunk]
    _keep_former([(row[0], former[row[1]][0]) for row in chunk if row[1] in former])
    settle_edits(kind, {one.id: one.record for one in incoming})
    return incoming


def _former(kind: Kind, ids: list[UUID]) -> dict[UUID, tuple[dict[str, Any], dict[str, str]]]:
    rows = MODELS[kind]._base_manager.filter(pk__in=ids).values_list("pk", "record", "changed_on") if ids else ()
    return {id_: (told, changed_on) for id_, told, changed_on in rows}


def _changed_on(former: tuple[dict[str, Any], dict[str, str]] | None, told: dict[str, Any]) -> dict[str, str]:
    if former is None:
        return {}
    today = clock.today().isoformat()
    return former[1] | dict.fromkeys(changed_fields(former[0], told), today)


def _keep_former(pairs: list[tuple[int, dict[str, Any]]]) -> None:
    rows = [DirectoryImportRow(pk=pk, former=former) for pk, former in pairs]
    DirectoryImportRow.objects.bulk_update(rows, ["former"])


def _join_terms(source: Source) -> None:
    """Terms may come before their parents."""
    terms = TaxonomyTerm.objects.filter(source=source, record__has_key="parent_id").only("pk", "record", "parent_id")
    wanted = {term.pk: str(term.record["parent_id"]) for term in terms}
    there = {str(pk): pk for pk in TaxonomyTerm.objects.filter(pk__in=_uuids(wanted)).values_list("pk", flat=True)}
    for term in terms:
        parent_id = there.get(wanted[term.pk])
        if parent_id not in (term.parent_id, term.pk):
            term.change(parent_id=parent_id)


def _uuids(wanted: dict[UUID, str]) -> Iterator[UUID]:
    return (found for told in wanted.values() if (found := as_uuid(told)))


def _let_go(batch: DirectoryImport) -> None:
    gone = DirectoryImportRow.objects.filter(batch=batch, decision=Decision.GONE)
    services = gone.filter(kind=Kind.SERVICE).values("target_id")
    Service.objects.filter(pk__in=services).update(gone_at=clock.now(), updated_at=clock.now())
    places = ServiceAtLocation.objects.filter(pk__in=gone.filter(kind=Kind.SERVICE_AT_LOCATION).values("target_id"))
    for chunk in in_chunks(gone.filter(kind=Kind.SERVICE_AT_LOCATION).iterator(AT_ONCE), AT_ONCE):
        records = dict(places.filter(pk__in=[row.target_id for row in chunk]).values_list("pk", "record"))
        _keep_former([(row.pk, records[row.target_id]) for row in chunk if row.target_id in records])
    places.delete()
