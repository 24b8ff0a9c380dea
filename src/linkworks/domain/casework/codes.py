"""The table of SNOMED CT codes that the team may put in a GP record.

Codes live in a dated table and never in program text: the rules ask for one by its
meaning. An operator who changes the table is told, by line, what is wrong with it.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from linkworks.foundation.core.snomed import is_concept_id

TABLE = Path(__file__).with_name("codes.csv")
COLUMNS = ("meaning", "code", "term", "standing", "confirmed_by", "confirmed_on", "rule")
REFERRAL = "referral"
DECLINED = "declined"


class CodeTableError(ValueError):
    """Its message is a sentence for the operator who wrote the table."""


class Standing(StrEnum):
    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Code:
    meaning: str
    code: str
    term: str
    standing: Standing
    confirmed_by: str
    confirmed_on: date | None
    rule: str

    def __str__(self) -> str:
        mark = "" if self.is_confirmed else " [not confirmed: check it before use]"
        return f"{self.code} {self.term}{mark}"

    @property
    def is_confirmed(self) -> bool:
        return self.standing is Standing.CONFIRMED


@cache
def codes() -> Mapping[str, Code]:
    """The table that comes with Linkworks, by meaning."""
    return load_codes(TABLE)


def load_codes(path: Path) -> Mapping[str, Code]:
    table: dict[str, Code] = {}
    for line, code in _read(path):
        if code.meaning in table:
            raise _fault(line, f"the meaning {code.meaning} is there twice")
        if any(code.code == other.code for other in table.values()):
            raise _fault(line, f"the code {code.code} is there twice")
        table[code.meaning] = code
    for meaning in (REFERRAL, DECLINED):
        if meaning not in table:
            raise CodeTableError(f"The table of codes has no line for {meaning}. Add one.")
    return table


def _read(path: Path) -> Iterator[tuple[int, Code]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, restval="")
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise CodeTableError(f"The table of codes must begin with the columns {', '.join(COLUMNS)}.")
        for row in rows:
            yield rows.line_num, _code(rows.line_num, row)


def _code(line: int, row: dict[str, str]) -> Code:
    if len(row) > len(COLUMNS):
        raise _fault(line, "there are more columns than headings, so a comma needs quotation marks round it")
    if not is_concept_id(row["code"]):
        raise _fault(line, f"{row['code']} is not a SNOMED CT concept, so a digit of it is wrong")
    if not (row["meaning"] and row["term"]):
        raise _fault(line, "a code needs a meaning and a term")
    standing = _standing(line, row["standing"])
    confirmed_on = _confirmed_on(line, row["confirmed_on"])
    if standing is Standing.CONFIRMED and not (row["confirmed_by"] and confirmed_on):
        raise _fault(line, "a confirmed code needs the name of who confirmed it and the date")
    return Code(
        meaning=row["meaning"],
        code=row["code"],
        term=row["term"],
        standing=standing,
        confirmed_by=row["confirmed_by"],
        confirmed_on=confirmed_on,
        rule=row["rule"],
    )


def _standing(line: int, text: str) -> Standing:
    try:
        return Standing(text)
    except ValueError as fault:
        raise _fault(line, "the standing must be confirmed or unconfirmed") from fault


def _confirmed_on(line: int, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as fault:
        raise _fault(line, f"{text} is not a date like 2026-11-22") from fault


def _fault(line: int, what: str) -> CodeTableError:
    return CodeTableError(f"Line {line} of the table of codes: {what}.")
