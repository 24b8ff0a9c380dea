"""Changes to a script. Each gives a new one; what is wrong with it afterwards, `checks` says."""

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from itertools import count
from typing import Protocol, TypeVar

from django.utils.text import slugify

from linkworks.domain.outreach.scripts.content import Answer, Module, Script, Step, StepKind
from linkworks.foundation.core.errors import NotFound

LONGEST_KEY = 30


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


Item = TypeVar("Item", bound=Keyed)
# What becomes of one of several: two of them, changed, or none.
Change = Callable[[Item], Iterable[Item]]


def add_module(script: Script, *, title: str, opens: bool) -> Script:
    key = _free_key(title, {module.key for module in script.modules}, "part")
    return replace(script, modules=(*script.modules, Module(key, title, (), opens)))


def change_module(script: Script, key: str, *, title: str, opens: bool) -> Script:
    return _with_module(script, key, lambda module: [replace(module, title=title, opens=opens)])


def remove_module(script: Script, key: str) -> Script:
    return _with_module(script, key, lambda _: [])


def move_module(script: Script, key: str, by: int) -> Script:
    return replace(script, modules=_moved(script.modules, key, by))


def add_step(
    script: Script, module: str, *, kind: StepKind, say: str, guidance: str, labels: Iterable[str]
) -> tuple[Script, str]:
    """At the end of its module, and the key that it was given."""
    key = _free_key(say, script.steps, "step")
    step = Step(key, kind, say, guidance)
    for label in labels:
        step = _with_answer(step, Answer("", label))
    changed = _with_module(script, module, lambda one: [replace(one, steps=(*one.steps, step))])
    return changed, key


def change_step(script: Script, step: Step) -> Script:
    """`step` is as it shall be."""
    return _with_step(script, step.key, lambda _: [step])


def remove_step(script: Script, key: str) -> Script:
    return _with_step(script, key, lambda _: [])


def move_step(script: Script, key: str, by: int) -> Script:
    """Within its module."""
    module = module_of(script, key)
    return _with_module(script, module.key, lambda one: [replace(one, steps=_moved(one.steps, key, by))])


def put_answer(script: Script, step: str, answer: Answer) -> Script:
    """In place of the one of its key, or as the last where it has no key yet."""
    return _with_step(script, step, lambda one: [_with_answer(one, answer)])


def remove_answer(script: Script, step: str, key: str) -> Script:
    return _with_step(script, step, lambda one: [replace(one, answers=_changed(one.answers, key, lambda _: []))])


def move_answer(script: Script, step: str, key: str, by: int) -> Script:
    return _with_step(script, step, lambda one: [replace(one, answers=_moved(one.answers, key, by))])


def module_of(script: Script, step: str) -> Module:
    for module in script.modules:
        if any(one.key == step for one in module.steps):
            return module
    raise NotFound


def _with_module(script: Script, key: str, change: Change[Module]) -> Script:
    return replace(script, modules=_changed(script.modules, key, change))


def _with_step(script: Script, key: str, change: Change[Step]) -> Script:
    module = module_of(script, key)
    return _with_module(script, module.key, lambda one: [replace(one, steps=_changed(one.steps, key, change))])


def _with_answer(step: Step, answer: Answer) -> Step:
    if answer.key:
        return replace(step, answers=_changed(step.answers, answer.key, lambda _: [answer]))
    key = _free_key(answer.label, {one.key for one in step.answers}, "answer")
    return replace(step, answers=(*step.answers, replace(answer, key=key)))


def _changed(items: tuple[Item, ...], key: str, change: Change[Item]) -> tuple[Item, ...]:
    _place_of(items, key)
    return tuple(made for item in items for made in (change(item) if item.key == key else [item]))


def _moved(items: tuple[Item, ...], key: str, by: int) -> tuple[Item, ...]:
    """One that is first or last already stays where it is."""
    at = _place_of(items, key)
    rest = [*items[:at], *items[at + 1 :]]
    rest.insert(max(at + by, 0), items[at])
    return tuple(rest)


def _place_of(items: tuple[Item, ...], key: str) -> int:
    for place, item in enumerate(items):
        if item.key == key:
            return place
    raise NotFound


def _free_key(words: str, taken: Container[str], otherwise: str) -> str:
    """Readable where the words are in Latin letters, for it stands in every answer that is kept."""
    stem = slugify(words)[:LONGEST_KEY].strip("-") or otherwise
    return next(key for number in count(1) if (key := stem if number == 1 else f"{stem}-{number}") not in taken)
