from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.choices import PartOfDay
from linkworks.domain.outreach.windows import Span, Windows

LONDON = ZoneInfo("Europe/London")
WEEKDAYS = Windows("Europe/London", [Span(day, time(9), time(19)) for day in range(1, 6)])
FIRST = datetime(2026, 1, 1, tzinfo=UTC)
EVERY_DAY = Windows("Europe/London", [Span(day, time(9), time(20)) for day in range(1, 8)])

moments = st.integers(0, 60 * 24 * 700).map(lambda minutes: FIRST + timedelta(minutes=minutes))
hours = st.builds(
    lambda day, opens, length: Span(day, time(opens), time(min(opens + length, 23))),
    st.integers(1, 7),
    st.integers(0, 21),
    st.integers(1, 12),
)


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        (at(2026, 3, 4, 10), at(2026, 3, 4, 10)),
        (at(2026, 3, 4, 7), at(2026, 3, 4, 9)),
        (at(2026, 3, 4, 19), at(2026, 3, 5, 9)),
        (at(2026, 3, 6, 21), at(2026, 3, 9, 9)),
    ],
    ids=["open now", "before", "at closing time", "over the weekend"],
)
def test_the_next_time_we_may_ring(moment, opens):
    assert WEEKDAYS.first_open(moment) == opens


def test_nine_o_clock_is_nine_on_the_wall_on_both_sides_of_both_changes():
    spring = EVERY_DAY.first_open(at(2026, 3, 28, 21))
    autumn = EVERY_DAY.first_open(at(2026, 10, 24, 21))
    assert spring == datetime(2026, 3, 29, 8, tzinfo=UTC)
    assert autumn == datetime(2026, 10, 25, 9, tzinfo=UTC)


def test_an_hour_that_the_clocks_leave_out_is_not_rung_in():
    night = Windows("Europe/London", [Span(7, time(1, 15), time(1, 45))])
    opens = night.first_open(at(2026, 3, 28, 12))
    assert opens is None or opens > datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_another_part_of_the_day_is_found():
    tried = PartOfDay.MORNING | PartOfDay.AFTERNOON
    assert EVERY_DAY.first_open(at(2026, 3, 4, 10), avoiding=tried) == at(2026, 3, 4, 17)


def test_no_windows_no_calls():
    assert Windows("Europe/London", []).first_open(at(2026, 3, 4, 10)) is None


@given(moments, st.lists(hours, min_size=1, max_size=5), st.integers(0, 6))
def test_whatever_is_found_is_inside_a_window_and_in_a_part_that_was_not_avoided(moment, spans, avoiding):
    windows = Windows("Europe/London", spans)
    found = windows.first_open(moment, avoiding=avoiding)
    if found is not None:
        assert found >= moment
        wall = found.astimezone(LONDON)
        assert any(span.weekday == wall.isoweekday() and span.opens <= wall.time() < span.closes for span in spans)
        assert not windows.part_at(found) & avoiding
        assert found == moment or not windows.is_open(found - timedelta(minutes=1)) or avoiding
