"""Scripts of every shape, sound and unsound, for tests of properties."""

from hypothesis import strategies as st

from linkworks.domain.outreach.scripts.content import (
    END_OF_CALL,
    END_OF_MODULE,
    Answer,
    Guard,
    Module,
    Need,
    Script,
    Step,
    StepKind,
)
from linkworks.domain.outreach.scripts.leaving_out import REASONS, may_be_left_out
from linkworks.domain.outreach.scripts.walk import said_back

NEED = Need("food", "today", "You will have food.")
ENDS = ["", "", "", END_OF_MODULE]
KEYS = ["a", "b", "c"]
ANYWHERE = [f"{part}-{number}" for part in ("hello", "food", "money") for number in range(3)]


@st.composite
def answers(draw, below, *, ends_call):
    goes = st.sampled_from([*ENDS, *below, *([END_OF_CALL] if ends_call else [])])
    needs = st.sampled_from([(), (), (NEED,)])
    keys = KEYS[: draw(st.integers(2, 3))]
    return tuple(Answer(key, key.upper(), draw(goes), draw(needs), says_alone=draw(st.booleans())) for key in keys)


@st.composite
def steps(draw, prefix, before, *, ends_call, wildly):
    """`before` are steps that surely come earlier; `wildly` leads and depends on anything at all."""
    keys = [f"{prefix}-{number}" for number in range(draw(st.integers(1, 4)))]
    made = []
    for number, key in enumerate(keys):
        kind = draw(st.sampled_from(StepKind))
        asked = [*before, *(one for one in made if one.answers)]
        names = ANYWHERE if wildly else [one.key for one in asked]
        guards = st.lists(st.sampled_from(names), max_size=1) if names and number else st.just([])
        offers = kind in (StepKind.CHOICE, StepKind.SEVERAL)
        below = keys if wildly else keys[number + 1 :]
        made.append(
            Step(
                key,
                kind,
                f"Is it {key}?",
                guards=tuple(Guard(name, ("a",)) for name in draw(guards)),
                answers=draw(answers(below, ends_call=ends_call)) if offers else (),
                only_alone=draw(st.booleans()) if asked and number else False,
            )
        )
    return tuple(made)


@st.composite
def scripts(draw, *, ends_call=True, wildly=False):
    """One part that opens the call, and others that each depend on it and on themselves."""
    opening = draw(steps("hello", [], ends_call=ends_call, wildly=wildly))
    before = [step for step in opening if step.answers]
    names = ["food", "money", "home"][: draw(st.integers(1, 3))]
    modules = [
        Module(name, name.capitalize(), draw(steps(name, before, ends_call=ends_call, wildly=wildly))) for name in names
    ]
    return Script("A script", "English", (Module("hello", "Hello", opening, opens=True), *modules))


@st.composite
def values(draw, step):
    keys = [answer.key for answer in step.answers]
    if step.kind == StepKind.SHARING:
        return {NEED.type: draw(st.booleans())}
    if step.kind == StepKind.SEVERAL:
        return draw(st.lists(st.sampled_from(keys), min_size=1, unique=True))
    return draw(st.sampled_from(keys)) if keys else None


def anything_said(script, step):
    """An answer, or why there is none."""
    answer = values(step)
    return st.one_of(answer, st.sampled_from(REASONS)) if may_be_left_out(script, step) else answer


def read_back(script, given_to):
    return " ".join(text.words for text in said_back(script, given_to))
