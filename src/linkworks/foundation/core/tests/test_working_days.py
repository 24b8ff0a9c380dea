"""The table beside this file is written by hand, not made by the library it checks: the
days and names that GOV.UK gives for England and Wales (www.gov.uk/bank-holidays, Open
Government Licence v3.0), and for a year not yet announced the days that follow from the
Banking and Financial Dealings Act 1971.
"""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.foundation.core.working_days import (
    add_working_days,
    bank_holidays,
    due_by,
    is_working_day,
    working_days_between,
)

TABLE = Path(__file__).with_name("bank_holidays_england.csv")
YEARS = (2025, 2026, 2027, 2028)

days = st.dates(date(2024, 1, 1), date(2029, 12, 31))
near = st.integers(-60, 60)


def written_bank_holidays() -> set[date]:
    with TABLE.open(encoding="utf-8") as table:
        return {date.fromisoformat(row["date"]) for row in csv.DictReader(table)}


def test_the_library_agrees_with_the_written_table_on_every_weekday():
    found = {day for year in YEARS for day in bank_holidays(year) if day.weekday() < 5}
    assert found == written_bank_holidays()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 12, 25), False),
        (date(2026, 12, 28), False),
        (date(2026, 12, 29), True),
    ],
)
def test_weekends_and_bank_holidays_are_no_working_days(day, expected):
    assert is_working_day(day) is expected


def test_working_days_step_over_christmas_and_new_year():
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert add_working_days(date(2026, 12, 24), 5) == date(2027, 1, 5)
    assert add_working_days(date(2027, 1, 5), -5) == date(2026, 12, 24)


def test_adding_no_days_stays_where_it_is():
    assert add_working_days(date(2026, 11, 22), 0) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 11, 20), date(2026, 11, 27)),
        (date(2026, 11, 21), date(2026, 11, 30)),
        (date(2026, 11, 22), date(2026, 11, 30)),
        (date(2026, 11, 23), date(2026, 11, 30)),
    ],
)
def test_a_promise_counts_from_the_working_day_it_was_received(received, due):
    assert due_by(received, 5) == due


@given(days, st.integers(1, 60))
def test_a_due_day_is_a_working_day_that_leaves_the_whole_promise(received, promise):
    due = due_by(received, promise)
    assert is_working_day(due)
    assert working_days_between(received, due) >= promise


@given(days, near)
def test_adding_and_counting_are_opposites(start, number):
    end = add_working_days(start, number)
    assert working_days_between(start, end) == number
    assert number == 0 or is_working_day(end)


@given(days, near)
def test_counting_agrees_with_walking_day_by_day(start, number):
    end = start + timedelta(days=number)
    walked = {start + timedelta(days=step) for step in range(1, number + 1)}
    walked_back = {start - timedelta(days=step) for step in range(1, 1 - number)}
    expected = sum(map(is_working_day, walked)) - sum(map(is_working_day, walked_back))
    assert working_days_between(start, end) == expected
