"""Which column of a sheet is what: told by its heading or, failing that, by what its cells hold."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from linkworks.domain.outreach.lists.cells import (
    is_nothing,
    read_day,
    read_email,
    read_nhs_number,
    read_postcode,
    read_telephones,
)

MOST_OF = 0.7  # of the cells of a column must read as what it is taken for


class Column(StrEnum):
    SENDER_ID = "sender_id"
    NHS_NUMBER = "nhs_number"
    TITLE = "title"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    FULL_NAME = "full_name"
    DATE_OF_BIRTH = "date_of_birth"
    DATE_OF_DEATH = "date_of_death"
    SEX = "sex"
    ADDRESS_LINE_1 = "address_line_1"
    ADDRESS_LINE_2 = "address_line_2"
    TOWN = "town"
    POSTCODE = "postcode"
    TELEPHONE = "telephone"
    EMAIL = "email"
    LANGUAGE = "language"
    PRACTICE = "practice"
    PRIORITY = "priority"
    DO_NOT_CALL = "do_not_call"
    NOTES = "notes"


# Several columns of a sheet may be these; of all others only the first is taken.
REPEATABLE = frozenset({Column.TELEPHONE, Column.NOTES})


@dataclass(frozen=True)
class Guess:
    """What a column is taken for; None where nobody can tell: then it is kept with the row, and used for nothing."""

    heading: str
    column: Column | None
    samples: tuple[str, ...]


def guess_columns(
    headings: Sequence[str], samples: Sequence[Sequence[str]], remembered: Mapping[str, Column | None], *, today: date
) -> list[Guess]:
    """`samples` are some cells of each column. What this sender's headings meant before goes before any guess."""
    taken: Counter[Column] = Counter()
    guesses = []
    for heading, cells in zip(headings, samples, strict=True):
        known = remembered[heading] if heading in remembered else _by_heading(heading) or _by_cells(cells, today)
        column = known if known is not None and (known in REPEATABLE or not taken[known]) else None
        taken.update([column] if column else [])
        guesses.append(Guess(heading, column, tuple(cells)))
    return guesses


def plain(heading: str) -> str:
    """Small letters, one space for whatever else there is: "Date_Of.Birth (dd/mm/yy)" is "date of birth"."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"\(.*?\)", "", heading))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", split.replace("&", " and ").casefold()).split())


def _by_heading(heading: str) -> Column | None:
    words = plain(heading)
    return _headings().get(words) or _headings().get(words.rstrip("0123456789 "))


@cache
def _headings() -> Mapping[str, Column]:
    kept = tomllib.loads((Path(__file__).parent / "data" / "headings.toml").read_text())
    return {words: Column(name) for name, some in kept.items() for words in some}


def _by_cells(cells: Sequence[str], today: date) -> Column | None:
    told = [cell for cell in cells if not is_nothing(cell)]
    readers: dict[Column, Callable[[str], bool]] = {
        Column.NHS_NUMBER: lambda cell: bool(read_nhs_number(cell)[0]),
        Column.POSTCODE: lambda cell: read_postcode(cell)[0] is not None,
        Column.EMAIL: lambda cell: bool(read_email(cell)[0]),
        Column.TELEPHONE: lambda cell: bool(read_telephones(cell)[0]),
        Column.DATE_OF_BIRTH: lambda cell: _looks_like_a_birth(cell, today),
    }
    fitting = (name for name, reads in readers.items() if told and sum(map(reads, told)) >= MOST_OF * len(told))
    return next(fitting, None)


def _looks_like_a_birth(cell: str, today: date) -> bool:
    """Numbers that Excel could mean as days are too often something else."""
    return not cell.isdigit() and read_day(cell, today=today)[0] is not None
