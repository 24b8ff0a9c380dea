"""One row of a list as a person: what could be read, and what is wrong, said by cell. No row is ever left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from linkworks.domain.outreach.lists import cells
from linkworks.domain.outreach.lists.cells import Telephone
from linkworks.domain.outreach.lists.columns import Column
from linkworks.domain.people.matching.names import cut_in_two

LEAST_SENSE = 0.7
SWAPPED = "Check which column is what: two may have changed places."
_NAMES_TOO = frozenset({"Na", "Nan", "NAN", "Nil"})
_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|mx|dr|rev|sir|lady|master)\.?\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Problem:
    heading: str
    sentence: str


@dataclass(frozen=True)
class Entry:
    """Names are as they were typed. `rest` is what stood in columns that are not used, by heading."""

    sender_id: str = ""
    nhs_number: str = ""
    given_name: str = ""
    family_name: str = ""
    date_of_birth: date | None = None
    died_on: date | None = None
    sex: str = ""
    address_line_1: str = ""
    address_line_2: str = ""
    town: str = ""
    postcode: str = ""
    telephones: tuple[Telephone, ...] = ()
    email: str = ""
    language: str = ""
    practice: str = ""
    priority: str = ""
    do_not_call: bool = False
    notes: str = ""
    rest: Mapping[str, str] = field(default_factory=dict)

    @property
    def makes_sense(self) -> bool:
        """A name, and something that tells this person from others of that name."""
        told = (self.nhs_number, self.date_of_birth, self.telephones, self.postcode, self.address_line_1)
        return bool(self.family_name or self.given_name) and any(told)


def read_entry(
    headings: Sequence[str], row: Sequence[str], columns: Mapping[str, Column | None], *, today: date
) -> tuple[Entry, list[Problem]]:
    """`columns` says what each heading is. Cells beyond the last heading are kept in `rest`."""
    by_column: dict[Column, list[tuple[str, str]]] = {}
    rest: dict[str, str] = {}
    for heading, cell in under_headings(headings, row):
        column = columns.get(heading)
        if column is not None:
            by_column.setdefault(column, []).append((heading, cell))
        elif cell:
            rest[heading] = cell
    reader = _Reader(by_column, today)
    return Entry(**reader.values(), rest=rest), reader.problems


def stop_sentence(rows: int, making_sense: int) -> str:
    """Why a whole list is not taken: most likely its columns are swapped. Blank where enough of it makes sense."""
    if not rows:
        return "The sheet has headings and no rows."
    if making_sense >= LEAST_SENSE * rows:
        return ""
    if not making_sense:
        return f"None of the {rows:,} rows has a name and something to know the person by. {SWAPPED}"
    share = round(100 * making_sense / rows)
    return (
        f"Only {making_sense:,} of {rows:,} rows ({share} %) have a name and something to know the person by. {SWAPPED}"
    )


def under_headings(headings: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each cell under its heading; a row may have more cells than the sheet has headings."""
    for place, cell in enumerate(row):
        yield headings[place] if place < len(headings) else f"Column {place + 1}", cell


class _Reader:
    def __init__(self, by_column: Mapping[Column, list[tuple[str, str]]], today: date) -> None:
        self.problems: list[Problem] = []
        self._by_column = by_column
        self._today = today

    def values(self) -> dict[str, Any]:
        given, family = self._names()
        return {
            "given_name": given,
            "family_name": family,
            "nhs_number": self._read(Column.NHS_NUMBER, cells.read_nhs_number, ""),
            "date_of_birth": self._read(Column.DATE_OF_BIRTH, self._day, None),
            "died_on": self._read(Column.DATE_OF_DEATH, self._day, None),
            "sex": self._read(Column.SEX, cells.read_sex, ""),
            "postcode": str(self._read(Column.POSTCODE, cells.read_postcode, None) or ""),
            "email": self._read(Column.EMAIL, cells.read_email, ""),
            "telephones": tuple(dict.fromkeys(self._telephones())),
            "do_not_call": cells.is_yes(self._text(Column.DO_NOT_CALL)),
            "notes": "\n".join(cell for _, cell in self._by_column.get(Column.NOTES, ()) if cell),
            **{name: self._text(name) for name in _AS_TYPED},
        }

    def _text(self, column: Column) -> str:
        text = self._cell(column)
        return "" if cells.is_nothing(text) else text

    def _name(self, column: Column) -> str:
        """Without a title before it. Nan and Na are names, where they are written like names."""
        text = self._cell(column)
        return "" if cells.is_nothing(text) and text not in _NAMES_TOO else _TITLE.sub("", text)

    def _cell(self, column: Column) -> str:
        return next((cell for _, cell in self._by_column.get(column, ())), "")

    def _read(self, column: Column, read: Any, nothing: Any) -> Any:
        for heading, cell in self._by_column.get(column, ()):
            value, wrong = read(cell)
            self._note(heading, wrong)
            return value
        return nothing

    def _telephones(self) -> Iterator[Telephone]:
        for heading, cell in self._by_column.get(Column.TELEPHONE, ()):
            found, wrong = cells.read_telephones(cell)
            self._note(heading, wrong)
            yield from found

    def _day(self, text: str) -> tuple[date | None, str | None]:
        return cells.read_day(text, today=self._today)

    def _names(self) -> tuple[str, str]:
        """“O’BRIEN, Mary” and “Mrs Mary O’Brien” are cut in two; capitals stay as they were typed."""
        given, family, full = map(self._name, (Column.GIVEN_NAME, Column.FAMILY_NAME, Column.FULL_NAME))
        if not (given or family) and full:
            if "," in full:
                family, given = (part.strip() for part in full.split(",", 1))
            else:
                given, family = map(" ".join, cut_in_two(tuple(full.split())))
        if not (given or family):
            self._note("Name", "There is no name in this row.")
        return given, family

    def _note(self, heading: str, wrong: str | None) -> None:
        if wrong:
            self.problems.append(Problem(heading, wrong))


_AS_TYPED = (
    Column.SENDER_ID,
    Column.ADDRESS_LINE_1,
    Column.ADDRESS_LINE_2,
    Column.TOWN,
    Column.LANGUAGE,
    Column.PRACTICE,
    Column.PRIORITY,
)
