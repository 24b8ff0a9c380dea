"""Where each value of an entry comes from, and how old it is."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linkworks.domain.directory.models import DirectoryRecord, LocalEdit, ServiceNote
from linkworks.domain.directory.overlay import our_field
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.projection.reading import OURS, ours
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.clock import day_of
from linkworks.foundation.core.errors import NotFound

NEVER_SHOWN = frozenset({"id", "organization_id", "service_id", "location_id", OURS})


@dataclass(frozen=True)
class Origin:
    """`said_by` is a colleague, or the source; `instead_of` what the source says, where a colleague says otherwise."""

    field: str
    value: Any
    said_by: str
    since: date | None
    is_edit: bool
    instead_of: Any = None


def list_origins(actor: Actor, entry: DirectoryRecord) -> list[Origin]:
    """Every field that says something, ours first."""
    require(may_keep_services, actor)
    edits = LocalEdit.objects.filter(kind=entry.kind, record_id=entry.pk).order_by("field")
    said = {edit.field: _of_colleague(edit) for edit in edits}
    return [*said.values(), *(_of_source(entry, field, value) for field, value in _told(entry) if field not in said)]


def list_notes(actor: Actor, entry: DirectoryRecord) -> list[ServiceNote]:
    """The team's own, newest first."""
    require(may_keep_services, actor)
    notes = ServiceNote.objects.visible_to(actor)
    return list(notes.filter(service_id=entry.pk, withdrawn_at__isnull=True).order_by("-at"))


def _told(entry: DirectoryRecord) -> list[tuple[str, Any]]:
    facts = [(our_field(name), value) for name, value in ours(entry.record).items() if name != "set_aside"]
    return [*facts, *((name, value) for name, value in entry.record.items() if name not in NEVER_SHOWN)]


def _of_colleague(edit: LocalEdit) -> Origin:
    return Origin(edit.field, edit.value, edit.by_name, day_of(edit.at), True, edit.replaced)


def _of_source(entry: DirectoryRecord, field: str, value: Any) -> Origin:
    changed = entry.changed_on.get(field.split(".", maxsplit=1)[0])
    since = date.fromisoformat(changed) if changed else entry.fed_on
    return Origin(field, value, entry.source.name if entry.source else "", since, False)


def get_note(actor: Actor, note_id: UUID) -> ServiceNote:
    require(may_keep_services, actor)
    note: ServiceNote | None = ServiceNote.objects.visible_to(actor).filter(pk=note_id).first()
    if note is None:
        raise NotFound
    return note
