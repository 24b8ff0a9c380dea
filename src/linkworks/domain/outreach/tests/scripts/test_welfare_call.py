"""The script that comes with the program: sound, safe, and short where all is well."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.outreach.scripts.checks import problems
from linkworks.domain.outreach.scripts.content import StepKind
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.scripts.walk import (
    Progress,
    choices_of,
    concerns_raised,
    left_unasked,
    may_share,
    needs_raised,
    place,
    place_in,
)
from linkworks.domain.outreach.tests.scripts.making import read_back

SCRIPT = read_script(welfare_call())
NEEDS = needs_of(SCRIPT)
KEYS_TO_SAVE = 3


def talk(choose):
    """Walk to the end; `choose(step)` is what was given to it."""
    given_to = {}
    while (at := place(SCRIPT, given_to)) is not None:
        step = at[1].step
        assert step.key not in given_to
        given_to[step.key] = choose(step)
    return given_to


def all_is_well(step):
    return step.answers[0].key if step.answers else None


def needing(*, food="none", shares=("hot-meal",)):
    """Nothing to eat and nothing to heat it with; `shares` may be passed on."""
    choose = but(food_enough=food, food_why="both", food_none="cannot-cook")
    asked = {"food-parcel": "food-parcel" in shares, "hot-meal": "hot-meal" in shares}
    return talk(lambda step: asked if step.kind == StepKind.SHARING else choose(step))


def but(**answers):
    return lambda step: answers.get(step.key.replace("-", "_")) or all_is_well(step)


def test_it_may_be_published():
    assert problems(SCRIPT, NEEDS) == []


def test_a_call_without_needs_takes_25_keys_at_the_most():
    given_to = talk(all_is_well)
    assert len(given_to) + KEYS_TO_SAVE <= 25
    assert needs_raised(SCRIPT, given_to) == []


def test_what_is_read_back_says_what_was_heard():
    said = read_back(SCRIPT, needing())
    assert "A hot meal will reach you today." in said
    assert "Your medicines will last a week." in said
    assert "You have food for the next three days." not in said


def test_no_food_today_is_immediate():
    needs = needs_raised(SCRIPT, needing())
    assert ("hot-meal", "immediate") in {(need.type, need.urgency) for need in needs}


def test_medicines_that_have_run_out_are_brought_today_unless_somebody_fetches_them():
    run_out = talk(but(medicine_days="run-out", medicine_fetch="nobody", sharing={"medicines": True}))
    assert [(need.type, need.urgency) for need in needs_raised(SCRIPT, run_out)] == [("medicines", "immediate")]
    fetched = talk(but(medicine_days="run-out", medicine_fetch="somebody"))
    assert needs_raised(SCRIPT, fetched) == []


def test_safety_is_asked_of_those_who_are_alone_only():
    assert "afraid" in talk(all_is_well)
    assert "afraid" not in (given_to := talk(but(safe_to_talk="not-alone")))
    assert [step.key for step in left_unasked(SCRIPT, given_to)] == ["afraid"]
    assert left_unasked(SCRIPT, {}) == []


def test_sharing_is_asked_about_each_need_and_only_where_there_is_one():
    assert "sharing" not in talk(all_is_well)
    given_to = needing(shares=["hot-meal"])
    assert list(choices_of(SCRIPT, SCRIPT.steps["sharing"], given_to)) == ["food-parcel", "hot-meal"]
    assert may_share(SCRIPT, given_to) == {"hot-meal"}


def test_a_need_that_comes_later_is_asked_about_too():
    given_to = needing() | {"money-enough": "nothing-left"}
    module, at = place(SCRIPT, given_to)
    assert (module.key, at.step.key) == ("close", "sharing")


def test_whoever_wants_nothing_passed_on_is_not_asked_again():
    assert "sharing" not in talk(but(may_ask="yes-no-sharing", money_enough="worried"))


def test_fear_raises_a_concern():
    assert [step.key for step in concerns_raised(SCRIPT, talk(but(afraid="yes")))] == ["afraid"]


@pytest.mark.parametrize(
    "answers",
    [
        {"who_answered": "died"},
        {"who_we_are": "not-wanted"},
        {"two_facts": "wrong"},
        {"all_right": "no"},
        {"may_ask": "another-time"},
        {"may_ask": "no"},
        {"safe_to_talk": "not-safe"},
    ],
)
def test_a_call_that_must_stop_stops_before_it_asks_about_food(answers):
    assert "food-enough" not in talk(but(**answers))


def test_modules_are_taken_in_any_order_once_the_call_is_open():
    module, at = place(SCRIPT, {}, module="money")
    assert module.key == "opening"
    opened = {step.key: all_is_well(step) for one in SCRIPT.modules if one.opens for step in one.steps}
    module, at = place(SCRIPT, opened, module="money")
    assert (module.key, at.progress) == ("money", Progress.TO_COME)


@st.composite
def some_talk(draw):
    def choose(step):
        keys = [answer.key for answer in step.answers]
        if step.kind == StepKind.SHARING:
            return {need: draw(st.booleans()) for need in NEEDS}
        if step.kind == StepKind.SEVERAL:
            return draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
        return draw(st.sampled_from(keys)) if keys else draw(st.none() | st.text(max_size=10))

    return talk(choose)


@given(some_talk())
def test_every_talk_ends_and_every_need_is_read_back(given_to):
    said = read_back(SCRIPT, given_to)
    assert all(need.read_back in said for need in needs_raised(SCRIPT, given_to))
    ended_early = any(place_in(SCRIPT, module, given_to).ends_call for module in SCRIPT.modules)
    assert ended_early or "ring-again" in given_to
