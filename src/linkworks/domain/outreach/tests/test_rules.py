"""What does not make sense together, and that what ships does."""

from datetime import time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.actions.defaults import read_durations
from linkworks.domain.outreach.choices import Ending, Follows
from linkworks.domain.outreach.forms.hours import HoursField
from linkworks.domain.outreach.forms.rules import OutcomeForm
from linkworks.domain.outreach.models import CallOutcome
from linkworks.domain.outreach.next_step import Outcome, Standing, next_step
from linkworks.domain.outreach.presenters.rules import tell_what_follows
from linkworks.domain.outreach.rules import (
    NEVER_AGAIN,
    NO_BANDS,
    NO_SCRIPT,
    NO_WINDOWS,
    NOBODY_REACHED,
    OUTCOME_KEYS,
    TOO_MANY,
    problems,
    problems_of_hours,
    problems_of_outcome,
    problems_of_outcomes,
)
from linkworks.domain.outreach.shipped import welfare
from linkworks.domain.outreach.tests.test_next_step import EVERY_DAY, NOW
from linkworks.domain.outreach.windows import Span, Windows, tell_hours

REACHED = CallOutcome(label="We talked", follows=Follows.END, ending=Ending.REACHED)
NO_ANSWER = CallOutcome(label="No answer", follows=Follows.RING_AGAIN, rest=timedelta(hours=3))
WEEK = timedelta(days=7)
MONDAY = Span(1, time(9), time(17))

clock_times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
days = st.lists(clock_times, min_size=2, max_size=6, unique=True).map(
    lambda times: [(opens, closes) for opens, closes in zip(sorted(times)[::2], sorted(times)[1::2], strict=False)]
)
spans = st.lists(st.builds(Span, st.integers(1, 7), clock_times, clock_times), max_size=8)


def sentences(**rules):
    sound = {"has_script": True, "spans": [MONDAY], "bands": 1, "outcomes": [REACHED, NO_ANSWER]}
    return list(problems(**sound | rules))


def test_sound_rules_have_no_problem():
    assert sentences() == []


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"has_script": False}, NO_SCRIPT),
        ({"spans": []}, NO_WINDOWS),
        ({"bands": 0}, NO_BANDS),
        ({"outcomes": [NO_ANSWER]}, NOBODY_REACHED),
        ({"outcomes": [REACHED]}, NEVER_AGAIN),
        ({"outcomes": [REACHED] + [NO_ANSWER] * len(OUTCOME_KEYS)}, TOO_MANY),
    ],
)
def test_what_is_missing_is_said(rules, sentence):
    assert sentences(**rules) == [sentence]


def test_shipped_outcomes_make_sense():
    shipped = [CallOutcome(**read_durations(facts)) for facts in welfare()["outcomes"]]
    assert [*problems_of_outcomes(shipped), *(problem for one in shipped for problem in problems_of_outcome(one))] == []


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"follows": Follows.END}, "ending"),
        ({"follows": Follows.RING_AGAIN, "counts": False}, "rest"),
        ({"follows": Follows.RING_AGAIN, "stops_all_calls": True}, "stops_all_calls"),
        ({"follows": Follows.END, "ending": Ending.REACHED, "stops_all_calls": True}, "stops_all_calls"),
        ({"follows": Follows.END, "ending": Ending.DIED, "once_more_after": WEEK}, "once_more_after"),
        (
            {"follows": Follows.END, "ending": Ending.DECLINED, "stops_all_calls": True, "once_more_after": WEEK},
            "once_more_after",
        ),
    ],
)
def test_an_outcome_that_makes_no_sense_says_where(facts, field):
    assert [at for at, _ in problems_of_outcome(CallOutcome(**facts))] == [field]


