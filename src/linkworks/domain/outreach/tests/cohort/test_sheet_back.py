"""The sender's own sheet, with what became of each row."""

import csv
import io

import openpyxl
import pytest

from linkworks.domain.outreach.actions.cohort.commit import ask_to_commit
from linkworks.domain.outreach.actions.cohort.decide import decide_section
from linkworks.domain.outreach.choices import RowDecision, Section
from linkworks.domain.outreach.lists.sheet_back import as_csv, harmless, write_xlsx
from linkworks.domain.outreach.selectors.cohort_sheet import headings_for_sender, rows_for_sender
from linkworks.domain.outreach.tests.cohort.sending import HEADINGS, person, send_and_match

pytestmark = pytest.mark.django_db

ROWS = [
    person(colour="=1+1"),
    person("2", colour="+44 20"),
    person("3", "Marsh", "Ann", dob="31/2/1950", phone="ex dir", postcode="SE13 5LQ"),
    person("4", "", "", dob="", phone="07700900444"),
]


@pytest.fixture
def committed(coordinator, campaign):
    batch = send_and_match(coordinator, campaign, ROWS)
    out = {"decision": RowDecision.LEAVE_OUT, "reason": "Nobody knows who"}
    decide_section(coordinator, batch=batch, section=Section.UNREADABLE, **out)
    ask_to_commit(coordinator, batch=batch)
    return batch


def test_the_same_rows_in_the_same_order_and_what_became_of_them(coordinator, committed):
    lines = as_csv(headings_for_sender(coordinator, committed), rows_for_sender(coordinator, committed))
    sheet = list(csv.reader(io.StringIO("".join(lines).lstrip("\ufeff"))))
    assert sheet[0] == [*HEADINGS, "What became of it", "Why"]
    assert [row[0] for row in sheet[1:]] == ["1", "2", "3", "4"]
    assert [row[-2] for row in sheet[1:]] == [
        "Added",
        "The same person as row 2",
        "Added: we look for a telephone number",
        "Left out",
    ]
    assert "31/2/1950" in sheet[3][-1]
    assert sheet[4][-1] == "Nobody knows who. Name: There is no name in this row."
    assert [row[9] for row in sheet[1:3]] == ["'=1+1", "'+44 20"]


def test_in_a_workbook_every_cell_is_text(coordinator, committed):
    file = io.BytesIO()
    write_xlsx(file, headings_for_sender(coordinator, committed), rows_for_sender(coordinator, committed))
    sheet = openpyxl.load_workbook(file).active
    assert sheet.max_row == 5
    assert (sheet["J2"].value, sheet["J2"].data_type) == ("=1+1", "s")


@pytest.mark.parametrize("cell", ["=SUM(A1)", "+441", "-1", "@cmd", "\t=1", "\r=1"])
def test_nothing_that_could_be_a_formula_stays_one(cell):
    assert harmless(cell) == f"'{cell}"


def test_other_cells_stay_as_they_are():
    assert harmless("O'Brien") == "O'Brien"
