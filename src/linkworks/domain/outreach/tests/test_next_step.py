from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.choices import Ending, Follows, PartOfDay, QueueState
from linkworks.domain.outreach.next_step import Outcome, Standing, next_step
from linkworks.domain.outreach.windows import Span, Windows

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
EVERY_DAY = Windows("Europe/London", [Span(day, time(9), time(20)) for day in range(1, 8)])
NOW = datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Europe/London"))
FRESH = Standing(tries=0, tried_parts=0, most_tries=4, other_number=False)
NO_ANSWER = Outcome(Follows.RING_AGAIN, rest=timedelta(hours=3))
ENGAGED = Outcome(Follows.RING_AGAIN, rest=timedelta(minutes=20), counts=False)
DECLINED = Outcome(Follows.END, Ending.DECLINED, once_more_after=timedelta(days=7))
WRONG_NUMBER = Outcome(Follows.OTHER_NUMBER, tries_other_number=True)

outcomes = st.builds(
    Outcome,
    follows=st.sampled_from(list(Follows)),
    ending=st.sampled_from(list(Ending)),
    rest=st.timedeltas(timedelta(), timedelta(days=8)),
    counts=st.booleans(),
    tries_other_number=st.booleans(),
    once_more_after=st.timedeltas(timedelta(), timedelta(days=8)),
)
standings = st.builds(
    Standing,
    tries=st.integers(0, 8),
    tried_parts=st.integers(0, 7),
    most_tries=st.integers(1, 6),
    other_number=st.booleans(),
    may_ring_once_more=st.booleans(),
)
moments = st.integers(0, 60 * 24 * 365).map(lambda minutes: FIRST + timedelta(minutes=minutes))


def test_no_answer_in_the_morning_rests_three_hours_and_rings_in_the_afternoon():
    step = next_step(NO_ANSWER, FRESH, EVERY_DAY, NOW, None)
    assert (step.state, step.wakes_at) == (QueueState.RESTING, NOW + timedelta(hours=3))
    assert (step.tries, step.tried_parts) == (1, PartOfDay.MORNING)


def test_a_second_afternoon_is_left_for_the_evening():
    standing = Standing(1, PartOfDay.MORNING, 4, other_number=False)
    step = next_step(NO_ANSWER, standing, EVERY_DAY, NOW.replace(hour=13), None)
    assert step.wakes_at == NOW.replace(hour=17)


def test_an_engaged_line_is_no_try():
    step = next_step(ENGAGED, FRESH, EVERY_DAY, NOW, None)
    assert (step.tries, step.tried_parts, step.wakes_at) == (0, 0, NOW + timedelta(minutes=20))


def test_a_promise_is_kept_to_the_minute_even_out_of_hours():
    ring_at = NOW.replace(hour=21)
    step = next_step(Outcome(Follows.RING_AT), FRESH, EVERY_DAY, NOW, ring_at)
    assert (step.wakes_at, step.is_promised) == (ring_at, True)


def test_a_wrong_number_goes_to_the_next_one_or_to_finding_one():
    other = Standing(0, 0, 4, other_number=True)
    assert next_step(WRONG_NUMBER, other, EVERY_DAY, NOW, None).to_other_number
    assert next_step(WRONG_NUMBER, FRESH, EVERY_DAY, NOW, None).state == QueueState.LADDER


def test_the_last_try_leads_to_another_way():
    last = Standing(3, 7, 4, other_number=False)
    assert next_step(NO_ANSWER, last, EVERY_DAY, NOW, None).state == QueueState.LADDER


def test_whoever_does_not_want_to_talk_this_time_is_done():
    assert next_step(DECLINED, FRESH, EVERY_DAY, NOW, None).ending == Ending.DECLINED


def test_in_some_bands_they_are_rung_once_more_a_week_later_at_another_part_of_the_day():
    standing = replace(FRESH, tries=3, may_ring_once_more=True)
    step = next_step(DECLINED, standing, EVERY_DAY, NOW, None)
    assert (step.state, step.ending, step.is_promised) == (QueueState.RESTING, "", False)
    assert step.wakes_at == (NOW + timedelta(days=7)).replace(hour=12)
    assert step.tries == 3, "they were talked to: that is no try to reach them"


def test_where_we_never_ring_they_are_done():
    step = next_step(DECLINED, replace(FRESH, may_ring_once_more=True), Windows("Europe/London", []), NOW, None)
    assert (step.state, step.ending) == (QueueState.ENDED, Ending.DECLINED)


@given(outcomes.map(lambda one: replace(one, follows=Follows.END)), standings, moments)
def test_whoever_is_done_is_rung_once_more_only_where_outcome_and_band_say_so(outcome, standing, now):
    step = next_step(outcome, standing, EVERY_DAY, now, None)
    if outcome.once_more_after and standing.may_ring_once_more and standing.tries < standing.most_tries:
        assert step.state == QueueState.RESTING
        assert step.wakes_at >= now + outcome.once_more_after
        assert step.tries == standing.tries
    else:
        assert (step.state, step.ending) == (QueueState.ENDED, outcome.ending)


@given(outcomes, standings, moments)
def test_nobody_is_forgotten(outcome, standing, now):
    """Either done, with an ending, or with a time at which something happens; and never more tries than allowed."""
    step = next_step(outcome, standing, EVERY_DAY, now, now + timedelta(days=1))
    if step.state == QueueState.ENDED:
        assert step.ending
        assert step.wakes_at is None
    else:
        assert not step.ending
        assert step.wakes_at is not None
        assert step.wakes_at >= now
    rings_again = step.state == QueueState.RESTING and not step.is_promised
    assert not (rings_again and step.tries >= standing.most_tries)
    assert not (rings_again and not EVERY_DAY.is_open(step.wakes_at))
