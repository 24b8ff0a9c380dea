"""Questions about readings of sources: what came, what would become of it, and why."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models import DirectoryImport, DirectoryImportRow
from linkworks.domain.directory.policies import may_import_services
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotFound
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

MendedLine = tuple[str, str, int, str]


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
    with connection.cursor() as cursor:
        cursor.execute(_MENDED, [batch.pk, MOST_SENTENCES])
        return list(cursor.fetchall())
