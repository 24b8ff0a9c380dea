"""What is already there of a source, by kind and by what the source calls it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models import MODELS, DirectoryRecord, ServiceAtLocation, Source
from linkworks.domain.directory.standard.ids import as_uuid, made_id

SHARED = (Kind.TAXONOMY, Kind.TAXONOMY_TERM)  # the same term in two sources is one term


class There(NamedTuple):
    id: UUID
    hash: str
    is_gone: bool


@dataclass
class Known:
    """Entries that the source told before."""

    source: Source
    by_kind: dict[Kind, dict[str, There]]
    service_of_place: dict[str, str]

    @classmethod
    def of(cls, source: Source) -> "Known":
        places = ServiceAtLocation.objects.filter(source=source).values_list("their_id", "service__their_id")
        by_kind = {kind: dict(_there(model, source)) for kind, model in MODELS.items()}
        return cls(source, by_kind, dict(places.iterator()))

    def get(self, kind: Kind, their_id: str) -> There | None:
        return self.by_kind[kind].get(their_id)

    def new_id(self, kind: Kind, their_id: str) -> UUID:
        """Their own id, where it is a uuid; who else may have it is seen when the rows are written."""
        return as_uuid(their_id) or self.made_id(kind, their_id)

    def made_id(self, kind: Kind, their_id: str) -> UUID:
        return made_id(str(self.source.pk), kind, their_id)


def _there(model: type[DirectoryRecord], source: Source) -> Iterator[tuple[str, There]]:
    rows = model._base_manager.filter(source=source).values_list("their_id", "id", "record_hash", "gone_at")
    for their_id, id_, hash_, gone_at in rows.iterator():
        yield their_id, There(id_, hash_, gone_at is not None)


def taken(kind: Kind, ids: list[UUID], source: Source) -> set[UUID]:
    """Those of the ids that entries of another source have."""
    rows = MODELS[kind]._base_manager.filter(pk__in=ids).exclude(source=source)
    return set(rows.values_list("pk", flat=True))
