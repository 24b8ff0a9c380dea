"""Questions about readings of sources: what came, what would become of it, and why."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models import (
    MODELS,
    DirectoryImport,
    DirectoryImportRow,
    DirectoryRecord,
    LocalEdit,
)
from linkworks.domain.directory.policies import may_import_services, may_keep_services
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
from linkworks.foundation.core.rows import read_rows
from linkworks.foundation.imports.choices import Decision

# Places in lists are left out, so that the same fault of many records is one line.
_MENDED = r"""
SELECT regexp_replace(note ->> 0, '\.\d+', '', 'g') AS field,
       regexp_replace(note ->> 1, '“.*”', '“…”') AS sentence,
       count(*), min(label)
FROM directory_directoryimportrow, jsonb_array_elements(mended) note
WHERE batch_id = %s
GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT %s
"""
MOST_SENTENCES = 100

MOST_CLASHES = 200

MendedLine = tuple[str, str, int, str]


class Clash(NamedTuple):
    edit: LocalEdit
    name: str


def get_import(actor: Actor, import_id: UUID) -> DirectoryImport:
    require(may_import_services, actor)
    batch = DirectoryImport.objects.select_related("source").filter(pk=import_id).first()
    if batch is None:
        raise NotFound
    return batch


def list_imports(actor: Actor) -> QuerySet[DirectoryImport]:
    """Newest first."""
    require(may_import_services, actor)
    return DirectoryImport.objects.select_related("source").order_by("-created_at")


def list_rows(
    actor: Actor, batch: DirectoryImport, decision: Decision, kinds: Sequence[Kind] = (Kind.SERVICE,)
) -> QuerySet[DirectoryImportRow]:
    """Rows of one fate, in the order in which they came."""
    require(may_import_services, actor)
    return DirectoryImportRow.objects.filter(batch=batch, kind__in=kinds, decision=decision).order_by("number")


def list_mended(actor: Actor, batch: DirectoryImport) -> list[MendedLine]:
    """Field, what was done, in how many records, and the first of them by name; the most frequent first."""
    require(may_import_services, actor)
    return read_rows(_MENDED, [batch.pk, MOST_SENTENCES])


def get_row(actor: Actor, batch: DirectoryImport, number: int) -> DirectoryImportRow:
    require(may_import_services, actor)
    row = DirectoryImportRow.objects.filter(batch=batch, number=number).first()
    if row is None:
        raise NotFound
    return row


def record_before(row: DirectoryImportRow) -> dict[str, Any]:
    """What the entry's source said before this reading; nothing for a new one."""
    if row.former is not None or row.target_id is None:
        return row.former or {}
    entry = MODELS[Kind(row.kind)]._base_manager.filter(pk=row.target_id).only("record").first()
    return entry.record if entry is not None and row.decision != Decision.NEW else {}


def list_clashes(actor: Actor) -> list[Clash]:
    """Fields of which we say one thing and the source has since said another, newest first."""
    require(may_keep_services, actor)
    edits = list(LocalEdit.objects.filter(clashed_at__isnull=False).order_by("-clashed_at")[:MOST_CLASHES])
    names = {kind: _names(kind, [edit.record_id for edit in edits if edit.kind == kind]) for kind in Kind}
    return [Clash(edit, names[Kind(edit.kind)].get(edit.record_id, "")) for edit in edits]


def count_clashes(actor: Actor) -> int:
    """None for those who may not decide."""
    return LocalEdit.objects.filter(clashed_at__isnull=False).count() if may_keep_services(actor) else 0


def get_clash(actor: Actor, edit_id: UUID) -> LocalEdit:
    require(may_keep_services, actor)
    edit = LocalEdit.objects.filter(pk=edit_id, clashed_at__isnull=False).first()
    if edit is None:
        raise NotFound
    return edit


def get_edited(edit: LocalEdit) -> DirectoryRecord:
    return MODELS[Kind(edit.kind)]._base_manager.get(pk=edit.record_id)


def _names(kind: Kind, ids: list[UUID]) -> dict[UUID, str]:
    entries = MODELS[kind]._base_manager.filter(pk__in=ids) if ids else ()
    return {entry.pk: str(entry) for entry in entries}
