from datetime import date

import pytest

from linkworks.domain.casework.codes import (
    COLUMNS,
    DECLINED,
    REFERRAL,
    TABLE,
    CodeTableError,
    Standing,
    codes,
    load_codes,
)

GOOD = (
    "referral,871731000000106,Referral,confirmed,A. Lead,2026-11-22,",
    "declined,871711000000103,Declined,unconfirmed,,,",
)


@pytest.fixture
def written(tmp_path):
    def write(*lines: str, columns: str = ",".join(COLUMNS)):
        path = tmp_path / "codes.csv"
        path.write_text("\n".join([columns, *lines]), encoding="utf-8")
        return path

    return write


def test_the_table_that_comes_with_linkworks_can_be_loaded():
    table = codes()
    assert table[REFERRAL].code == "871731000000106"
    assert table[DECLINED].term == "Social prescribing declined (situation)"
    assert table[REFERRAL].confirmed_on == date(2026, 11, 22)
    assert table[REFERRAL].rule.startswith("Once per case")


def test_unconfirmed_codes_are_marked():
    table = codes()
    assert str(table["feeling_lonely"]) == "267076002 Feeling lonely [not confirmed: check it before use]"
    assert str(table["homeless"]) == "32911000 Homeless"
    unconfirmed = {code.meaning for code in table.values() if code.standing is Standing.UNCONFIRMED}
    assert unconfirmed == {
        "offered",
        "feeling_lonely",
        "social_isolation",
        "unsatisfactory_housing",
        "financial_problem",
        "food_insecurity",
    }


def test_no_code_is_written_in_program_text():
    program = [path for path in TABLE.parents[2].rglob("*.py") if "tests" not in path.parts]
    assert program
    for path in program:
        text = path.read_text(encoding="utf-8")
        assert not [code for code in codes().values() if code.code in text], path


def test_an_operators_own_table_can_be_loaded(written):
    assert set(load_codes(written(*GOOD))) == {REFERRAL, DECLINED}


def test_a_table_saved_by_a_spreadsheet_can_be_loaded(written):
    path = written(*GOOD)
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig", newline="\r\n")
    assert set(load_codes(path)) == {REFERRAL, DECLINED}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "lonely,267076003,Lonely,unconfirmed,,,",
            "Line 4 of the table of codes: 267076003 is not a SNOMED CT concept",
        ),
        ("lonely,,Lonely,unconfirmed,,,", "is not a SNOMED CT concept"),
        (",267076002,Lonely,unconfirmed,,,", "needs a meaning and a term"),
        ("lonely,267076002,Lonely,perhaps,,,", "must be confirmed or unconfirmed"),
        ("lonely,267076002,Lonely,confirmed,,2026-11-22,", "needs the name of who confirmed it and the date"),
        ("lonely,267076002,Lonely,confirmed,A. Lead,,", "needs the name of who confirmed it and the date"),
        ("lonely,267076002,Lonely,confirmed,A. Lead,22/11/2026,", "22/11/2026 is not a date like 2026-11-22"),
        ("declined,267076002,Lonely,unconfirmed,,,", "the meaning declined is there twice"),
        ("lonely,871711000000103,Lonely,unconfirmed,,,", "the code 871711000000103 is there twice"),
        ("lonely,267076002,Lonely,unconfirmed,,,One, two", "a comma needs quotation marks"),
        ("lonely,267076002", "needs a meaning and a term"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(written, line, sentence):
    with pytest.raises(CodeTableError, match=sentence):
        load_codes(written(*GOOD, line))


def test_a_table_without_the_codes_the_rules_need_is_refused(written):
    with pytest.raises(CodeTableError, match="no line for declined"):
        load_codes(written(GOOD[0]))


def test_a_table_with_other_columns_is_refused(written):
    with pytest.raises(CodeTableError, match="must begin with the columns meaning, code"):
        load_codes(written(*GOOD, columns="code,meaning"))
