"""Whatever is heard, in whatever order: a need is never lost, and nobody but the person confirms it."""

from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.choices import NeedState
from linkworks.domain.outreach.need_rules import (
    ALLOWED,
    BY_PROVIDER,
    ENDED,
    GOES_ON,
    OPEN,
    Asked,
    Clock,
    due,
    fitting,
)

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)
TIMES = Clock(timedelta(hours=1), timedelta(hours=8))
moves = st.lists(st.sampled_from(NeedState), max_size=30)


def walked(asked):
    """Where those moves lead that the rules allow."""
    way = [NeedState.RAISED]
    for state in asked:
        if state in ALLOWED[way[-1]]:
            way.append(state)
    return way


def test_every_state_is_open_or_ended_or_leads_on_at_once():
    assert {*OPEN, *ENDED, *GOES_ON} == set(NeedState) == ALLOWED.keys()


@given(moves)
def test_a_need_is_confirmed_only_after_it_was_brought(asked):
    way = walked(asked)
    if NeedState.CONFIRMED in way:
        assert NeedState.DELIVERED in way[: way.index(NeedState.CONFIRMED)]


@given(moves)
def test_what_is_confirmed_or_given_up_stays_so(asked):
    way = walked(asked)
    final = [state for state in way if not ALLOWED[state]]
    assert final in ([], [way[-1]])


@given(moves)
def test_an_open_need_is_always_due_and_an_ended_one_never(asked):
    state = walked(asked)[-1]
    when = due(state, NOW, TIMES, deliver_by=NOW + TIMES.deliver, scheduled_for=NOW + timedelta(hours=2))
    assert (when is None) == (state in ENDED)


@pytest.mark.parametrize("state", [state for state in NeedState if state not in ENDED])
def test_from_everywhere_that_is_open_there_is_a_way_to_the_persons_yes(state):
    seen, waiting = set(), [state]
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            waiting += ALLOWED[at]
    assert NeedState.CONFIRMED in seen


def test_those_who_help_cannot_confirm_cancel_or_say_that_nobody_could_be_asked():
    assert not BY_PROVIDER & set(ENDED)


def route(**facts):
    return SimpleNamespace(**{"urgency": "", "area": "", "days": [], "begins": None, "ends": None} | facts)


ANY, HERE, NOW_HERE = route(), route(area="SE13"), route(area="SE13", urgency="immediate")
ELSEWHERE, WEEKEND, MORNINGS = route(area="SE8"), route(days=[6, 7]), route(begins=time(8), ends=time(12))
ALL = (ANY, HERE, NOW_HERE, ELSEWHERE, WEEKEND, MORNINGS)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked("immediate", "SE13", 3, time(14)), [NOW_HERE, HERE, ANY]),
        (Asked("today", "SE13", 3, time(9)), [HERE, MORNINGS, ANY]),
        (Asked("today", "E5", 6, time(12)), [WEEKEND, ANY]),
        (Asked("routine", "", 3, time(14)), [ANY]),
    ],
    ids=["closest first", "in the morning", "at the weekend, as the morning ends", "no area known"],
)
def test_the_closest_route_comes_first_and_what_does_not_serve_not_at_all(asked, expected):
    assert fitting(ALL, asked) == expected
