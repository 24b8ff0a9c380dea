"""Going back: whatever answers are changed, those count that a call with the newest answers would have."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from linkworks.domain.outreach.scripts.checks import problems
from linkworks.domain.outreach.scripts.content import END_OF_CALL, NOT_ASKED, Answer, Module, Script, Step, StepKind
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.scripts.standing import standing
from linkworks.domain.outreach.scripts.walk import left_unasked, may_share, needs_raised, place
from linkworks.domain.outreach.tests.scripts.making import NEED, anything_said, scripts

SCRIPT = read_script(welfare_call())
few = settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


def all_is_well(step):
    return step.answers[0].key if step.answers else None


def carry_on(script, given_to, answer_to=all_is_well):
    """What was given, and then whatever is still asked, to the end."""
    given_to = dict(given_to)
    asked = set()
    while (at := place(script, standing(script, given_to))) is not None:
        step = at[1].step
        assert step.key not in asked, "it is asked twice"
        asked.add(step.key)
        given_to[step.key] = answer_to(step)
    return given_to


def talk(**answers):
    """All is well but for these."""
    said = {key.replace("_", "-"): value for key, value in answers.items()}
    return carry_on(SCRIPT, {}, lambda step: said.get(step.key, all_is_well(step)))


def next_question(given_to):
    return place(SCRIPT, standing(SCRIPT, given_to))[1].step.key


def anything(script, step):
    if step.kind == StepKind.SHARING:
        return st.fixed_dictionaries({need: st.booleans() for need in needs_of(script)})
    return anything_said(script, step)


@st.composite
def changed_talks(draw, script):
    """A call to its end, in which answers were changed now and then."""

    def answer_to(step):
        return draw(anything(script, step))

    given_to = carry_on(script, {}, answer_to)
    for _ in range(draw(st.integers(1, 4))):
        counted = sorted(standing(script, given_to))
        assume(counted)
        step = script.steps[draw(st.sampled_from(counted))]
        given_to = {**given_to, step.key: answer_to(step)}
        if draw(st.booleans()):
            given_to = carry_on(script, given_to, answer_to)
    return carry_on(script, given_to, answer_to)


@few
@given(st.data(), scripts(ends_call=False))
def test_those_count_that_the_same_call_rung_anew_would_have(data, script):
    assume(not problems(script, {NEED.type}))
    given_to = data.draw(changed_talks(script))
    anew = carry_on(script, {}, lambda step: given_to[step.key])
    assert standing(script, given_to) == standing(script, anew)


@few
@given(st.data())
def test_so_it_is_in_the_call_that_is_shipped_where_the_opening_may_end_it(data):
    given_to = data.draw(changed_talks(SCRIPT))
    anew = carry_on(SCRIPT, {}, lambda step: given_to[step.key])
    assert standing(SCRIPT, given_to) == anew


@few
@given(st.data(), scripts(wildly=True))
def test_what_counts_is_what_was_given_and_counting_again_changes_nothing(data, script):
    given_to = {key: data.draw(anything_said(script, step)) for key, step in script.steps.items()}
    counted = standing(script, given_to)
    assert counted.items() <= given_to.items()
    assert standing(script, counted) == counted


@few
@given(st.data(), scripts())
def test_in_a_call_without_a_change_every_answer_counts(data, script):
    """Where nothing is kept for later, until they are alone."""
    assume(not problems(script, {NEED.type}))
    assume(not any(step.only_alone for step in script.steps.values()))
    given_to = {}
    while (at := place(script, given_to)) is not None:
        given_to[at[1].step.key] = data.draw(anything_said(script, at[1].step))
        assert standing(script, given_to) == given_to


def test_what_the_changed_answer_leads_past_falls_away_and_the_rest_stays():
    hungry = talk(food_enough="none", food_why="both", medicine_days="some-days", medicine_fetch="nobody")
    assert {"food-parcel", "medicines"} <= {need.type for need in needs_raised(SCRIPT, hungry)}
    counted = standing(SCRIPT, hungry | {"food-enough": "yes"})
    assert hungry.keys() - counted.keys() == {"food-why", "food-none", "food-diet"}
    assert {need.type for need in needs_raised(SCRIPT, counted)} == {"medicines"}


def test_what_lies_on_both_ways_is_not_asked_again():
    given_to = talk(food_enough="today-only", food_why="both") | {"food-enough": "none"}
    assert "food-diet" in standing(SCRIPT, given_to)
    assert next_question(given_to) == "food-none"
    assert carry_on(SCRIPT, given_to).keys() - given_to.keys() == {"food-none"}


def test_an_answer_that_is_changed_back_brings_back_what_followed():
    given_to = talk(food_enough="none")
    there_and_back = given_to | {"food-enough": "yes"} | {"food-enough": "none"}
    assert standing(SCRIPT, there_and_back) == given_to


@pytest.mark.parametrize(
    ("changed", "asked_next", "last"),
    [
        ({"who-answered": "not-here"}, "when-better", "who-answered"),
        ({"who-answered": "died"}, "so-sorry", "who-answered"),
        ({"two-facts": "wrong"}, "not-them", "two-facts"),
        ({"safe-to-talk": "not-safe"}, "another-day", "safe-to-talk"),
    ],
)
def test_where_the_opening_can_only_end_the_call_nothing_after_it_counts_at_once(changed, asked_next, last):
    said = talk(food_enough="none", afraid="yes", urgent_today="crisis")
    counted = standing(SCRIPT, said | changed)
    assert list(counted)[-1] == last
    assert needs_raised(SCRIPT, counted) == []
    assert next_question(said | changed) == asked_next


@pytest.mark.parametrize("no", ["no", "another-time"])
def test_without_their_consent_nothing_after_it_counts_and_nothing_is_asked(no):
    said = talk(food_enough="none") | {"may-ask": no}
    counted = standing(SCRIPT, said)
    assert list(counted)[-1] == "may-ask"
    assert place(SCRIPT, counted) is None


def test_somebody_is_there_after_all():
    said = talk(food_enough="none", afraid="no") | {"safe-to-talk": "not-alone"}
    counted = standing(SCRIPT, said)
    assert said.keys() - counted.keys() == {"afraid"}
    assert [step.key for step in left_unasked(SCRIPT, counted)] == ["afraid"]
    assert next_question(said) == "stop-phrase"


def test_nothing_is_passed_on_once_they_want_that():
    said = talk(food_enough="none", food_why="both", sharing={"food-parcel": True})
    assert may_share(SCRIPT, standing(SCRIPT, said)) == {"food-parcel"}
    assert may_share(SCRIPT, standing(SCRIPT, said | {"may-ask": "yes-no-sharing"})) == set()


def test_what_was_written_down_as_not_asked_stands():
    assert standing(SCRIPT, {"safe-to-talk": "not-alone", "afraid": NOT_ASKED})["afraid"] == NOT_ASKED


def test_a_part_that_ends_the_call_takes_nothing_from_other_parts():
    """They may be taken in any order, so what was said in them was said before."""
    ends = (Answer("stop", "Wants to stop", END_OF_CALL), Answer("on", "Goes on"))
    hello = Module("hello", "Hello", (Step("hello", StepKind.SAY, "Hello."),), opens=True)
    food = Module("food", "Food", (Step("food", StepKind.CHOICE, "Enough?", answers=ends),))
    money = Module("money", "Money", (Step("money", StepKind.CHOICE, "Enough?", answers=ends),))
    script = Script("A script", "English", (hello, food, money))
    said = {"hello": None, "money": "on", "food": "stop"}
    assert standing(script, said) == said
