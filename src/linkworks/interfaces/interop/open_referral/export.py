"""The whole directory into files: what may leave is what is served, and few entries are in memory at once."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from linkworks.domain.directory.selectors.open_data import (
    open_organizations,
    open_services,
    open_taxonomies,
    open_terms,
)
from linkworks.foundation.imports.chunks import in_chunks
from linkworks.interfaces.interop.open_referral import entries
from linkworks.interfaces.interop.open_referral.entries import READER
from linkworks.interfaces.interop.open_referral.mapping import Json

AT_A_TIME = 500
PAGE = {"total_pages": 1, "page_number": 1, "first_page": True, "last_page": True}

Write = Callable[[Sequence[Any]], list[Json]]

# Services carry their places with them.
FILES: dict[str, tuple[Callable[..., QuerySet[Any]], Write]] = {
    "services.json": (open_services, entries.whole_services),
    "organizations.json": (open_organizations, entries.whole_organizations),
    "taxonomies.json": (open_taxonomies, entries.in_list),
    "taxonomy_terms.json": (open_terms, entries.in_list),
}


@transaction.atomic
def export_file(path: Path) -> int:
    """All services with all that belongs to them, as one page of the interface. Returns how many."""
    return _export(path, *FILES["services.json"])


@transaction.atomic
def export_folder(folder: Path) -> dict[str, int]:
    """A file for each kind of entry. Returns how many are in each."""
    folder.mkdir(parents=True, exist_ok=True)
    return {name: _export(folder / name, *how) for name, how in FILES.items()}


def _export(path: Path, find: Callable[..., QuerySet[Any]], write: Write) -> int:
    """What was there stays until the new file is whole."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            count = 0
            file.write('{"contents": [')
            for count, entry in enumerate(_written(find(READER), write), 1):
                file.write(("\n" if count == 1 else ",\n") + json.dumps(entry, ensure_ascii=False, allow_nan=False))
            file.write(
                "\n], " + json.dumps(PAGE | {"total_items": count, "size": count, "empty": not count})[1:] + "\n"
            )
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def _written(found: QuerySet[Any], write: Write) -> Iterator[Json]:
    for some in in_chunks(found.iterator(chunk_size=AT_A_TIME), AT_A_TIME):
        yield from write(some)
