from datetime import date

import pytest

from linkworks.domain.outreach.lists.columns import Column
from linkworks.domain.outreach.lists.entries import read_entry, stop_sentence

TODAY = date(2026, 11, 22)


def entry(**cells):
    """`cells` are by what their column is, which is its heading too."""
    columns = {name: Column(name) for name in cells}
    return read_entry(list(cells), list(cells.values()), columns, today=TODAY)


@pytest.mark.parametrize(
    ("full_name", "names"),
    [
        ("O'BRIEN, Mary", ("Mary", "O'BRIEN")),
        ("Mrs Mary O'Brien", ("Mary", "O'Brien")),
        ("Mary Ann van der Berg", ("Mary Ann", "van der Berg")),
        ("Madonna", ("", "Madonna")),
    ],
)
def test_a_name_in_one_cell_is_cut_in_two_and_kept_as_typed(full_name, names):
    read, problems = entry(full_name=full_name)
    assert (read.given_name, read.family_name) == names
    assert problems == []


@pytest.mark.parametrize(("given", "family"), [("Nan", "Smith"), ("Soo-Jin", "Na"), ("NAN", "JONES")])
def test_short_names_are_names(given, family):
    read, problems = entry(given_name=given, family_name=family)
    assert (read.given_name, read.family_name, problems) == (given, family, [])


@pytest.mark.parametrize("nothing", ["nan", "na", "n/a", "NA", "n/k"])
def test_what_stands_for_no_name_is_none(nothing):
    assert entry(given_name=nothing, family_name="Smith")[0].given_name == ""


def test_everything_that_is_told_is_kept():
    columns = {"Surname": Column.FAMILY_NAME, "Mob": Column.TELEPHONE, "Tel": Column.TELEPHONE, "Pet": None}
    row = ["O’Brien", "07700 900123", "ex dir", "a dog", "beyond the last heading"]
    read, problems = read_entry(list(columns), row, columns, today=TODAY)
    assert read.family_name == "O’Brien"
    assert [one.e164 for one in read.telephones] == ["+447700900123"]
    assert dict(read.rest) == {"Pet": "a dog", "Column 5": "beyond the last heading"}
    assert problems == []


def test_a_row_of_mistakes_is_kept_and_each_is_said_by_its_column():
    read, problems = entry(family_name="Marsh", date_of_birth="31/2/1950", nhs_number="123", telephone="12")
    assert {problem.heading for problem in problems} == {"date_of_birth", "nhs_number", "telephone"}
    assert not read.makes_sense


def test_a_row_without_a_name_says_so():
    assert [problem.sentence for problem in entry(nhs_number="")[1]] == ["There is no name in this row."]


def test_swapped_columns_stop_the_list():
    assert stop_sentence(100, 70) == ""
    assert "Only 69 of 100 rows (69 %)" in stop_sentence(100, 69)
    assert stop_sentence(20, 0).startswith("None of the 20 rows has a name")
    assert stop_sentence(0, 0) == "The sheet has headings and no rows."
