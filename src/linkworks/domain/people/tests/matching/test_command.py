import csv

import pytest
from django.core.management import CommandError, call_command

COLUMNS = "given_name,family_name,dob,sex,address_line_1,address_line_2,town,postcode,phone,nhs_number"
MARGARET = "Margaret,Hughes,1948-03-09,F,12 Mill Street,,Lewisham,SE13 6JZ,07700 900123,999 000 0018"


@pytest.fixture
def sheets(tmp_path):
    (tmp_path / "known.csv").write_text(f"known_id,{COLUMNS}\nk1,{MARGARET}\nk2,Derek,Webb,1950-01-02,M,,,,,,\n")
    (tmp_path / "incoming.csv").write_text(f"incoming_id,{COLUMNS}\ni1,{MARGARET}\ni2,Iris,Frost,1933-05-06,F,,,,,,\n")
    return tmp_path


def match(folder, capsys):
    call_command("match_people", known=folder / "known.csv", incoming=folder / "incoming.csv", out=folder / "out.csv")
    with (folder / "out.csv").open(newline="") as file:
        return list(csv.DictReader(file)), capsys.readouterr()


def test_each_who_came_in_has_a_row_with_a_decision_and_its_reason(sheets, capsys):
    rows, said = match(sheets, capsys)
    assert [(row["incoming_id"], row["known_id"], row["decision"]) for row in rows] == [
        ("i1", "k1", "match"),
        ("i2", "", "none"),
    ]
    assert float(rows[0]["probability"]) > 0.98
    assert rows[0]["reason"].startswith("Same NHS number, same given name")
    assert said.out == "2 came in, 2 are known: match 1, possible 0, none 1.\n"
    assert not said.err


def test_unknown_and_missing_columns_are_said_in_words(sheets, capsys):
    (sheets / "incoming.csv").write_text(
        "incoming_id,given_name,family_name,dob,shoe size\ni1,Margaret,Hughes,9/3/1948,5\n,A,B,,\n"
    )
    _, said = match(sheets, capsys)
    assert "not used, because we do not know these columns: shoe size." in said.err
    assert "goes without these columns: sex, address_line_1," in said.err
    assert "1 rows have no incoming_id" in said.err


def test_a_sheet_without_ids_is_refused_with_a_sentence(sheets, capsys):
    (sheets / "known.csv").write_text("name\nMargaret\n")
    with pytest.raises(CommandError, match=r"known\.csv has no column known_id"):
        match(sheets, capsys)


def came_out(folder, capsys):
    rows, said = match(folder, capsys)
    return [(row["incoming_id"], row["known_id"], row["decision"]) for row in rows], said


MARGARET_ALONE = [("i1", "k1", "match")]


def test_columns_may_stand_in_any_order_among_others(sheets, capsys):
    heading = "ward,nhs_number,phone,postcode,town,dob,family_name,given_name,incoming_id,sex,shoe size"
    row = "12,999 000 0018,07700 900123,SE13 6JZ,Lewisham,1948-03-09,Hughes,Margaret,i1,F,5"
    (sheets / "incoming.csv").write_text(f"{heading}\n{row}\n")
    found, said = came_out(sheets, capsys)
    assert found == MARGARET_ALONE
    assert "we do not know these columns: ward, shoe size." in said.err


@pytest.mark.parametrize("id_column", [" Incoming ID ", "INCOMING_ID", "Incoming-Id", "incomingId"])
def test_headings_are_known_however_they_are_written(sheets, capsys, id_column):
    heading = f"{id_column},{COLUMNS.replace('_', ' ').title()}"
    (sheets / "incoming.csv").write_text(f"{heading}\ni1,{MARGARET}\n")
    found, said = came_out(sheets, capsys)
    assert found == MARGARET_ALONE
    assert not said.err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_sheet_is_read_however_its_program_writes_it(sheets, capsys, encoding):
    for name, key in (("known", "k1"), ("incoming", "i1")):
        text = f"{name}_id,{COLUMNS}\n{key},{MARGARET.replace('Hughes', 'Müller')}\n"
        (sheets / f"{name}.csv").write_text(text if name == "incoming" else text.replace("ü", "u"), encoding=encoding)
    found, said = came_out(sheets, capsys)
    assert found == MARGARET_ALONE
    assert not said.err
    with (sheets / "out.csv").open() as out:
        assert "same family name" in out.read()


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_cells_may_be_parted_by_something_else(sheets, capsys, delimiter):
    text = f"incoming_id,{COLUMNS}\ni1,{MARGARET}\n"
    (sheets / "incoming.csv").write_text(text.replace(",", delimiter))
    assert came_out(sheets, capsys)[0] == MARGARET_ALONE


def test_empty_cells_rows_and_short_rows_are_taken_as_they_are(sheets, capsys):
    rows = ("i1,Margaret,Hughes,1948-03-09,,,,,SE13 6JZ", "", ",,,", "i2", "i3,,,,,,,,,,", " i4 , Derek , Webb ")
    (sheets / "incoming.csv").write_text("\r\n".join((f"incoming_id,{COLUMNS}", *rows)))
    found, said = came_out(sheets, capsys)
    assert [(incoming, decision) for incoming, _, decision in found if incoming in ("i1", "i2", "i3")] == [
        ("i1", "match"),
        ("i2", "none"),
        ("i3", "none"),
    ]
    assert found[-1][0] == "i4"
    assert not said.err


def test_a_column_that_stands_there_twice_is_refused_with_a_sentence(sheets, capsys):
    (sheets / "incoming.csv").write_text("incoming_id,phone,given_name,Phone\ni1,07700900123,Ann,02079460123\n")
    with pytest.raises(CommandError, match=r"incoming\.csv has two columns phone\. Take one out"):
        match(sheets, capsys)


@pytest.mark.parametrize(("text", "sentence"), [("", "is empty"), ("\0\0\0\0PNG", "is neither CSV nor XLSX")])
def test_what_is_no_sheet_is_refused_with_a_sentence(sheets, capsys, text, sentence):
    (sheets / "known.csv").write_text(text)
    with pytest.raises(CommandError, match=rf"known\.csv {sentence}"):
        match(sheets, capsys)


def test_a_sheet_that_is_not_there_is_refused_with_a_sentence(sheets, capsys):
    (sheets / "known.csv").unlink()
    with pytest.raises(CommandError, match=r"known\.csv could not be read"):
        match(sheets, capsys)
