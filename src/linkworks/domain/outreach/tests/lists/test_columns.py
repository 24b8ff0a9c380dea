from datetime import date

import pytest

from linkworks.domain.outreach.lists.columns import Column, guess_columns, plain

TODAY = date(2026, 11, 22)


def guessed(headings, samples=None, remembered=None):
    guesses = guess_columns(headings, samples or [()] * len(headings), remembered or {}, today=TODAY)
    return [guess.column for guess in guesses]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Date_Of.Birth (dd/mm/yyyy)", "date of birth"),
        ("NHS No.", "nhs no"),
        ("firstName", "first name"),
        ("  POST-CODE ", "post code"),
    ],
)
def test_headings_in_plain_words(heading, words):
    assert plain(heading) == words


def test_headings_are_cut_short_and_written_apart():
    headings = ["Fore name(s)", "Addr 1", "Addr 2", "Lang"]
    assert guessed(headings) == [Column.GIVEN_NAME, Column.ADDRESS_LINE_1, Column.ADDRESS_LINE_2, Column.LANGUAGE]
    headings = ["Patient ID No.", "House & street", "Preferred Lang"]
    assert guessed(headings) == [Column.SENDER_ID, Column.ADDRESS_LINE_1, Column.LANGUAGE]


def test_columns_by_their_headings():
    headings = ["NHS No.", "Surname", "Forename(s)", "D.O.B.", "Mobile", "Home Tel", "Post Code", "Favourite colour"]
    assert guessed(headings) == [
        Column.NHS_NUMBER,
        Column.FAMILY_NAME,
        Column.GIVEN_NAME,
        Column.DATE_OF_BIRTH,
        Column.TELEPHONE,
        Column.TELEPHONE,
        Column.POSTCODE,
        None,
    ]


def test_columns_by_what_stands_in_them():
    samples = [["4/3/1951", "n/k", "12/12/1940"], ["SE13 6JZ", "SE8 4AA"], ["07700 900123"], ["blue", "green"]]
    assert guessed(["A", "B", "C", "D"], samples) == [Column.DATE_OF_BIRTH, Column.POSTCODE, Column.TELEPHONE, None]


def test_what_the_sender_meant_before_goes_first():
    assert guessed(["Name", "Ref"], remembered={"Name": Column.PRACTICE, "Ref": None}) == [Column.PRACTICE, None]


def test_only_the_first_of_two_columns_is_taken():
    assert guessed(["Surname", "Last name"]) == [Column.FAMILY_NAME, None]
