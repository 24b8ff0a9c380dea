"""The rule, for every order in which tries can come."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.onward.sheet.tries import AN_HOUR, MOST_AN_HOUR, MOST_IN_ALL, Verdict, judge
from linkworks.foundation.core import clock

START = datetime(2026, 3, 2, 9, tzinfo=clock.LONDON)
WAITS = st.lists(st.integers(min_value=0, max_value=3 * 60 * 60), max_size=60)


def tried(waits: list[int]) -> list[datetime]:
    """Somebody who guesses wrongly whenever they are let, so many seconds after the last time. When each was judged."""
    now, wrong = START, []
    for wait in waits:
        now += timedelta(seconds=wait)
        if judge(wrong, now) is Verdict.TRY:
            wrong.append(now)
    return wrong


@given(WAITS)
def test_however_long_somebody_guesses_few_years_are_judged(waits):
    assert len(tried(waits)) <= MOST_IN_ALL


@given(WAITS)
def test_no_hour_holds_more_than_its_tries(waits):
    wrong = tried(waits)
    for first in wrong:
        assert sum(first <= at < first + AN_HOUR for at in wrong) <= MOST_AN_HOUR


@given(WAITS, st.integers(min_value=0, max_value=10_000))
def test_what_is_shut_stays_shut_and_what_waits_ends(waits, later):
    wrong = tried(waits)
    after = START + timedelta(seconds=sum(waits)) + AN_HOUR
    expected = Verdict.SHUT if len(wrong) == MOST_IN_ALL else Verdict.TRY
    assert judge(wrong, after + timedelta(hours=later)) is expected
