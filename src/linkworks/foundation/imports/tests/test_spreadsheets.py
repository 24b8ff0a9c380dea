import io
from datetime import datetime

import openpyxl
import pytest

from linkworks.foundation.imports.errors import Unreadable
from linkworks.foundation.imports.spreadsheets import read_sheet


def sheet(content, name="list.csv"):
    read = read_sheet(io.BytesIO(content), name)
    return read.headings, list(read.rows)


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_whatever_the_delimiter_and_the_encoding(delimiter, encoding):
    text = "\r\n".join(delimiter.join(row) for row in (["Name", "Town"], ["Zoë O’Brien", "Saint-Étienne"]))
    assert sheet(text.encode(encoding)) == (("Name", "Town"), [(2, ("Zoë O’Brien", "Saint-Étienne"))])


def test_titles_above_the_headings_are_passed_over_and_rows_keep_their_numbers():
    text = "Shielding list,,\n,,\nName,Born,Tel\nMary,4/3/1951,07700900123\n,,\nJohn,1/1/1940,\n"
    headings, rows = sheet(text.encode())
    assert headings == ("Name", "Born", "Tel")
    assert rows == [(4, ("Mary", "4/3/1951", "07700900123")), (6, ("John", "1/1/1940", ""))]


def test_commas_in_quotes_and_marks_that_cannot_be_seen():
    text = 'Name,Address\n"O\'Brien, Mary",1\u200b High\u00a0St\n'
    assert sheet(text.encode())[1] == [(2, ("O'Brien, Mary", "1 High St"))]


def test_an_excel_sheet_gives_days_and_numbers_as_they_are_meant():
    born = datetime(1951, 3, 4)  # noqa: DTZ001 (Excel knows no zones)
    content = workbook(["Name", "Born", "NHS", "Tel", "Shields"], ["Mary", born, 9990000018.0, 7700900123, True])
    headings, rows = sheet(content, "list.xlsx")
    assert headings == ("Name", "Born", "NHS", "Tel", "Shields")
    assert rows == [(2, ("Mary", "1951-03-04", "9990000018", "7700900123", "yes"))]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel file, or has a password"),
        (b"PK\x03\x04rubbish", "damaged, or no Excel file"),
        (b"a\x00b,c\x00d\n", "neither CSV nor XLSX"),
    ],
    ids=["empty", "old", "damaged", "binary"],
)
def test_what_is_no_sheet_says_what_to_send(content, sentence):
    with pytest.raises(Unreadable, match=sentence):
        sheet(content)


def test_what_only_calls_itself_excel_is_told_so():
    with pytest.raises(Unreadable, match="damaged, or no Excel file"):
        sheet(b"\x89PNG and so on", "list.xlsx")
