from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.lists.cells import is_nothing, read_day, read_nhs_number, read_postcode, read_telephones
from linkworks.foundation.core.nhs_number import make_test_number

TODAY = date(2026, 11, 22)
BORN = date(1951, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "1951-03-04",
        "4/3/1951",
        "04.03.1951",
        "4 March 1951",
        "4th Mar 1951",
        "Sunday, 4 March 1951",
        "1951-03-04 00:00:00",
    ],
)
def test_days_as_people_write_them(text):
    assert read_day(text, today=TODAY) == (BORN, None)


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("18691", BORN, "how Excel counts days"),
        ("18691.0", BORN, "how Excel counts days"),
        ("4/3/51", BORN, "year of two digits: we read it as 1951"),
        ("03/24/1951", date(1951, 3, 24), "the month before the day"),
        ("31/02/1951", None, "no day of any calendar"),
        ("4/3/2051", None, "still to come"),
        ("4/3/1851", None, "more than 120 years ago"),
        ("fourth of March", None, "no date that we can read"),
        ("13/13/1951", None, "no day of any calendar"),
    ],
)
def test_days_that_want_a_look_say_why(text, day, said):
    read, wrong = read_day(text, today=TODAY)
    assert read == day
    assert said in wrong


@pytest.mark.parametrize("day", [29, 30, 31])
def test_the_last_days_of_a_month_are_read(day):
    assert read_day(f"{day}/1/1948", today=TODAY)[0] == date(1948, 1, day)


@pytest.mark.parametrize("text", ["n/k", "N/K", "ex dir", "(none)", "  ", "Not known", "-"])
def test_nothing_is_nothing_and_no_mistake(text):
    assert is_nothing(text)
    assert read_telephones(text) == ((), None)
    assert read_day(text, today=TODAY) == (None, None)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("07700 900123", ["+447700900123"]),
        ("7700900123", ["+447700900123"]),
        ("7700900123.0", ["+447700900123"]),
        ("+44 (0)20 7946 0123", ["+442079460123"]),
        ("020 7946 0123 / 07700 900123", ["+442079460123", "+447700900123"]),
        ("07700900123 (daughter) or 07700900124", ["+447700900123", "+447700900124"]),
        ("07700900123;07700900123", ["+447700900123"]),
        ("ex dir / 07700 900123", ["+447700900123"]),
        ("ring after 4pm 020 7946 0123", ["+442079460123"]),
        ("flat 3 (07700) 900123", ["+447700900123"]),
    ],
)
def test_every_number_in_a_cell(text, numbers):
    read, wrong = read_telephones(text)
    assert [one.e164 for one in read] == numbers
    assert wrong is None


def test_a_number_that_cannot_be_rung_is_said_and_the_other_is_kept():
    read, wrong = read_telephones("12345 / 07700 900123")
    assert [one.e164 for one in read] == ["+447700900123"]
    assert wrong.startswith("“12345”: ")


def test_an_nhs_number_that_excel_took_for_a_sum():
    number = make_test_number(18)
    assert read_nhs_number(f"{number}.0") == (number, None)
    assert "999 000 0019" in read_nhs_number("999 000 0019")[1]


def test_half_a_postcode_says_what_is_missing():
    assert "SE13 is only the first half" in read_postcode("SE13")[1]


@given(st.text(max_size=30))
def test_no_cell_stops_the_reading(text):
    read_day(text, today=TODAY)
    read_telephones(text)
    read_nhs_number(text)
    read_postcode(text)


@given(st.dates(date(1907, 1, 1), TODAY))
def test_every_day_is_read_as_itself_in_each_way_of_writing(day):
    for written in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d %B %Y}"):
        assert read_day(written, today=TODAY)[0] == day
