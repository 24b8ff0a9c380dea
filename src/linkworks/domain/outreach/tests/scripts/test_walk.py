"""Whatever a published script says and whatever is answered: a call ends, and the order of a talk decides nothing."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from linkworks.domain.outreach.scripts.checks import problems
from linkworks.domain.outreach.scripts.content import END_OF_MODULE, Answer, Guard, Module, Script, Step, StepKind
from linkworks.domain.outreach.scripts.reading import read_script
from linkworks.domain.outreach.scripts.trail import read_trail, write_trail
from linkworks.domain.outreach.scripts.walk import left_unasked, needs_raised, place
from linkworks.domain.outreach.scripts.writing import write_script
from linkworks.domain.outreach.tests.scripts.making import NEED, anything_said, read_back, scripts

KNOWN = {NEED.type}
# Most scripts that are made wildly may not be published, and are passed over.
few = settings(max_examples=40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


def talk(script, answer_to, chosen=lambda given_to: ""):
    """`chosen` is the part that the caller goes to."""
    given_to = {}
    while (at := place(script, given_to, module=chosen(given_to))) is not None:
        step = at[1].step
        assert len(given_to) <= len(script.steps)
        given_to[step.key] = answer_to(step)
    return given_to


@few
@given(st.data(), scripts(wildly=True))
def test_every_script_that_may_be_published_ends(data, script):
    assume(not problems(script, KNOWN))
    talk(script, lambda step: data.draw(anything_said(script, step)))


@few
@given(st.data(), scripts(ends_call=False))
def test_in_any_order_of_its_parts_the_same_is_asked(data, script):
    assume(not problems(script, KNOWN))
    answers = {key: data.draw(anything_said(script, step)) for key, step in script.steps.items()}
    names = [module.key for module in script.modules]
    straight = talk(script, lambda step: answers[step.key])
    about = talk(script, lambda step: answers[step.key], lambda _: data.draw(st.sampled_from(names)))
    assert about == straight
    assert needs_raised(script, about) == needs_raised(script, straight)
    assert read_back(script, about) == read_back(script, straight)
    assert left_unasked(script, about) == left_unasked(script, straight)


def test_without_the_rule_the_order_would_decide():
    """The control: a question that depends on one of another part, and may end its own."""
    yes_ends = (Answer("a", "A", END_OF_MODULE), Answer("b", "B"))
    food = (
        Step("food-0", StepKind.CHOICE, "Well?", guards=(Guard("money-0", ("a",)),), answers=yes_ends),
        Step("food-1", StepKind.SAY, "Go on."),
    )
    hello = Module("hello", "Hello", (Step("hello-0", StepKind.SAY, "Hello."),), opens=True)
    money = Module("money", "Money", (Step("money-0", StepKind.CHOICE, "Enough?", answers=yes_ends),))
    script = Script("A script", "English", (hello, Module("food", "Food", food), money))
    orders = [
        talk(script, lambda step: step.answers and "a", lambda _, first=first: first) for first in ("food", "money")
    ]
    assert orders[0] != orders[1]
    assert [one.step for one in problems(script, KNOWN)] == ["food-0"]


@given(st.data(), scripts(wildly=True))
def test_even_a_draft_ends_for_whoever_tries_it_out(data, script):
    talk(script, lambda step: data.draw(anything_said(script, step)))


@given(scripts(wildly=True))
def test_a_script_is_kept_as_it_is(script):
    assert read_script(write_script(script)) == script


@given(st.data(), scripts())
def test_a_trail_leads_back_to_what_was_said(data, script):
    given_to = talk(script, lambda step: data.draw(anything_said(script, step)))
    assert read_trail(script, write_trail(script, given_to)) == given_to
