from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.foundation.core import words
from linkworks.foundation.core.clock import LONDON

TODAY = date(2026, 11, 24)  # a Tuesday
NOW = datetime(2026, 11, 24, 14, 30, tzinfo=LONDON)

dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1), timezones=st.just(LONDON))  # noqa: DTZ001


def test_a_full_date_has_no_leading_nought():
    assert words.full_date(date(2026, 3, 3)) == "3 March 2026"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 26), "Thursday 26 November"),
        (date(2026, 3, 3), "Tuesday 3 March"),
        (date(2027, 1, 4), "Monday 4 January 2027"),
        (date(2025, 11, 24), "Monday 24 November 2025"),
        (datetime(2026, 11, 24, 9, 0, tzinfo=LONDON), "today"),
    ],
)
def test_a_day_is_said_as_people_say_it(when, said):
    assert words.day(when, TODAY) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (time(9), "9am"),
        (time(9, 5), "9:05am"),
        (time(14, 30), "2:30pm"),
        (time(12), "midday"),
        (time(12, 0, 59), "midday"),
        (time(12, 1), "12:01pm"),
        (time(0), "midnight"),
        (time(0, 1), "12:01am"),
        (time(23, 59), "11:59pm"),
        (datetime(2026, 7, 1, 13, 30, tzinfo=UTC), "2:30pm"),
        (datetime(2026, 12, 1, 13, 30, tzinfo=UTC), "1:30pm"),
    ],
)
def test_a_time_is_said_by_the_twelve_hour_clock(when, said):
    assert words.clock_time(when) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 11, 24, 14, 30, tzinfo=LONDON), "today 2:30pm"),
        (datetime(2026, 11, 25, 9, 0, tzinfo=LONDON), "tomorrow 9am"),
        (datetime(2026, 3, 3, 12, 0, tzinfo=LONDON), "Tuesday 3 March midday"),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "Wednesday 1 July 12:30am"),
    ],
)
def test_a_moment_is_a_day_and_a_time_in_london(when, said):
    assert words.moment(when, TODAY) == said


def test_a_full_moment_names_the_year():
    assert words.full_moment(NOW) == "24 November 2026, 2:30pm"


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        words.moment(datetime(2026, 11, 24, 14, 30), TODAY)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 27), "in 3 working days"),
        (date(2026, 11, 28), "in 3 working days"),
        (date(2026, 11, 30), "in 4 working days"),
        (date(2026, 12, 8), "in 10 working days"),
        (date(2026, 12, 9), "Wednesday 9 December"),
        (date(2026, 11, 23), "1 working day late"),
        (date(2026, 11, 21), "2 working days late"),
        (date(2026, 11, 10), "10 working days late"),
    ],
)
def test_a_due_day_is_told_in_working_days(when, said):
    assert words.due(when, TODAY) == said


def test_a_due_day_at_the_weekend_is_told_by_its_name():
    friday, sunday = date(2026, 11, 20), date(2026, 11, 22)
    assert words.due(sunday, friday) == "Sunday 22 November"
    assert words.due(sunday - timedelta(days=1), sunday) == "yesterday"
    assert words.due(friday, sunday) == "2 days ago"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (NOW, "just now"),
        (NOW + timedelta(seconds=5), "just now"),
        (NOW - timedelta(minutes=1), "1 minute ago"),
        (NOW - timedelta(minutes=59), "59 minutes ago"),
        (NOW - timedelta(hours=3), "3 hours ago"),
        (NOW - timedelta(hours=15), "yesterday"),
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 12), "12 days ago"),
        (date(2026, 9, 24), "61 days ago"),
        (date(2026, 9, 23), "2 months ago"),
        (date(2024, 11, 25), "23 months ago"),
        (date(2024, 11, 24), "2 years ago"),
        (date(2026, 11, 26), "Thursday 26 November"),
    ],
)
def test_the_past_is_told_as_a_distance(when, said):
    assert words.ago(when, NOW) == said


@given(dates, st.integers(62, 20_000))
def test_months_and_years_ago_are_never_one(today, days):
    now = datetime.combine(today, time(12), LONDON)
    number = int(words.ago(today - timedelta(days=min(days, today.toordinal() - 1)), now).split()[0])
    assert number >= 2


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=45), "45 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=1, minutes=30), "1 hour 30 minutes"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=2, hours=3, minutes=4), "2 days 3 hours"),
        (timedelta(days=1, minutes=5), "1 day 5 minutes"),
    ],
)
def test_a_length_of_time_is_told_in_its_two_largest_units(length, said):
    assert words.duration(length) == said


@pytest.mark.parametrize(
    ("born", "today", "years"),
    [
        (date(1952, 11, 24), date(2026, 11, 24), "74"),
        (date(1952, 11, 25), date(2026, 11, 24), "73"),
        (date(2008, 2, 29), date(2026, 2, 28), "17"),
        (date(2008, 2, 29), date(2026, 3, 1), "18"),
    ],
)
def test_an_age_goes_up_on_the_birthday(born, today, years):
    assert words.age(born, today) == years


@given(dates, dates)
def test_whole_years_agree_with_counting_birthdays(one, other):
    born, today = sorted((one, other))
    birthdays = sum(
        (year, born.month, born.day) <= (today.year, today.month, today.day)
        for year in range(born.year + 1, today.year + 1)
    )
    assert words.years_between(born, today) == birthdays


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.count(1, "person", "people"), "1 person"),
        (words.count(2, "person", "people"), "2 people"),
        (words.count(0, "person", "people"), "0 people"),
        (words.count(1200, "referral"), "1,200 referrals"),
    ],
)
def test_a_count_agrees_with_its_noun(said, expected):
    assert said == expected


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        ((letter for letter in "ab"), "a and b"),
    ],
)
def test_a_list_reads_as_a_sentence(items, said):
    assert words.listed(items) == said


def test_a_list_of_choices_says_or():
    assert words.listed(["a", "b", "c"], "or") == "a, b or c"


@given(moments, moments)
def test_any_two_moments_can_be_told(when, now):
    today = now.date()
    for said in (words.moment(when, today), words.due(when, today), words.ago(when, now), words.full_moment(when)):
        assert said == said.strip()
        assert said


def test_today_is_what_the_clock_says_unless_given(time_machine):
    time_machine.move_to(NOW)
    assert words.day(date(2026, 11, 25)) == "tomorrow"
    assert words.due(date(2026, 11, 27)) == "in 3 working days"
    assert words.ago(date(2026, 11, 12)) == "12 days ago"
    assert words.age(date(1952, 11, 24)) == "74"
