"""Where each value of an entry comes from, and how old it is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from linkworks.domain.directory.models import DirectoryRecord, LocalEdit, Service, ServiceNote
from linkworks.domain.directory.overlay import our_field
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.projection.reading import OURS, ours
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.clock import day_of
from linkworks.foundation.core.errors import NotFound

PLACES = "places"
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
    return _origins(entry, LocalEdit.objects.filter(kind=entry.kind, record_id=entry.pk).order_by("field"))


def origins_on_page(actor: Actor, service: Service) -> dict[str, Origin]:
    """Of each field of a service, and of the newest of its places as `PLACES`."""
    require(may_keep_services, actor)
    locations = [place.location for place in service.places.all()]
    edits: dict[UUID, list[LocalEdit]] = defaultdict(list)
    for edit in LocalEdit.objects.filter(record_id__in=[service.pk, *(one.pk for one in locations)]):
        edits[edit.record_id].append(edit)
    origins = {origin.field: origin for origin in _origins(service, edits[service.pk])}
    of_places = [origin for one in locations for origin in _origins(one, edits[one.pk])]
    newest = max(of_places, key=lambda origin: origin.since or date.min, default=None)
    return origins | ({PLACES: newest} if newest else {})


def list_notes(actor: Actor, entry: DirectoryRecord) -> list[ServiceNote]:
    """The team's own, newest first."""
    require(may_keep_services, actor)
    notes = ServiceNote.objects.visible_to(actor)
    return list(notes.filter(service_id=entry.pk, withdrawn_at__isnull=True).order_by("-at"))


def _origins(entry: DirectoryRecord, edits: Iterable[LocalEdit]) -> list[Origin]:
    said = {edit.field: _of_colleague(edit) for edit in edits}
    return [*said.values(), *(_of_source(entry, field, value) for field, value in _told(entry) if field not in said)]


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
