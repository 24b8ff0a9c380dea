"""Sheets as people send them: CSV with whatever delimiter and encoding, or XLSX. Every cell comes as text."""

import codecs
import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from itertools import chain, islice
from typing import Any, BinaryIO

import openpyxl

from linkworks.foundation.imports.errors import Unreadable

DELIMITERS = ",;\t|"
HEAD = 30  # rows from which the delimiter and the headings are told
AT_ONCE = 1 << 20
MOST_UNPACKED = 1 << 30
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ARCHIVE = b"PK\x03\x04"
DAMAGED = "{name} is damaged, or no Excel file. Save it again as .xlsx, or as CSV."
# Marks that cannot be seen, and that copying out of web pages and letters leaves behind.
_UNSEEN = {ord(mark): None for mark in "\u200b\u200c\u200d\u2060\ufeff\u00ad"} | {0xA0: " ", 0x202F: " ", 0: None}

Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Sheet:
    """`rows` come once, each with its number in the sheet as its sender sees it; blank ones are left out."""

    headings: tuple[str, ...]
    rows: Iterator[Row]


def read_sheet(file: BinaryIO, name: str) -> Sheet:
    """`file` can be wound back. Raises Unreadable, now or while the rows are read."""
    start = file.read(4)
    file.seek(0)
    if start == OLD_EXCEL:
        raise Unreadable(f"{name} is an old Excel file, or has a password. Save it as .xlsx or CSV, without one.")
    if start != ARCHIVE and name.lower().endswith(".xlsx"):
        raise Unreadable(DAMAGED.format(name=name))
    rows = _xlsx(file, name) if start == ARCHIVE else _csv(file, name)
    return _with_headings(((number, cells) for number, cells in rows if any(cells)), name)


def _with_headings(rows: Iterator[Row], name: str) -> Sheet:
    """The headings are the first row that fills as many columns as most do: titles above it are passed over."""
    head = list(islice(rows, HEAD))
    if not head:
        raise Unreadable(f"{name} is empty.")
    filled = [sum(map(bool, cells)) for _, cells in head]
    usual = Counter(filled).most_common(1)[0][0]
    at = next(place for place, number in enumerate(filled) if number >= usual)
    headings = tuple(cell or f"Column {place}" for place, cell in enumerate(head[at][1], 1))
    return Sheet(headings, chain(head[at + 1 :], rows))


def _csv(file: BinaryIO, name: str) -> Iterator[Row]:
    text = io.TextIOWrapper(file, encoding=_encoding(file), errors="replace", newline="")
    delimiter = _delimiter(text.read(AT_ONCE // 16), name)
    text.seek(0)
    reader = csv.reader(text, delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, tuple(map(_clean, cells))
    except csv.Error as error:
        raise Unreadable(f"{name} cannot be read as CSV at line {reader.line_num}: {error}.") from error


def _encoding(file: BinaryIO) -> str:
    """UTF-8 where the whole file is; else UTF-16 where it says so; else what older Windows programs write."""
    start = file.read(2)
    file.seek(0)
    if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in iter(lambda: file.read(AT_ONCE), b""):
            decoder.decode(chunk)
    except UnicodeDecodeError:
        return "cp1252"
    finally:
        file.seek(0)
    return "utf-8-sig"


def _delimiter(head: str, name: str) -> str:
    """The one that cuts the most rows into the same number of cells, and into the most."""
    if "\x00" in head:
        raise Unreadable(f"{name} is neither CSV nor XLSX.")
    lines = head.splitlines(keepends=True)[:HEAD]

    def evenness(delimiter: str) -> tuple[int, int]:
        sizes = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter) if any(cells))
        size, rows = sizes.most_common(1)[0] if sizes else (0, 0)
        return (rows, size) if size > 1 else (0, 0)

    return max(DELIMITERS, key=evenness)


def _xlsx(file: BinaryIO, name: str) -> Iterator[Row]:
    try:
        with zipfile.ZipFile(file) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise Unreadable(f"{name} is too large once unpacked. Send it as CSV.")
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Unreadable(DAMAGED.format(name=name)) from error
    rows = book.worksheets[0].iter_rows(values_only=True) if book.worksheets else ()
    for number, cells in enumerate(rows, 1):
        yield number, _as_text(cells)


def _as_text(cells: Iterable[Any]) -> tuple[str, ...]:
    return tuple(map(_cell, cells))


def _cell(value: Any) -> str:
    """Dates as 1951-03-04, whole numbers without a point, so that an NHS number stays one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _clean(str(value))


def _clean(text: str) -> str:
    return text.translate(_UNSEEN).strip()
