"""Postcodes out of the files of the Ordnance Survey and the Office for National Statistics.

Code-Point Open has no headings, and a file for each area; ONSPD and NSPL have headings that change with the years, and
say in other files what their codes of councils mean. Columns are found by what they hold, or by their headings.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import NamedTuple

from linkworks.foundation.core.grid import from_grid
from linkworks.foundation.core.postcode import PostcodeError, parse_postcode
from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.material import Files

HEADINGS = {
    "postcode": r"pcds|pcd8|pcd7|pcd2?|postcode|pc",
    "latitude": r"lat|latitude",
    "longitude": r"long|lon|lng|longitude",
    "easting": r"oseast1m|east1m|eastings?|ea",
    "northing": r"osnrth1m|north1m|northings?|no",
    "council": r"oslaua|laua|lad\d\dcd|lad|admin_district_code|dc",
}
CODE_POINT_OPEN = {"postcode": 0, "easting": 2, "northing": 3, "council": 8}
COUNCIL_NAMES = re.compile(r"lad\d\dcd"), re.compile(r"lad\d\dnm")
NOWHERE = 90  # ONSPD and NSPL write 99.999999 for a latitude that they do not know
SHIPPED_COUNCILS = Path(__file__).parent / "data" / "councils.csv"

Columns = Mapping[str, int]


class Found(NamedTuple):
    code: str
    latitude: float
    longitude: float
    council: str


@dataclass(frozen=True)
class PostcodeFile:
    name: str
    columns: Columns
    has_headings: bool


def find_files(files: Files) -> list[PostcodeFile]:
    """Those that hold postcodes, without parts of a whole that is there too. Raises Unreadable when there is none."""
    names = files.names(".csv")
    found = [one for name in names if not _is_part(name, names) and (one := _look_into(files, name))]
    if not found:
        raise Unreadable(
            f"{files.name} holds no postcodes with a position. Code-Point Open, ONSPD and NSPL can be read:"
            " a CSV file, the zip archive as it was downloaded, or the folder that was in it."
        )
    return found


def read_postcodes(files: Files, file: PostcodeFile, councils: Mapping[str, str]) -> Iterator[Found]:
    """Those that have a position. `councils` gives names for codes."""
    with _rows(files, file.name) as rows:
        if file.has_headings:
            next(rows)
        for row in rows:
            if found := _found(row, file.columns, councils):
                yield found


def council_names(files: Files) -> dict[str, str]:
    """What we know ourselves, and what the files say besides."""
    with SHIPPED_COUNCILS.open(encoding="utf-8") as shipped:
        names = dict(csv.reader(shipped))
    for name in files.names(".csv"):
        with _rows(files, name) as rows:
            headings = [heading.strip().lower() for heading in next(rows, [])]
            code, named = (_first(headings, pattern) for pattern in COUNCIL_NAMES)
            if code is not None and named is not None:
                names |= {row[code]: row[named].strip() for row in rows if len(row) > max(code, named)}
    return names


def _is_part(name: str, names: Sequence[str]) -> bool:
    """“…_UK_SE.csv” beside “…_UK.csv”."""
    return any(name != other and name.startswith(f"{PurePath(other).stem}_") for other in names)


def _look_into(files: Files, name: str) -> PostcodeFile | None:
    with _rows(files, name) as rows:
        first = next(rows, [])
    headings = [heading.strip().lower() for heading in first]
    columns = {
        meaning: place
        for meaning, pattern in HEADINGS.items()
        if (place := _first(headings, re.compile(pattern))) is not None
    }
    if _can_be_placed(columns):
        return PostcodeFile(name, columns, has_headings=True)
    if len(first) > max(CODE_POINT_OPEN.values()) and _found(first, CODE_POINT_OPEN, {}):
        return PostcodeFile(name, CODE_POINT_OPEN, has_headings=False)
    return None


def _can_be_placed(columns: Columns) -> bool:
    return "postcode" in columns and ({"latitude", "longitude"} <= columns.keys() or _has_grid(columns))


def _has_grid(columns: Columns) -> bool:
    return {"easting", "northing"} <= columns.keys()


def _first(headings: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    """The heading that comes first in the pattern, for patterns that list them by preference."""
    for preferred in pattern.pattern.split("|"):
        for place, heading in enumerate(headings):
            if re.fullmatch(preferred, heading):
                return place
    return None


def _found(row: Sequence[str], columns: Columns, councils: Mapping[str, str]) -> Found | None:
    try:
        code = parse_postcode(row[columns["postcode"]])
        point = _point(row, columns)
    except (PostcodeError, ValueError, IndexError):
        return None
    if point is None or not code.is_place:
        return None
    council = councils.get(row[columns["council"]].strip(), "") if "council" in columns else ""
    return Found(str(code), round(point[0], 6), round(point[1], 6), council)


def _point(row: Sequence[str], columns: Columns) -> tuple[float, float] | None:
    if "latitude" in columns and "longitude" in columns:
        latitude, longitude = float(row[columns["latitude"]]), float(row[columns["longitude"]])
        return (latitude, longitude) if abs(latitude) < NOWHERE and latitude else None
    easting, northing = float(row[columns["easting"]]), float(row[columns["northing"]])
    return from_grid(easting, northing) if easting and northing else None


@contextmanager
def _rows(files: Files, name: str) -> Iterator[Iterator[list[str]]]:
    with files.open(name) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="") as text:
        yield csv.reader(text)
