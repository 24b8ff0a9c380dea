"""What changed from one version of a script to the next, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from linkworks.domain.outreach.scripts.content import Answer, Module, Need, Script, Step
from linkworks.domain.outreach.scripts.languages import NAMES
from linkworks.domain.outreach.scripts.words import URGENCIES, way_of
from linkworks.foundation.core import words

Item = TypeVar("Item", Module, Step, Answer)


@dataclass(frozen=True)
class Differences:
    """Sentences about one part, or about the whole script."""

    about: str
    sentences: tuple[str, ...]


def differences(before: Script, after: Script) -> list[Differences]:
    """Empty where both say the same."""
    of_parts = ((module.title, list(_of_module(before, after, module))) for module in after.modules)
    told = [("The whole script", list(_of_script(before, after))), *of_parts]
    return [Differences(about, tuple(sentences)) for about, sentences in told if sentences]


def _of_script(before: Script, after: Script) -> Iterator[str]:
    for module in _gone(before.modules, after.modules):
        yield f"The part “{module.title}” is gone."
    if _order(before.modules, after.modules) != _order(after.modules, before.modules):
        yield "The parts come in another order."
    for tag in dict.fromkeys([*before.translations, *after.translations]):
        earlier, now = before.translations.get(tag, {}), after.translations.get(tag, {})
        if changed := len({place for place in {*earlier, *now} if earlier.get(place) != now.get(place)}):
            yield f"{words.count(changed, 'text')} in {NAMES[tag]} changed."


def _of_module(before: Script, after: Script, module: Module) -> Iterator[str]:
    old = before.module(module.key)
    if old is None:
        yield f"This part is new, with {words.count(len(module.steps), 'step')}."
        return
    if old.title != module.title:
        yield f"It was called “{old.title}”."
    if old.opens != module.opens:
        yield "It opens the call now." if module.opens else "It no longer opens the call."
    for step in _gone(old.steps, module.steps):
        yield f"“{step.name}” is gone."
    if _order(old.steps, module.steps) != _order(module.steps, old.steps):
        yield "Its steps come in another order."
    for step in module.steps:
        earlier = next((one for one in old.steps if one.key == step.key), None)
        if earlier is None:
            yield f"“{step.name}” is new."
        else:
            yield from (f"“{step.name}”: {sentence}" for sentence in _of_step(before, after, earlier, step))


def _of_step(before: Script, after: Script, old: Step, new: Step) -> Iterator[str]:
    if old.say != new.say:
        yield f"it said “{old.say}” and now says “{new.say}”."
    if old.guidance != new.guidance:
        yield f"the guidance is now “{new.guidance}”." if new.guidance else "it has no guidance any more."
    if old.kind != new.kind:
        yield "it is answered in another way."
    if (old.guards, old.only_alone) != (new.guards, new.only_alone):
        yield "it is said at other times."
    for answer in _gone(old.answers, new.answers):
        yield f"the answer “{answer.label}” is gone."
    if _order(old.answers, new.answers) != _order(new.answers, old.answers):
        yield "its answers come in another order."
    for answer in new.answers:
        earlier = old.answer(answer.key)
        if earlier is None:
            yield f"the answer “{answer.label}” is new."
        else:
            yield from (f"“{answer.label}” {sentence}" for sentence in _of_answer(before, after, earlier, answer))


def _of_answer(before: Script, after: Script, old: Answer, new: Answer) -> Iterator[str]:
    if old.label != new.label:
        yield f"was “{old.label}”."
    if old.goes != new.goes:
        yield f"led to {way_of(before, old)} and now leads to {way_of(after, new)}."
    if old.read_back != new.read_back:
        yield f"reads back “{new.read_back}”." if new.read_back else "reads back nothing."
    if old.needs != new.needs:
        yield f"raises {words.listed(map(_need, new.needs))}." if new.needs else "raises no need any more."
    if old.raises_concern != new.raises_concern:
        yield "tells the team lead." if new.raises_concern else "no longer tells the team lead."
    if old.says_alone != new.says_alone:
        yield "means that they are alone." if new.says_alone else "no longer means that they are alone."


def _need(need: Need) -> str:
    return f"“{need.read_back}” ({need.type}, {URGENCIES[need.urgency]})"


def _gone(old: Iterable[Item], new: Iterable[Item]) -> list[Item]:
    kept = {one.key for one in new}
    return [one for one in old if one.key not in kept]


def _order(items: Iterable[Item], others: Iterable[Item]) -> list[str]:
    """The keys of those that are in both."""
    shared = {one.key for one in others}
    return [one.key for one in items if one.key in shared]
