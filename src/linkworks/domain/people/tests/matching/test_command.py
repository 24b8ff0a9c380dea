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
