"""Lists of people as CSV, in and out. A column that is unknown or missing is said in words; the rest still serves."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TextIO

from linkworks.domain.people.matching.deciding import Finding, Outcome
from linkworks.domain.people.matching.portrait import Description

COLUMNS = tuple(column.name for column in fields(Description))
OUT_COLUMNS = ("incoming_id", "known_id", "probability", "decision", "reason")
FIELD_LIMIT = 1_000_000  # characters; a longer cell is a broken quote


class SheetError(ValueError):
    """Its message is a sentence for whoever made the sheet."""


@dataclass
class Sheet:
    """Descriptions by the id in the named column, in the order of the file; `remarks` are about its columns."""

    people: dict[str, list[Description]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def read_sheet(path: Path, id_column: str) -> Sheet:
    """One id on several rows is one person with a history."""
    csv.field_size_limit(FIELD_LIMIT)
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            return _read(file, path.name, id_column)
    except (OSError, csv.Error) as fault:
        raise SheetError(f"{path.name} could not be read: {fault}.") from fault


def _read(file: TextIO, name: str, id_column: str) -> Sheet:
    reader = csv.DictReader(file)
    reader.fieldnames = [column.strip().casefold() for column in reader.fieldnames or ()]
    if id_column not in reader.fieldnames:
        raise SheetError(f"{name} has no column {id_column}. Its first row must name the columns.")
    sheet = Sheet(remarks=list(_remarks(reader.fieldnames, name, id_column)))
    nameless = 0
    for row in reader:
        key = (row[id_column] or "").strip()
        nameless += not key
        if key:
            sheet.people.setdefault(key, []).append(_describe(row))
    if nameless:
        sheet.remarks.append(f"{name}: {nameless} rows have no {id_column} and were left out.")
    return sheet


def _remarks(columns: Sequence[str], name: str, id_column: str) -> Iterator[str]:
    if unknown := [column for column in columns if column not in (*COLUMNS, id_column)]:
        yield f"{name}: not used, because we do not know these columns: {', '.join(unknown)}."
    if missing := [column for column in COLUMNS if column not in columns]:
        yield f"{name}: goes without these columns: {', '.join(missing)}."


def _describe(row: dict[str, str | None]) -> Description:
    return Description(**{column: row.get(column) or "" for column in COLUMNS})


def write_pairs(path: Path, rows: Iterable[tuple[str, Sequence[Finding[str]]]]) -> dict[Outcome, int]:
    """At least one row for each who came in; says how many came out how."""
    counted = dict.fromkeys(Outcome, 0)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(OUT_COLUMNS)
        for incoming_id, findings in rows:
            writer.writerows(_pairs(incoming_id, findings))
            counted[findings[0].outcome if findings else Outcome.NONE] += 1
    return counted


def _pairs(incoming_id: str, findings: Sequence[Finding[str]]) -> Iterator[tuple[str, ...]]:
    if not findings:
        yield incoming_id, "", "0.0000", Outcome.NONE, "Nobody we know is alike enough"
    for one in findings:
        reason = ". ".join(filter(None, (one.agreement, one.caution)))
        yield incoming_id, one.key, f"{one.probability:.4f}", one.outcome, reason
