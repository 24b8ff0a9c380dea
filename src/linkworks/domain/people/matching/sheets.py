"""Lists of people in, pairs of them out. An unknown or missing column is said in words; the rest still serves."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from linkworks.domain.people.matching.deciding import Finding, Outcome
from linkworks.domain.people.matching.portrait import Description
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.spreadsheets import Sheet, read_sheet

COLUMNS = tuple(column.name for column in fields(Description))
OUT_COLUMNS = ("incoming_id", "known_id", "probability", "decision", "reason")


class SheetError(ValueError):
    """Its message is a sentence for whoever made the sheet."""


@dataclass
class People:
    """Descriptions by the id in the named column, in the order of the file; `remarks` are about its columns."""

    by_id: dict[str, list[Description]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def read_people(path: Path, id_column: str) -> People:
    """One id on several rows is one person with a history."""
    try:
        with path.open("rb") as file:
            return _read(read_sheet(file, path.name), path.name, id_column)
    except OSError as fault:
        raise SheetError(f"{path.name} could not be read: {fault}.") from fault
    except Unreadable as fault:
        raise SheetError(fault.message) from fault


def _read(sheet: Sheet, name: str, id_column: str) -> People:
    columns = [_column(heading, (*COLUMNS, id_column)) for heading in sheet.headings]
    _insist_on_sense(columns, name, id_column)
    people = People(remarks=list(_remarks(columns, sheet.headings, name)))
    nameless = 0
    for _, cells in sheet.rows:
        told = dict(zip(columns, cells, strict=False))
        told.pop("", None)
        if key := told.pop(id_column, ""):
            people.by_id.setdefault(key, []).append(Description(**told))
        nameless += not key
    if nameless:
        people.remarks.append(f"{name}: {nameless} rows have no {id_column} and were left out.")
    return people


def _column(heading: str, known: Sequence[str]) -> str:
    """Blank for one that we do not know. "Known ID" is known_id, and "Address line 1" is address_line_1."""
    return next((column for column in known if _bare(column) == _bare(heading)), "")


def _bare(heading: str) -> str:
    return "".join(filter(str.isalnum, heading.casefold()))


def _insist_on_sense(columns: Sequence[str], name: str, id_column: str) -> None:
    if id_column not in columns:
        raise SheetError(f"{name} has no column {id_column}. Its first row must name the columns.")
    if twice := [column for column, times in Counter(filter(None, columns)).items() if times > 1]:
        raise SheetError(f"{name} has two columns {twice[0]}. Take one out, or give it another name.")


def _remarks(columns: Sequence[str], headings: Sequence[str], name: str) -> Iterator[str]:
    if unknown := [heading for column, heading in zip(columns, headings, strict=True) if not column]:
        yield f"{name}: not used, because we do not know these columns: {', '.join(unknown)}."
    if missing := [column for column in COLUMNS if column not in columns]:
        yield f"{name}: goes without these columns: {', '.join(missing)}."


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
