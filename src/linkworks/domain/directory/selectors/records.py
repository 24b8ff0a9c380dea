"""Entries as they are shown: what the source says with what we say laid over it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from linkworks.domain.directory.choices import Kind
from linkworks.domain.directory.models import DirectoryRecord, LocalEdit
from linkworks.domain.directory.overlay import laid_over
from linkworks.domain.directory.policies import may_search_directory
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.actor import Actor

ShownRecords = dict[tuple[Kind, UUID], dict[str, Any]]


def shown_records(actor: Actor, entries: Iterable[DirectoryRecord]) -> ShownRecords:
    """The record of each entry, of whatever kind, as it is shown. One query."""
    require(may_search_directory, actor)
    by_key = {(entry.kind, entry.pk): entry for entry in entries}
    says: dict[tuple[Kind, UUID], dict[str, Any]] = defaultdict(dict)
    edits = LocalEdit.objects.filter(record_id__in={pk for _, pk in by_key})
    for kind, pk, field, value in edits.values_list("kind", "record_id", "field", "value"):
        says[Kind(kind), pk][field] = value
    return {key: laid_over(entry.record, says.get(key, {})) for key, entry in by_key.items()}
