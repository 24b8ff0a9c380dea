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
)

# What was given to each step that was seen: a key, keys or words; None for a step that was said or passed over.
Given = Mapping[str, str | list[str] | None]


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


def place_in(module: Module, given: Given, *, is_alone: bool) -> Place:
    seen = False
    for step, goes in _way(module, given, is_alone=is_alone):
        if step.key not in given:
            return Place(Progress.UNDER_WAY if seen else Progress.TO_COME, step)
        if goes == END_OF_CALL:
            return Place(Progress.DONE, None, ends_call=True)
        seen = True
    return Place(Progress.DONE, None)


def place(script: Script, given: Given, *, is_alone: bool, module: str = "") -> tuple[Module, Place] | None:
    """The step to show: of the module that was chosen, else of the first that is not done. None when all is said.

    The modules that open the call come before any that was chosen.
    """
    places = [(one, place_in(one, given, is_alone=is_alone)) for one in script.modules]
    if any(at.ends_call for _, at in places):
        return None
    left = [(one, at) for one, at in places if at.step is not None]
    opening = [pair for pair in left if pair[0].opens]
    chosen = [pair for pair in left if pair[0].key == module]
    return next(iter(opening or chosen or left), None)


def needs_raised(script: Script, given: Given) -> list[Need]:
    """Each once, in the order of the script."""
    chosen = [one for step in script.steps.values() for one in _chosen(step, given.get(step.key))]
    return list(dict.fromkeys(need for answer in chosen for need in answer.needs))


def concerns_raised(script: Script, given: Given) -> list[Step]:
    """Steps whose answer says that somebody may be hurt."""
    steps = [script.steps[key] for key in given if key in script.steps]
    return [step for step in steps if any(one.raises_concern for one in _chosen(step, given[step.key]))]


def left_unasked(script: Script, *, is_alone: bool) -> list[Step]:
    """What is not asked because somebody else may hear it. It is written down as such, and not as a no."""
    return [] if is_alone else [step for step in script.steps.values() if step.only_alone]


def read_back(script: Script, given: Given) -> str:
    """What the caller reads aloud at the end, so that the person can put it right."""
    said = [
        one.read_back for step in script.steps.values() for one in _chosen(step, given.get(step.key)) if one.read_back
    ]
    needs = [need.read_back for need in needs_raised(script, given)]
    return " ".join(dict.fromkeys([*said, *needs]))


def _way(module: Module, given: Given, *, is_alone: bool) -> Iterator[tuple[Step, str]]:
    """The steps that this talk comes by, in order, each with where its answer leads."""
    order = {step.key: number for number, step in enumerate(module.steps)}
    number = 0
    while number < len(module.steps):
        step = module.steps[number]
        if not _is_met(step, given, is_alone=is_alone):
            number += 1
            continue
        goes = next((one.goes for one in _chosen(step, given.get(step.key)) if one.goes), "")
        yield step, goes
        if goes in (END_OF_MODULE, END_OF_CALL):
            return
        number = order[goes] if goes else number + 1


def _is_met(step: Step, given: Given, *, is_alone: bool) -> bool:
    return (is_alone or not step.only_alone) and all(_holds(guard, given) for guard in step.guards)


def _holds(guard: Guard, given: Given) -> bool:
    value = given.get(guard.step)
    return any(one in guard.among for one in (value if isinstance(value, list) else [value]))


def _chosen(step: Step, value: str | list[str] | None) -> list[Answer]:
    keys = value if isinstance(value, list) else [value]
    return [answer for answer in step.answers if answer.key in keys]
