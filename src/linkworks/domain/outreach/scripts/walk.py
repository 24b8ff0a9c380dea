"""The way through a script: which step comes next, what the answers raise, and what is read back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

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
from linkworks.domain.outreach.scripts.leaving_out import is_left_out
from linkworks.domain.outreach.scripts.texts import Text, is_need, label_of, need_of, read_back_of

# A key, keys or words; of what may be passed on, each type of need with yes or no; why it was left out; None for what
# was only said.
Value = str | list[str] | dict[str, bool] | None
# By the key of each step that was seen.
Given = Mapping[str, Value]


class Progress(StrEnum):
    TO_COME = "to come"
    UNDER_WAY = "under way"
    DONE = "done"


@dataclass(frozen=True)
class Place:
    """Where a module stands. `step` is the next one, none when it is done; `ends_call`: an answer ended the call."""

    progress: Progress
    step: Step | None
    ends_call: bool = False


def is_alone(script: Script, given: Given) -> bool:
    """Known to be able to talk freely: said so in this call."""
    return any(one.says_alone for step in script.asks_alone for one in chosen(step, given.get(step.key)))


def place_in(script: Script, module: Module, given: Given) -> Place:
    seen = False
    for step, way in _way(script, module, given):
        if not _is_answered(script, step, given):
            return Place(Progress.UNDER_WAY if seen else Progress.TO_COME, step)
        if way == END_OF_CALL:
            return Place(Progress.DONE, None, ends_call=True)
        seen = True
    return Place(Progress.DONE, None)


def place(script: Script, given: Given, *, module: str = "") -> tuple[Module, Place] | None:
    """The step to show: of the module that was chosen, else of the first that is not done. None when all is said.

    The modules that open the call come before any that was chosen.
    """
    places = [(one, place_in(script, one, given)) for one in script.modules]
    if any(at.ends_call for _, at in places):
        return None
    left = [(one, at) for one, at in places if at.step is not None]
    opening = [pair for pair in left if pair[0].opens]
    picked = [pair for pair in left if pair[0].key == module]
    return next(iter(opening or picked or left), None)


def needs_raised(script: Script, given: Given) -> list[Need]:
    """Each once, in the order of the script."""
    answers = [one for step in script.steps.values() for one in chosen(step, given.get(step.key))]
    return list(dict.fromkeys(need for answer in answers for need in answer.needs))


def choices_of(script: Script, step: Step, given: Given) -> dict[str, Text]:
    """What may be chosen, by its key. Of what may be passed on, it is each need that this talk has raised."""
    if step.kind != StepKind.SHARING:
        return {answer.key: label_of(step, answer) for answer in step.answers}
    return {
        need.type: need_of(one, answer, need)
        for one in script.steps.values()
        for answer in chosen(one, given.get(one.key))
        for need in answer.needs
    }


def may_share(script: Script, given: Given) -> frozenset[str]:
    """The types of need that the person agreed to have passed on, asked about each."""
    asked = (given.get(step.key) for step in script.steps.values() if step.kind == StepKind.SHARING)
    return frozenset(one for value in asked if isinstance(value, dict) for one, agreed in value.items() if agreed)


def concerns_raised(script: Script, given: Given) -> list[Step]:
    """Steps whose answer says that somebody may be hurt."""
    steps = [script.steps[key] for key in given if key in script.steps]
    return [step for step in steps if any(one.raises_concern for one in chosen(step, given[step.key]))]


def left_unasked(script: Script, given: Given) -> list[Step]:
    """What is not asked because somebody else may hear it. It is written down as such, and not as a no.

    Nothing before it was asked whether they are alone: then nobody decided anything.
    """
    has_asked = any(given.get(step.key) for step in script.asks_alone)
    if not has_asked or is_alone(script, given):
        return []
    return [step for step in script.steps.values() if step.only_alone and step.key not in given]


def said_back(script: Script, given: Given) -> list[Text]:
    """What the caller reads aloud at the end, to be put right: first what was said, then what will be done."""
    found = [
        text
        for step in script.steps.values()
        for answer in chosen(step, given.get(step.key))
        for text in read_back_of(step, answer)
    ]
    facts, needs = ([text for text in found if is_need(text) is wanted] for wanted in (False, True))
    return list({text.words: text for text in [*facts, *needs]}.values())


def _is_answered(script: Script, step: Step, given: Given) -> bool:
    """A need that was raised after it was asked what may be passed on has to be asked about, too."""
    value = given.get(step.key)
    if step.kind == StepKind.SHARING and isinstance(value, dict):
        return all(need.type in value for need in needs_raised(script, given))
    return step.key in given


def _way(script: Script, module: Module, given: Given) -> Iterator[tuple[Step, str]]:
    """The steps that this talk comes by, in order, each with where its answer leads.

    A draft may still lead back, or to what is gone: then it is the step below.
    """
    order = {step.key: number for number, step in enumerate(module.steps)}
    number = 0
    while number < len(module.steps):
        step = module.steps[number]
        if not _is_met(script, step, given):
            number += 1
            continue
        way = goes(step, given.get(step.key))
        yield step, way
        if way in (END_OF_MODULE, END_OF_CALL):
            return
        number = max(order.get(way, number), number + 1)


def goes(step: Step, value: Value) -> str:
    """Where a question decides how its part goes on, leaving it out leaves out the rest of the part."""
    if is_left_out(value):
        return END_OF_MODULE if any(answer.goes for answer in step.answers) else ""
    return next((one.goes for one in chosen(step, value) if one.goes), "")


def _is_met(script: Script, step: Step, given: Given) -> bool:
    if step.kind == StepKind.SHARING and not needs_raised(script, given):
        return False
    return may_be_asked(script, step, given)


def may_be_asked(script: Script, step: Step, given: Given) -> bool:
    if step.only_alone and not is_alone(script, given):
        return False
    return all(_holds(guard, given) for guard in step.guards)


def _holds(guard: Guard, given: Given) -> bool:
    value = given.get(guard.step)
    return any(one in guard.among for one in (value if isinstance(value, list) else [value]))


def chosen(step: Step, value: Value) -> list[Answer]:
    """The answers that were given to a step."""
    keys = value if isinstance(value, list) else [value]
    return [answer for answer in step.answers if answer.key in keys]
