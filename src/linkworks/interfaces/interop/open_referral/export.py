"""The whole directory into files: what may leave is what is served, and few entries are in memory at once."""

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TextIO

from django.db import transaction
from django.db.models import QuerySet

from linkworks.domain.directory.choices import Kind
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
from linkworks.interfaces.interop.open_referral.tables import FILE_NAMES, HEADINGS, rows_of

AT_A_TIME = 500
PAGE = {"total_pages": 1, "page_number": 1, "first_page": True, "last_page": True}

Find = Callable[..., QuerySet[Any]]
Write = Callable[[Sequence[Any]], list[Json]]

# Services carry their places with them.
WHOLE: dict[Kind, tuple[str, Find, Write]] = {
    Kind.SERVICE: ("services.json", open_services, entries.whole_services),
    Kind.ORGANIZATION: ("organizations.json", open_organizations, entries.whole_organizations),
    Kind.TAXONOMY: ("taxonomies.json", open_taxonomies, entries.in_list),
    Kind.TAXONOMY_TERM: ("taxonomy_terms.json", open_terms, entries.in_list),
}


@transaction.atomic
def export_file(path: Path) -> dict[str, int]:
    """All services with all that belongs to them, as one page of the interface. Returns how many."""
    return {path.name: _export(path, Kind.SERVICE)}


@transaction.atomic
def export_folder(folder: Path) -> dict[str, int]:
    """A file for each kind of entry. Returns how many are in each."""
    folder.mkdir(parents=True, exist_ok=True)
    return {name: _export(folder / name, kind) for kind, (name, *_) in WHOLE.items()}


@transaction.atomic
def export_tables(folder: Path) -> dict[str, int]:
    """The CSV tables of an HSDS data package. Returns how many rows are in each."""
    folder.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    with ExitStack() as stack:
        tables = {kind: _table(stack.enter_context(_whole_file(folder / FILE_NAMES[kind])), kind) for kind in HEADINGS}
        for kind in WHOLE:
            for entry in _entries(kind):
                for table, row in rows_of(kind, entry, seen):
                    tables[table].writerow(row)
                    counts[FILE_NAMES[table]] += 1
    return dict(counts)


def _table(file: TextIO, kind: str) -> "csv.DictWriter[str]":
    table = csv.DictWriter(file, HEADINGS[kind], extrasaction="ignore")
    table.writeheader()
    return table


def _export(path: Path, kind: Kind) -> int:
    count = 0
    with _whole_file(path) as file:
        file.write('{"contents": [')
        for count, entry in enumerate(_entries(kind), 1):
            file.write(("\n" if count == 1 else ",\n") + json.dumps(entry, ensure_ascii=False, allow_nan=False))
        envelope = PAGE | {"total_items": count, "size": count, "empty": not count}
        file.write(f"\n], {json.dumps(envelope)[1:]}\n")
    return count


def _entries(kind: Kind) -> Iterator[Json]:
    _, find, write = WHOLE[kind]
    for some in in_chunks(find(READER).iterator(chunk_size=AT_A_TIME), AT_A_TIME):
        yield from write(some)


@contextmanager
def _whole_file(path: Path) -> Iterator[TextIO]:
    """What was there stays until the new file is whole."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            yield file
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
