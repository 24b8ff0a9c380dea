"""A question is left out with a reason: it raises nothing, and the talk goes on where that makes sense."""

import pytest

from linkworks.domain.outreach.scripts.content import StepKind
from linkworks.domain.outreach.scripts.leaving_out import LEFT_OUT, REASONS, is_left_out, may_be_left_out
from linkworks.domain.outreach.scripts.reading import read_script
from linkworks.domain.outreach.scripts.saying import value_of
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.scripts.walk import concerns_raised, left_unasked, needs_raised, place
from linkworks.domain.outreach.selectors.call_needs import needs_said
from linkworks.domain.outreach.tests.scripts.making import read_back
from linkworks.foundation.core.errors import Refused

SCRIPT = read_script(welfare_call())
KNOWN = REASONS[-1]


def talk(answers):
    """All is well but for these."""
    given_to = {}
    while (at := place(SCRIPT, given_to)) is not None:
        step = at[1].step
        given_to[step.key] = answers.get(step.key, step.answers[0].key if step.answers else None)
    return given_to


def left_out_wherever_it_may_be():
    return {key: KNOWN for key, step in SCRIPT.steps.items() if may_be_left_out(SCRIPT, step)}


def test_what_opens_a_call_and_what_is_no_question_is_never_left_out():
    opening = {step.key for module in SCRIPT.modules if module.opens for step in module.steps}
    assert {"two-facts", "may-ask", "safe-to-talk", "urgent-today"} <= opening
    assert not opening & left_out_wherever_it_may_be().keys()
    assert not {"read-back", "sharing"} & left_out_wherever_it_may_be().keys()


def test_a_call_in_which_everything_is_left_out_ends_and_raises_nothing():
    given_to = talk(left_out_wherever_it_may_be())
    assert needs_raised(SCRIPT, given_to) == []
    assert concerns_raised(SCRIPT, given_to) == []
    assert read_back(SCRIPT, given_to) == ""


def test_a_question_that_decides_how_its_part_goes_on_ends_the_part():
    given_to = talk({"food-enough": KNOWN})
    assert not {"food-why", "food-none", "food-diet"} & given_to.keys()
    assert "medicine-days" in given_to


def test_after_any_other_the_part_goes_on():
    given_to = talk({"food-enough": "none", "food-why": KNOWN})
    assert {"food-none", "food-diet"} <= given_to.keys()
    assert "food-pay" not in given_to, "it is asked only after an answer to what was left out"


@pytest.mark.parametrize("why", REASONS)
def test_a_reason_is_kept_in_words_that_anybody_can_read(why):
    kept = value_of(SCRIPT, SCRIPT.steps["mood"], {}, [why])
    assert (kept, is_left_out(kept)) == (why, True)


def test_another_reason_is_kept_as_it_was_typed_and_must_be():
    mood = SCRIPT.steps["mood"]
    assert value_of(SCRIPT, mood, {}, [LEFT_OUT], " Her son wept ") == "left out: Her son wept"
    with pytest.raises(Refused, match="Say why"):
        value_of(SCRIPT, mood, {}, [LEFT_OUT], " ")


def test_who_they_are_is_asked_all_the_same():
    with pytest.raises(Refused, match="Choose an answer"):
        value_of(SCRIPT, SCRIPT.steps["two-facts"], {}, [KNOWN])


def test_what_was_not_safe_to_ask_stays_not_asked():
    given_to = talk({"safe-to-talk": "not-alone", "mood": KNOWN})
    assert [step.key for step in left_unasked(SCRIPT, given_to)] == ["afraid"]


def test_a_reason_is_not_passed_on_as_if_they_had_said_it():
    assert SCRIPT.steps["food-diet"].kind == StepKind.WORDS
    given_to = talk({"food-enough": "none", "food-none": "cannot-cook", "food-diet": "left out: Her son wept"})
    assert all("left out" not in need.words for need in needs_said(SCRIPT, given_to, ()))
