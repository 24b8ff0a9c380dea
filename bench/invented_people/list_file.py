"""A list of people as councils and surgeries send them: one sheet, many hands."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from linkworks.domain.people.matching.portrait import Description

HEADINGS = (
    *("Ref No", "Surname", "Forename(s)", "D.O.B.", "NHS No.", "Sex", "Address 1", "Address 2", "Town", "Post Code"),
    *("Home Tel", "Mobile", "Risk", "Language", "Comments"),
)
YEAR_MONTH_DAY = 3
REPEATED = 0.05
JUNK = ("n/k", "ex dir", "-", "unknown", "12345", "N/A")
LANGUAGES = ("", "", "", "", "English", "ENGLISH", "Somali", "Tamil", "Polish")


def write_list(path: Path, people: Iterable[Description], seed: int = 1) -> int:
    """Says how many rows there are: some stand there twice."""
    chance, rows = Random(seed), 0
    with path.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file)
        sheet.writerow(HEADINGS)
        for rows, cells in enumerate(_rows(chance, people), 1):
            sheet.writerow([rows, *cells])
    return rows


def _rows(chance: Random, people: Iterable[Description]) -> Iterator[list[str]]:
    for one in people:
        yield _cells(chance, one)
        if chance.random() < REPEATED:
            yield _cells(chance, one)


def _cells(chance: Random, one: Description) -> list[str]:
    landline, mobile = ("", one.phone) if one.phone.startswith(("07", "+447")) else (one.phone, "")
    return [
        chance.choice((str.upper, str.title, _as_it_is))(one.family_name),
        one.given_name + chance.choice(("", "", " ")),
        _day(chance, one.dob),
        _spaced(chance, one.nhs_number),
        one.sex,
        one.address_line_1,
        one.address_line_2,
        one.town,
        chance.choice((str.lower, str.upper, _closed))(one.postcode),
        landline or _sometimes(chance, JUNK),
        mobile or _sometimes(chance, JUNK),
        chance.choice(("High", "Medium", "low", "")),
        chance.choice(LANGUAGES),
        _sometimes(chance, ("lives alone", "=cmd|' /C calc'!A0", "daughter shops, rings “after tea”")),
    ]


def _day(chance: Random, dob: str) -> str:
    if len(parts := dob.split("-")) != YEAR_MONTH_DAY:
        return dob
    year, month, day = parts
    return chance.choice((f"{day}/{month}/{year}", f"{day}.{month}.{year}", dob, f"{int(day)}/{int(month)}/{year[2:]}"))


def _spaced(chance: Random, number: str) -> str:
    return f"{number[:3]} {number[3:6]} {number[6:]}" if number and chance.random() < 1 / 2 else number


def _sometimes(chance: Random, words: tuple[str, ...]) -> str:
    return chance.choice(words) if chance.random() < 1 / 10 else ""


def _closed(text: str) -> str:
    return text.replace(" ", "")


def _as_it_is(text: str) -> str:
    return text
