"""Rows of CSV files, as spreadsheets and other people's programs write them."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from linkworks.foundation.imports.errors import Unreadable

LARGEST_CELL = 1 << 20
SAMPLE = 4096
csv.field_size_limit(LARGEST_CELL)


def read_rows(file: BinaryIO, name: str) -> Iterator[dict[str, str]]:
    """Each row by its column headings, cells trimmed, empty ones left out. Raises Unreadable."""
    text = _text(file)
    reader = csv.DictReader(text, delimiter=_delimiter(text, name), restkey="", restval="")
    headings = [heading.strip() for heading in reader.fieldnames or []]
    if not any(headings):
        raise Unreadable(f"{name} has no headings in its first row.")
    reader.fieldnames = headings
    try:
        for row in reader:
            yield {key: value.strip() for key, value in row.items() if key and isinstance(value, str) and value.strip()}
    except csv.Error as error:
        raise Unreadable(f"{name} cannot be read as CSV at line {reader.line_num}: {error}.") from error


def _text(file: BinaryIO) -> io.StringIO:
    """UTF-8, or what older spreadsheets write."""
    content = file.read()
    try:
        return io.StringIO(content.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError:
        return io.StringIO(content.decode("cp1252", errors="replace"), newline="")


def _delimiter(text: io.StringIO, name: str) -> str:
    head = text.read(SAMPLE)
    text.seek(0)
    if "\x00" in head:
        raise Unreadable(f"{name} is no CSV file.")
    first = head.split("\n", 1)[0]
    return max(",;\t|", key=first.count)
