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
    return problems(read_script({"title": "A script", "language": "English", "modules": modules}), need_types)


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        ([], "“One” has no steps."),
        ([step("a"), step("a")], "Two steps are called “a”. Give one another name."),
        ([step("a", say=" ")], "“a” has no words to say."),
        ([step("a", answers=YES_NO[:1])], "“a” needs from 2 to 9 answers."),
        ([step("a", answers=YES_NO + YES_NO)], "Two answers to “a” are called “yes”. Give one another name."),
        ([step("a", kind="say")], "“a” takes no answers to choose from."),
        ([step("a", answers=leading("b"))], "“a” leads to “b”, which is not in “One”."),
        (
            [step("a"), step("b", answers=leading("a"))],
            "“b” leads back to “a”: a call could go round and never end.",
        ),
        ([step("a", answers=leading("c")), step("b"), step("c")], "Nothing leads to “b”."),
        (
            [step("a", guards=[{"step": "z", "among": ["yes"]}])],
            "“a” depends on “z”, which is not in the script.",
        ),
        (
            [step("a"), step("b", guards=[{"step": "a", "among": ["perhaps"]}])],
            "“b” depends on the answer “perhaps”, which “a” does not have.",
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
            "“a” raises “gold”, which this campaign does not know.",
        ),
    ],
)
def test_what_is_wrong_is_said(steps, sentence):
    assert sentence in wrong_with(*steps)


def test_a_script_without_faults_has_no_problems():
    assert wrong_with(
        step("a", answers=leading("c")), step("b", guards=[{"step": "a", "among": ["no"]}]), step("c")
    ) == ["Nothing leads to “b”."]
    assert wrong_with(step("a"), step("b", kind="words", answers=[])) == []


@pytest.mark.parametrize("kept", [{}, {"title": "A", "language": "English", "modules": [{"key": "one"}]}])
def test_what_is_no_script_is_not_read(kept):
    with pytest.raises(UnreadableScriptError):
        read_script(kept)
