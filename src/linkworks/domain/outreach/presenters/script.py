"""The script on the caller's screen: one step at a time, with the words to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from linkworks.domain.outreach.scripts.content import Answer, Module, Script, Step, StepKind
from linkworks.domain.outreach.scripts.walk import Given, Progress, answers_of, place, place_in, read_back
from linkworks.foundation.design.parts import Tag

TAGS = {
    Progress.TO_COME: Tag("To come", "white"),
    Progress.UNDER_WAY: Tag("Now", "blue"),
    Progress.DONE: Tag("Done", "green"),
}
OVER = "All is said. Write down how it went."


@dataclass(frozen=True)
class AnswerButton:
    """`number` is the key that presses it."""

    number: int
    key: str
    label: str


@dataclass(frozen=True)
class StepCard:
    key: str
    module: str
    say: str
    guidance: str
    answers: tuple[AnswerButton, ...]
    is_several: bool
    takes_words: bool


@dataclass(frozen=True)
class ModuleLine:
    key: str
    title: str
    progress: Tag
    may_choose: bool


@dataclass(frozen=True)
class ScriptView:
    """`step` is None when nothing more is asked: then `over` says what to do."""

    step: StepCard | None
    modules: tuple[ModuleLine, ...]
    read_back: str
    over: str = OVER

    @classmethod
    def of(cls, script: Script, given: Given, words: Mapping[str, str], *, module: str) -> "ScriptView":
        """`words` are what stands in braces in the script: names, the number to check."""
        said = read_back(script, given)
        at = place(script, given, module=module)
        filled = {**words, "read_back": said}
        return cls(
            step=_card(at[0], at[1].step, answers_of(script, at[1].step, given), filled) if at and at[1].step else None,
            modules=tuple(_line(script, one, given) for one in script.modules),
            read_back=said,
        )


def _card(module: Module, step: Step, answers: Sequence[Answer], words: Mapping[str, str]) -> StepCard:
    return StepCard(
        key=step.key,
        module=module.title,
        say=_fill(step.say, words),
        guidance=_fill(step.guidance, words),
        answers=tuple(AnswerButton(number, one.key, one.label) for number, one in enumerate(answers, 1)),
        is_several=step.kind in (StepKind.SEVERAL, StepKind.SHARING),
        takes_words=step.kind == StepKind.WORDS,
    )


def _fill(text: str, words: Mapping[str, str]) -> str:
    """A brace that nobody knows stays as it is: a caller sees that something is missing."""
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text


def _line(script: Script, module: Module, given: Given) -> ModuleLine:
    here = place_in(script, module, given)
    opened = all(place_in(script, one, given).step is None for one in script.modules if one.opens)
    return ModuleLine(module.key, module.title, TAGS[here.progress], opened and here.step is not None)
