from dataclasses import replace

import pytest

from linkworks.domain.outreach.scripts import editing
from linkworks.domain.outreach.scripts.content import Answer, StepKind
from linkworks.domain.outreach.scripts.reading import read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.foundation.core.errors import NotFound

SCRIPT = read_script(welfare_call())


def keys(items):
    return [item.key for item in items]


def test_a_part_comes_last_under_a_name_of_its_own():
    twice = editing.add_module(editing.add_module(SCRIPT, title="Pets", opens=False), title="Pets", opens=True)
    assert keys(twice.modules)[-2:] == ["pets", "pets-2"]
    assert twice.module("pets-2").opens


def test_a_title_in_other_letters_gets_a_plain_name():
    made = editing.add_module(SCRIPT, title="حیوان", opens=False)
    assert keys(made.modules)[-1] == "part"


def test_parts_change_places_and_stop_at_the_ends():
    first, second = keys(SCRIPT.modules)[:2]
    assert keys(editing.move_module(SCRIPT, first, 1).modules)[:2] == [second, first]
    assert editing.move_module(SCRIPT, first, -1) == SCRIPT


def test_a_part_goes_with_its_steps():
    left = editing.remove_module(SCRIPT, "food")
    assert left.module("food") is None
    assert "food-enough" not in left.steps


def test_a_step_comes_with_its_answers():
    made, key = editing.add_step(
        SCRIPT, "food", kind=StepKind.CHOICE, say="Have you a pet?", guidance="", labels=["No", "Yes", "Yes"]
    )
    assert key == "have-you-a-pet"
    assert keys(made.module("food").steps)[-1] == key
    assert [(one.key, one.label) for one in made.steps[key].answers] == [("no", "No"), ("yes", "Yes"), ("yes-2", "Yes")]


def test_a_step_keeps_its_key_when_its_words_change():
    step = SCRIPT.steps["food-diet"]
    changed = editing.change_step(SCRIPT, replace(step, say="What do you not eat?"))
    assert changed.steps["food-diet"].say == "What do you not eat?"
    assert keys(changed.module("food").steps) == keys(SCRIPT.module("food").steps)


def test_steps_and_answers_move_and_go():
    moved = editing.move_step(SCRIPT, "food-diet", -1)
    assert keys(moved.module("food").steps)[-2:] == ["food-diet", "food-pay"]
    assert "food-diet" not in editing.remove_step(SCRIPT, "food-diet").steps
    turned = editing.move_answer(SCRIPT, "all-right", "yes", 1)
    assert keys(turned.steps["all-right"].answers) == ["no", "yes"]
    assert keys(editing.remove_answer(SCRIPT, "all-right", "no").steps["all-right"].answers) == ["yes"]


def test_an_answer_is_put_in_the_place_of_the_one_before():
    changed = editing.put_answer(SCRIPT, "all-right", Answer("no", "Better not"))
    assert [one.label for one in changed.steps["all-right"].answers] == ["Yes", "Better not"]


@pytest.mark.parametrize(
    "change",
    [
        lambda: editing.change_module(SCRIPT, "nowhere", title="", opens=False),
        lambda: editing.remove_step(SCRIPT, "nowhere"),
        lambda: editing.move_answer(SCRIPT, "all-right", "nowhere", 1),
    ],
)
def test_what_is_not_there_is_not_changed(change):
    with pytest.raises(NotFound):
        change()