@pytest.mark.parametrize(("follows", "asks"), [(Follows.RING_AGAIN, True), (Follows.LADDER, False)])
def test_only_an_outcome_that_rings_again_asks_which_language(follows, asks):
    given = {"label": "Speaks something else", "follows": follows, "counts": "on", "asks_language": "on"}
    form = OutcomeForm(data=given, offered=[])
    assert form.is_valid(), form.errors
    assert form.facts["asks_language"] is asks
    told = tell_what_follows(CallOutcome(**{**form.facts, "place": 1}))
    assert ("The caller says which language they need." in told) is asks


def test_only_an_outcome_that_ends_it_says_when_they_are_rung_once_more():
    given = {"label": "Not this time", "ending": Ending.DECLINED, "rest": "3 hours", "once_more_after": "1 week"}
    ends, rings = (OutcomeForm(data=given | {"follows": one}, offered=[]) for one in (Follows.END, Follows.RING_AGAIN))
    assert ends.is_valid(), ends.errors
    assert rings.is_valid(), rings.errors
    assert (ends.facts["once_more_after"], rings.facts["once_more_after"]) == (WEEK, timedelta())
    told = tell_what_follows(CallOutcome(**{**ends.facts, "place": 1}))
    assert told == "Done: did not want a call. In bands that do so, rung once more after 7 days."


def test_hours_that_overlap_or_end_before_they_begin_are_named():
    overlap = [Span(1, time(9), time(13)), Span(1, time(12), time(17))]
    assert list(problems_of_hours(overlap)) == [
        (
            1,
            "Monday midday to 5pm begins before 1pm, when the hours before it end."
            " Let one end before the other begins.",
        )
    ]
    backwards = Span(2, time(17), time(9))
    assert list(problems_of_hours([backwards])) == [
        (2, "Tuesday 5pm to 9am: calls must end after they begin. Change one of the times.")
    ]


@given(spans)
def test_hours_without_a_problem_never_cover_a_moment_twice(given_spans):
    if not list(problems_of_hours(given_spans)):
        for one in given_spans:
            covering = [s for s in given_spans if s.weekday == one.weekday and s.opens <= one.opens < s.closes]
            assert covering == [one]


@given(days)
def test_hours_are_shown_as_they_are_read(hours):
    assert HoursField("Monday").to_python(tell_hours(hours)) == hours


def test_a_day_may_end_at_midnight():
    read = HoursField("Monday").to_python("6pm to midnight")
    assert read == [(time(18), time.max)]
    assert tell_hours(read) == "6pm to midnight"


@given(
    rest=st.timedeltas(timedelta(), timedelta(days=3)),
    spacing=st.timedeltas(timedelta(), timedelta(days=3)),
    counts=st.booleans(),
)
def test_tries_that_count_are_as_far_apart_as_the_band_says(rest, spacing, counts):
    standing = Standing(0, 0, 4, other_number=False, spacing=spacing)
    step = next_step(Outcome(Follows.RING_AGAIN, rest=rest, counts=counts), standing, EVERY_DAY, NOW, None)
    assert step.wakes_at >= NOW + (max(rest, spacing) if counts else rest)


def all_tries(band):
    """When each try is made of somebody who never answers and whose band is this, from Monday 9am on."""
    windows = Windows("Europe/London", [Span(day, time(9), time(20)) for day in range(1, 8)])
    at, made, parts = NOW.replace(day=2, hour=9), [], 0
    while len(made) < band["most_tries"]:
        made.append(at)
        standing = Standing(len(made) - 1, parts, band["most_tries"], False, timedelta(**band["spacing"]))
        step = next_step(Outcome(Follows.RING_AGAIN, rest=timedelta(hours=3)), standing, windows, at, None)
        at, parts = step.wakes_at, step.tried_parts
    return made


@pytest.mark.parametrize(("place", "tries", "within"), [(0, 4, timedelta(days=2)), (1, 6, timedelta(days=7))])
def test_shipped_bands_spread_their_tries(place, tries, within):
    made = all_tries(welfare()["bands"][place])
    assert len(made) == tries
    assert made[-1] - made[0] <= within
    assert all(later - earlier >= timedelta(hours=3) for earlier, later in pairwise(made))
