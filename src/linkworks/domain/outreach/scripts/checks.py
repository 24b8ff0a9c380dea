"""What is wrong with a script, in sentences, each at the place it is about. One that has any of it is not published."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from linkworks.domain.outreach.scripts.content import END_OF_CALL, END_OF_MODULE, Module, Script, Step
from linkworks.domain.outreach.scripts.texts import FILLED_IN, braces_in
from linkworks.foundation.core.words import listed

MOST_ANSWERS = 9  # each is on a number key
MOST_NEEDS = 2  # of one answer: a third is a question of its own
DEPENDS = "It is said only after “{}”, which may come later. Choose a question above it, or of the opening."


@dataclass(frozen=True)
class Problem:
    """`step` is blank where a whole module is meant, and `module` where it is the script."""

    sentence: str
    module: str = ""
    step: str = ""
    where: str = ""

    def __str__(self) -> str:
        return f"“{self.where}”: {self.sentence}" if self.where else self.sentence


def problems(script: Script, need_types: Collection[str]) -> list[Problem]:
    """`need_types` are those that a campaign knows what to do about."""
    return [
        *_of_script(script),
        *(problem for module in script.modules for problem in _of_module(script, module, need_types)),
    ]


def _of_script(script: Script) -> Iterator[Problem]:
    if not any(module.opens for module in script.modules):
        yield Problem("No part opens the call. Let the one come first that says who is ringing.")
    for sentence in _repeated("parts", (module.key for module in script.modules)):
        yield Problem(sentence)
    for sentence in _repeated("steps", (step.key for module in script.modules for step in module.steps)):
        yield Problem(sentence)


def _repeated(what: str, keys: Iterator[str]) -> list[str]:
    return [f"Two {what} are called “{key}”. Give one another name." for key, n in Counter(keys).items() if n > 1]


def _of_module(script: Script, module: Module, need_types: Collection[str]) -> Iterator[Problem]:
    if not module.steps:
        yield Problem("It has no steps.", module.key, where=module.title)
        return
    reached = _reachable(module)
    for step in module.steps:
        sentences = [*_of_step(script, step, need_types), *_of_ways(module, step), *_of_guards(script, module, step)]
        if step not in reached:
            sentences.append("Nothing leads to it.")
        for sentence in sentences:
            yield Problem(sentence, module.key, step.key, step.name)


def _of_ways(module: Module, step: Step) -> Iterator[str]:
    order = {one.key: number for number, one in enumerate(module.steps)}
    for answer in step.answers:
        if answer.goes in ("", END_OF_MODULE, END_OF_CALL):
            continue
        if answer.goes not in order:
            yield f"“{answer.label}” leads to a step that is not in “{module.title}”. Choose where it leads."
        elif order[answer.goes] <= order[step.key]:
            yield f"“{answer.label}” leads back: a call could go round and never end. Choose a step further down."


def _reachable(module: Module) -> set[Step]:
    """Steps that some talk may come by. A step with guards may be passed over, and then leads to the one below."""
    order = {step.key: number for number, step in enumerate(module.steps)}
    reached: set[int] = set()
    waiting = [0]
    while waiting:
        number = waiting.pop()
        if number in reached or number >= len(module.steps):
            continue
        reached.add(number)
        step = module.steps[number]
        leads = {answer.goes for answer in step.answers} if step.offers else {""}
        if step.guards or step.only_alone:
            leads.add("")
        waiting += [number + 1 if not goes else order.get(goes, len(order)) for goes in leads]
    return {module.steps[number] for number in reached}


def _of_step(script: Script, step: Step, need_types: Collection[str]) -> Iterator[str]:
    if not step.say.strip():
        yield "It has no words to say."
    for brace in sorted(braces_in(step.say).difference(FILLED_IN)):
        yield f"Nothing is filled in for {brace}. There are {listed(FILLED_IN)}."
    if step.offers and not 1 < len(step.answers) <= MOST_ANSWERS:
        yield f"It needs from 2 to {MOST_ANSWERS} answers."
    if not step.offers and step.answers:
        yield "It takes no answers to choose from."
    yield from _repeated("answers", (answer.key for answer in step.answers))
    for answer in step.answers:
        if len(answer.needs) > MOST_NEEDS:
            yield f"“{answer.label}” raises more than {MOST_NEEDS} needs."
        for need in answer.needs:
            if need.type not in need_types:
                yield f"“{answer.label}” raises “{need.type}”, which no campaign knows what to do about."


def _of_guards(script: Script, module: Module, step: Step) -> Iterator[str]:
    before = {one.key for one in asked_before(script, module, step)}
    for guard in step.guards:
        asked = script.steps.get(guard.step)
        if asked is None:
            yield "It is said only after a question that is no longer there. Choose again when it is said."
        elif guard.step not in before:
            yield DEPENDS.format(asked.name)
        elif any(asked.answer(key) is None for key in guard.among):
            yield f"It is said only after an answer to “{asked.name}” that is no longer there. Choose again."
    if step.only_alone and not any(one.key in before for one in script.asks_alone):
        yield "It is asked only of somebody who is alone, but nothing before it finds out whether they are."


def asked_before(script: Script, module: Module, step: Step) -> list[Step]:
    """What has surely come before it, in whatever order the modules are taken. Only on these may it depend.

    Otherwise the order of a talk would decide what is asked.
    """
    opening = [one for one in script.modules if one.opens]
    first = opening[: opening.index(module)] if module in opening else opening
    above = module.steps[: module.steps.index(step)]
    return [*(one for part in first for one in part.steps), *above]
