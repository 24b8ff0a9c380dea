from dataclasses import replace

from linkworks.domain.outreach.scripts import editing
from linkworks.domain.outreach.scripts.content import Answer, Guard, Need, StepKind
from linkworks.domain.outreach.scripts.differences import differences
from linkworks.domain.outreach.scripts.reading import read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.scripts.texts import title_of, translate

SCRIPT = read_script(welfare_call())


def told(after):
    return {one.about: list(one.sentences) for one in differences(SCRIPT, after)}


def test_the_same_words_differ_in_nothing():
    assert told(SCRIPT) == {}


def test_parts():
    after = editing.add_module(editing.remove_module(SCRIPT, "money"), title="Pets", opens=False)
    after = editing.change_module(after, "food", title="Eating", opens=True)
    assert told(editing.move_module(after, "home", -1)) == {
        "The whole script": ["The part “Money” is gone.", "The parts come in another order."],
        "Eating": ["It was called “Food”.", "It opens the call now."],
        "Pets": ["This part is new, with 0 steps."],
    }


def test_steps():
    after = editing.remove_step(SCRIPT, "food-pay")
    after, _ = editing.add_step(after, "food", kind=StepKind.SAY, say="Good.", guidance="", labels=[])
    diet = replace(after.steps["food-diet"], say="What do you not eat?", guards=(Guard("food-enough", ("none",)),))
    name = "What do you not eat?"
    assert told(editing.change_step(after, diet)) == {
        "Food": [
            "“How would you pay for the shopping?” is gone.",
            f"“{name}”: it said “Is there anything that you cannot eat, or do not eat?” and now says “{name}”.",
            f"“{name}”: it is said at other times.",
            "“Good.” is new.",
        ]
    }


def test_answers():
    need = Need("money-advice", "today", "Somebody will ring about money today.")
    before = SCRIPT.steps["money-enough"].answer("managing")
    after = editing.put_answer(
        SCRIPT, "money-enough", replace(before, label="Yes", goes="end of module", read_back="", needs=(need,))
    )
    after = editing.put_answer(after, "money-enough", Answer("", "Will not say"))
    name = "Are you managing with money and bills?"
    assert told(after) == {
        "Money": [
            f"“{name}”: “Yes” was “Managing”.",
            f"“{name}”: “Yes” led to the step below and now leads to the end of this part.",
            f"“{name}”: “Yes” reads back nothing.",
            f"“{name}”: “Yes” raises “{need.read_back}” (money-advice, today).",
            f"“{name}”: the answer “Will not say” is new.",
        ]
    }


def test_languages():
    text = title_of(SCRIPT.modules[0])
    assert told(translate(SCRIPT, "ur", {text: "سلام"})) == {"The whole script": ["1 text in Urdu changed."]}
