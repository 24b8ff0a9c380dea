"""The answers of a talk that count. A caller goes back and changes one: then what it no longer leads to falls away."""

from linkworks.domain.outreach.scripts.content import (
    END_OF_CALL,
    END_OF_MODULE,
    NOT_ASKED,
    Module,
    Script,
    Step,
    StepKind,
)
from linkworks.domain.outreach.scripts.walk import Given, Value, goes, may_be_asked, needs_raised


def standing(script: Script, given: Given) -> dict[str, Value]:
    """Those to questions that the talk comes by, in the order in which they were given.

    A question that is not answered yet may be answered in any way: nothing falls away before something that was said
    leads past it. Where the opening can only end the call, nothing after it counts. What is changed back counts again.
    """
    # That they are alone may be found out after a question that is asked of nobody else.
    found = _walked(script, given, {})
    alone = {step.key: found[step.key] for step in script.asks_alone if step.key in found}
    counted = _walked(script, given, alone)
    asks_to_share = bool(needs_raised(script, counted))
    return {
        key: value
        for key, value in given.items()
        if value == NOT_ASKED or (key in counted and (asks_to_share or script.steps[key].kind != StepKind.SHARING))
    }


def _walked(script: Script, given: Given, known: Given) -> dict[str, Value]:
    """The answers by which the talk comes; `known` are some that count whatever comes of the others."""
    counted = dict(known)
    for module in sorted(script.modules, key=lambda one: not one.opens):
        goes_on = _gather(script, module, given, counted)
        if module.opens and not goes_on:
            break
    return counted


def _gather(script: Script, module: Module, given: Given, counted: dict[str, Value]) -> bool:
    """Add to `counted` what counts of a module. Whether the call may go on after it."""
    order = {step.key: number for number, step in enumerate(module.steps)} | {END_OF_MODULE: len(module.steps)}
    reached = {0}
    for number, step in enumerate(module.steps):
        if number not in reached:
            continue
        is_asked = may_be_asked(script, step, counted)
        if is_asked and step.key in given:
            counted[step.key] = given[step.key]
        for way in _ways(step, given) if is_asked else {""}:
            if way != END_OF_CALL:
                reached.add(max(order.get(way, 0), number + 1))
    return len(module.steps) in reached


def _ways(step: Step, given: Given) -> set[str]:
    if step.key in given:
        return {goes(step, given[step.key])}
    return {answer.goes for answer in step.answers} or {""}
