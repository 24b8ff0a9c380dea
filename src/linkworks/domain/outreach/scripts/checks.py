"""What is wrong with a script, in sentences. One that has any of it is not published."""

from collections import Counter
from collections.abc import Collection, Iterator

from linkworks.domain.outreach.scripts.content import END_OF_CALL, END_OF_MODULE, Module, Script, Step, StepKind

MOST_ANSWERS = 9  # each is on a number key
CHOOSES = (StepKind.CHOICE, StepKind.SEVERAL)


def problems(script: Script, need_types: Collection[str]) -> list[str]:
    """`need_types` are those that the campaign knows what to do about."""
    return [
        *_repeated("modules", (module.key for module in script.modules)),
        *_repeated("steps", (step.key for module in script.modules for step in module.steps)),
        *(problem for module in script.modules for problem in _of_module(module)),
        *(problem for step in script.steps.values() for problem in _of_step(script, step, need_types)),
    ]


def _repeated(what: str, keys: Iterator[str]) -> list[str]:
    return [f"Two {what} are called “{key}”. Give one another name." for key, n in Counter(keys).items() if n > 1]


def _of_module(module: Module) -> Iterator[str]:
    if not module.steps:
        yield f"“{module.title}” has no steps."
        return
    order = {step.key: number for number, step in enumerate(module.steps)}
    for step in module.steps:
        for goes in (answer.goes for answer in step.answers if answer.goes):
            if goes in (END_OF_MODULE, END_OF_CALL):
                continue
            if goes not in order:
                yield f"“{step.key}” leads to “{goes}”, which is not in “{module.title}”."
            elif order[goes] <= order[step.key]:
                yield f"“{step.key}” leads back to “{goes}”: a call could go round and never end."
    for step in set(module.steps) - _reachable(module):
        yield f"Nothing leads to “{step.key}”."


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
        leads = {answer.goes for answer in step.answers} if step.kind in CHOOSES else {""}
        if step.guards or step.only_alone:
            leads.add("")
        waiting += [number + 1 if not goes else order.get(goes, len(order)) for goes in leads]
    return {module.steps[number] for number in reached}


def _of_step(script: Script, step: Step, need_types: Collection[str]) -> Iterator[str]:
    if not step.say.strip():
        yield f"“{step.key}” has no words to say."
    if step.kind in CHOOSES and not 1 < len(step.answers) <= MOST_ANSWERS:
        yield f"“{step.key}” needs from 2 to {MOST_ANSWERS} answers."
    if step.kind not in CHOOSES and step.answers:
        yield f"“{step.key}” takes no answers to choose from."
    yield from _repeated(f"answers to “{step.key}”", (answer.key for answer in step.answers))
    for need in (need for answer in step.answers for need in answer.needs if need.type not in need_types):
        yield f"“{step.key}” raises “{need.type}”, which this campaign does not know."
    yield from _of_guards(script, step)


def _of_guards(script: Script, step: Step) -> Iterator[str]:
    for guard in step.guards:
        asked = script.steps.get(guard.step)
        if asked is None:
            yield f"“{step.key}” depends on “{guard.step}”, which is not in the script."
        else:
            for key in set(guard.among) - {answer.key for answer in asked.answers}:
                yield f"“{step.key}” depends on the answer “{key}”, which “{guard.step}” does not have."
