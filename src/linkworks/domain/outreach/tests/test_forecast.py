from datetime import datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.forecast import Pace, Waiting, forecast, pace_of
from linkworks.domain.outreach.windows import Span, Windows

LONDON = ZoneInfo("Europe/London")
OFFICE = Windows("Europe/London", [Span(day, time(9), time(17)) for day in range(1, 6)])
MONDAY = datetime(2026, 3, 2, 9, tzinfo=LONDON)
SURE = Pace(answered=1, minutes=15, rest=timedelta(hours=3))
HALF = Pace(answered=0.5, minutes=15, rest=timedelta(hours=3))

crowds = st.lists(
    st.builds(
        lambda hours, tries, people: Waiting(MONDAY + timedelta(hours=hours), tries, people),
        st.integers(-5, 60),
        st.integers(1, 6),
        st.integers(0, 400),
    ),
    min_size=1,
    max_size=6,
)


def everybody(number: int, tries: int = 6) -> list[Waiting]:
    return [Waiting(MONDAY, tries, number)]


def test_four_people_an_hour_where_everybody_answers():
    told = forecast(everybody(64), SURE, callers=2, windows=OFFICE, now=MONDAY)
    assert told.finish == MONDAY + timedelta(hours=8)
    assert told.reached == pytest.approx(64)


def test_what_does_not_fit_into_a_day_goes_on_in_the_next_after_the_weekend():
    friday = MONDAY + timedelta(days=4, hours=7)
    told = forecast([Waiting(friday, 6, 8)], SURE, callers=1, windows=OFFICE, now=friday)
    assert told.finish == datetime(2026, 3, 9, 10, tzinfo=LONDON)


def test_whoever_does_not_answer_is_rung_again_in_another_part_of_the_day():
    told = forecast(everybody(4, tries=2), HALF, callers=1, windows=OFFICE, now=MONDAY)
    assert told.finish == datetime(2026, 3, 2, 13, tzinfo=LONDON)
    assert (told.reached, told.unreached) == (pytest.approx(3), pytest.approx(1))


def test_with_nobody_ringing_there_is_no_end():
    told = forecast(everybody(1), SURE, callers=0, windows=OFFICE, now=MONDAY)
    assert (told.finish, len(told.line)) == (None, 1)


def test_a_list_that_takes_longer_than_two_months_has_no_day_to_promise():
    assert forecast(everybody(100_000), SURE, callers=1, windows=OFFICE, now=MONDAY).finish is None


def test_an_empty_list_is_finished_now():
    assert forecast([], SURE, callers=0, windows=OFFICE, now=MONDAY).finish == MONDAY


@given(crowds, st.integers(1, 9))
def test_nobody_is_lost_on_the_way(crowd, callers):
    told = forecast(crowd, HALF, callers, OFFICE, MONDAY)
    assert told.reached + told.unreached + told.line[-1].people == pytest.approx(sum(one.people for one in crowd))


@given(crowds, st.integers(1, 9))
def test_fewer_are_left_at_each_moment(crowd, callers):
    left = [point.people for point in forecast(crowd, HALF, callers, OFFICE, MONDAY).line]
    assert all(later <= earlier + 1e-6 for earlier, later in pairwise(left))


@given(st.integers(1, 2000), st.integers(1, 8))
def test_another_caller_never_makes_it_later(people, callers):
    few, more = (forecast(everybody(people), HALF, n, OFFICE, MONDAY).finish for n in (callers, callers + 1))
    assert few is None or (more is not None and more <= few)


def test_a_campaign_without_calls_is_thought_usual():
    pace = pace_of(0, 0, timedelta(), timedelta(), timedelta(hours=3))
    assert (pace.answered, pace.minutes) == (0.6, pytest.approx(9))


def test_its_own_calls_soon_outweigh_what_is_usual():
    pace = pace_of(980, 245, talk=timedelta(minutes=245 * 20), in_vain=timedelta(minutes=735), rest=timedelta(hours=3))
    assert pace.answered == pytest.approx(0.257, abs=0.001)
    assert pace.minutes == pytest.approx(5.815, abs=0.01)
