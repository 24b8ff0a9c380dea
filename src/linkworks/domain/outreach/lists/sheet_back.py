"""The sender's own sheet back: the same rows, order and columns, and what became of each beside it.

A cell that begins like a formula is kept from being one, whoever opens the sheet.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.writer.excel import save_workbook

STATUS = ("What became of it", "Why")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
AT_ONCE = 500
Row = tuple[Sequence[str], str, str]  # the cells as they came, what became of them, why


class _Line:
    """What csv writes to; it keeps nothing."""

    def write(self, text: str) -> str:
        return text


def as_csv(headings: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Line by line, with the mark by which Excel knows it for UTF-8."""
    writer = csv.writer(_Line())
    yield "\ufeff"
    for cells in _with_headings(headings, rows):
        yield writer.writerow(map(harmless, cells))


def write_xlsx(file: BinaryIO, headings: Sequence[str], rows: Iterable[Row]) -> None:
    """Every cell as text, row by row."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("List")
    for cells in _with_headings(headings, rows):
        sheet.append([_text(sheet, cell) for cell in cells])
    save_workbook(book, file)


def harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _text(sheet: object, cell: str) -> WriteOnlyCell:
    made = WriteOnlyCell(sheet, cell)
    made.data_type = "s"
    return made


def _with_headings(headings: Sequence[str], rows: Iterable[Row]) -> Iterator[list[str]]:
    yield [*headings, *STATUS]
    for cells, status, reason in rows:
        padding = [""] * (len(headings) - len(cells))
        yield [*cells, *padding, status, reason]
