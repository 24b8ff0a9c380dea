import pytest

from linkworks.domain.outreach.scripts.checks import problems
from linkworks.domain.outreach.scripts.reading import UnreadableScriptError, read_script

YES_NO = [{"key": "yes", "label": "Yes"}, {"key": "no", "label": "No"}]

GOLD = {"type": "gold", "urgency": "today", "read_back": "You will have gold."}


def step(key, *, answers=YES_NO, kind="choice", say="Is that so?", **more):
    return {"key": key, "kind": kind, "say": say, "answers": answers, **more}


def leading(goes):
    return [{"key": "yes", "label": "Yes", "goes": goes}, {"key": "no", "label": "No", "goes": "end of module"}]


def wrong_with(*steps, need_types=("food",)):
    modules = [{"key": "one", "title": "One", "steps": list(steps)}]
    modules.insert(0, {"key": "hello", "title": "Hello", "opens": True, "steps": [step("first")]})
    found = problems(read_script({"title": "A script", "language": "English", "modules": modules}), need_types)
    return [one.sentence for one in found]


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ([], "It has no steps."),
        ([step("a"), step("a")], "Two steps are called “a”. Give one another name."),
        ([step("a", say=" ")], "It has no words to say."),
        (
            [step("a", say="Hello, {nmae}")],
            "Nothing is filled in for {nmae}. There are {name}, {caller}, {team}, {telephone}, {code} and {read_back}.",
        ),
        ([step("a", answers=YES_NO[:1])], "It needs from 2 to 9 answers."),
        ([step("a", answers=YES_NO + YES_NO)], "Two answers are called “yes”. Give one another name."),
        ([step("a", kind="say")], "It takes no answers to choose from."),
        ([step("a", answers=leading("b"))], "“Yes” leads to a step that is not in “One”. Choose where it leads."),
        (
            [step("a"), step("b", answers=leading("a"))],
            "“Yes” leads back: a call could go round and never end. Choose a step further down.",
        ),
        ([step("a", answers=leading("c")), step("b"), step("c")], "Nothing leads to it."),
        (
            [step("a", guards=[{"step": "z", "among": ["yes"]}])],
            "It is said only after a question that is no longer there. Choose again when it is said.",
        ),
        (
            [step("a"), step("b", guards=[{"step": "a", "among": ["perhaps"]}])],
            "It is said only after an answer to “Is that so?” that is no longer there. Choose again.",
        ),
        (
            [step("a", guards=[{"step": "b", "among": ["yes"]}]), step("b")],
            "It is said only after “Is that so?”, which may come later. Choose a question above it, or of the opening.",
        ),
        (
            [step("a", only_alone=True)],
            "It is asked only of somebody who is alone, but nothing before it finds out whether they are.",
        ),
        (
            [step("a", answers=[{**YES_NO[0], "needs": [GOLD] * 3}, YES_NO[1]])],
            "“Yes” raises more than 2 needs.",
        ),
        (
            [
                step(
                    "a",
                    answers=[
                        {**YES_NO[0], "needs": [{"type": "gold", "urgency": "today", "read_back": ""}]},
                        YES_NO[1],
                    ],
                )
            ],
            "“Yes” raises “gold”, which no campaign knows what to do about.",
        ),
    ],
)
def test_what_is_wrong_is_said(steps, sentence):
    assert sentence in wrong_with(*steps)


def test_a_script_without_faults_has_no_problems():
    assert wrong_with(
        step("a", answers=leading("c")), step("b", guards=[{"step": "a", "among": ["no"]}]), step("c")
    ) == ["Nothing leads to it."]
    assert wrong_with(step("a"), step("b", kind="words", answers=[])) == []


@pytest.mark.parametrize("kept", [{}, {"title": "A", "language": "English", "modules": [{"key": "one"}]}])
def test_what_is_no_script_is_not_read(kept):
    with pytest.raises(UnreadableScriptError):
        read_script(kept)


def test_a_call_must_be_opened():
    modules = [{"key": "one", "title": "One", "steps": [step("a")]}]
    found = problems(read_script({"title": "A script", "language": "English", "modules": modules}), ())
    assert [str(one) for one in found] == ["No part opens the call. Let the one come first that says who is ringing."]


def test_a_problem_says_where_it_is():
    modules = [{"key": "one", "title": "One", "opens": True, "steps": [step("a", answers=[])]}]
    (found,) = problems(read_script({"title": "A script", "language": "English", "modules": modules}), ())
    assert (found.module, found.step) == ("one", "a")
    assert str(found) == "“Is that so?”: It needs from 2 to 9 answers."
