"""The CSV tables of an HSDS 3 data package: a folder or an archive of files that are named for what is in them."""

from collections.abc import Iterator
from pathlib import PurePath

from linkworks.domain.directory.formats.joined import Row, joined
from linkworks.domain.directory.formats.terms import note_terms
from linkworks.domain.directory.formats.told import Course, Told
from linkworks.domain.directory.standard.fields import FIELDS
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.json_items import JsonItems
from linkworks.foundation.imports.material import Files
from linkworks.foundation.imports.tables import read_rows

DESCRIPTION = "datapackage.json"
NAMES = {
    **{kind: kind for kind in FIELDS},
    **{f"{kind}s": kind for kind in FIELDS},
    "addresses": "address",
    "taxonomies": "taxonomy",
}


def read(files: Files, course: Course) -> Iterator[Told]:
    _note_terms(files, course)
    tables = read_tables(files, course)
    if not tables.get("service"):
        raise Unreadable(f"{files.name} holds no services.csv with services in it.")
    course.is_whole = True
    yield from joined(tables)


def _note_terms(files: Files, course: Course) -> None:
    for name in files.names(DESCRIPTION):
        with files.open(name) as file:
            note_terms(course, next(iter(JsonItems(file)), None))


def read_tables(files: Files, course: Course) -> dict[str, list[Row]]:
    """Where a package has one table under two names, both are read."""
    tables: dict[str, list[Row]] = {}
    for name in files.names(".csv"):
        kind = NAMES.get(PurePath(name).stem.lower())
        if kind is None:
            course.problems.append(f"{name} is no table of HSDS, and was not read.")
            continue
        with files.open(name) as file:
            _add(tables.setdefault(kind, []), read_rows(file, name))
    return tables


def _add(table: list[Row], rows: Iterator[Row]) -> None:
    there = {row.get("id") for row in table}
    table.extend(row for row in rows if not there or row.get("id") not in there)
