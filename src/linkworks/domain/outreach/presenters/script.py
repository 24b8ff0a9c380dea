"""The script on the caller's screen: one step at a time, with the words to say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from linkworks.domain.outreach.presenters.script_said import (
    SaidLine,
    answered,
    last_before,
    picked_in,
    said_so_far,
    typed_in,
)
from linkworks.domain.outreach.presenters.script_tongue import Spoken, Tongue
from linkworks.domain.outreach.scripts.content import Module, Script, Step, StepKind
from linkworks.domain.outreach.scripts.languages import NAMES
from linkworks.domain.outreach.scripts.leaving_out import LEFT_OUT, REASONS, may_be_left_out
from linkworks.domain.outreach.scripts.texts import title_of, words_of
from linkworks.domain.outreach.scripts.walk import (
    Given,
    Progress,
    choices_of,
    place,
    place_in,
    said_back,
)
from linkworks.foundation.design.parts import Tag

TAGS_OF = {
    Progress.TO_COME: Tag("To come", "white"),
    Progress.UNDER_WAY: Tag("Now", "blue"),
    Progress.DONE: Tag("Done", "green"),
}
OVER = "All is said. Write down how it went."
READ_BACK = "{read_back}"


@dataclass(frozen=True)
class AnswerButton:
    """`number` is the key that presses it. `is_chosen`: it was, and is changed now."""

    number: int
    key: str
    label: Spoken
    is_chosen: bool


@dataclass(frozen=True)
class Reason:
    """Why a question is left out. `number` is the key that presses it, after L."""

    number: int
    value: str
    label: str
    takes_words: bool = False


WHY_LEFT_OUT = (
    *(Reason(number, why, why.removeprefix(LEFT_OUT).capitalize()) for number, why in enumerate(REASONS, 1)),
    Reason(len(REASONS) + 1, LEFT_OUT, "Another reason", takes_words=True),
)


@dataclass(frozen=True)
class StepCard:
    """`say` is in pieces, for what is read back may be partly in another language. There are no `reasons` where the
    step cannot be left out. `typed` is what was written down before.
    """

    key: str
    module: Spoken
    say: tuple[Spoken, ...]
    guidance: str
    answers: tuple[AnswerButton, ...]
    is_several: bool
    takes_words: bool
    typed: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class ModuleLine:
    key: str
    title: Spoken
    progress: Tag
    may_choose: bool


@dataclass(frozen=True)
class LanguageChoice:
    tag: str
    name: str
    is_current: bool


@dataclass(frozen=True)
class ScriptView:
    """`step` is None when nothing more is asked: then `over` says what to do. `languages` are those to choose from.
    `said` are the answers so far; `back` is the key of the question before the one that is shown, and `is_again` says
    that this one is answered already.
    """

    step: StepCard | None
    modules: tuple[ModuleLine, ...]
    read_back: tuple[Spoken, ...]
    languages: tuple[LanguageChoice, ...]
    said: tuple[SaidLine, ...]
    back: str
    is_again: bool
    over: str = OVER

    @classmethod
    def of(
        cls,
        script: Script,
        given: Given,
        names: Mapping[str, str],
        *,
        module: str = "",
        language: str = "",
        change: str = "",
    ) -> "ScriptView":
        """`given` are the answers that count. `names` are what stands in braces in the script; `language` is the tag of
        one that it has; `change` is the key of a question whose answer the caller changes.
        """
        tongue = Tongue(script, language if language in script.translations else "", names)
        again = _opened_again(script, given, change)
        at = again or _next(script, given, module)
        shown = at[1].key if at else ""
        return cls(
            step=_card(tongue, *at, given) if at else None,
            modules=tuple(_lines(tongue, given)),
            read_back=tuple(tongue.say(text) for text in said_back(script, given)),
            languages=tuple(_languages(script, tongue.tag)) if script.translations else (),
            said=said_so_far(tongue, given, shown),
            back=last_before(script, given, shown),
            is_again=again is not None,
        )


def _opened_again(script: Script, given: Given, change: str) -> tuple[Module, Step] | None:
    if change not in answered(script, given):
        return None
    step = script.steps[change]
    return next((module, step) for module in script.modules if step in module.steps)


def _next(script: Script, given: Given, module: str) -> tuple[Module, Step] | None:
    at = place(script, given, module=module)
    return (at[0], at[1].step) if at and at[1].step else None


def _card(tongue: Tongue, module: Module, step: Step, given: Given) -> StepCard:
    choices = choices_of(tongue.script, step, given)
    value = given.get(step.key)
    picked = picked_in(value)
    return StepCard(
        key=step.key,
        module=tongue.say(title_of(module)),
        say=tuple(_with_read_back(tongue.say(words_of(step)), map(tongue.say, said_back(tongue.script, given)))),
        guidance=tongue.fill(step.guidance),
        answers=tuple(
            AnswerButton(number, key, tongue.say(text), is_chosen=key in picked)
            for number, (key, text) in enumerate(choices.items(), 1)
        ),
        is_several=step.kind in (StepKind.SEVERAL, StepKind.SHARING),
        takes_words=step.kind == StepKind.WORDS,
        typed=typed_in(step, value),
        reasons=WHY_LEFT_OUT if may_be_left_out(tongue.script, step) else (),
    )


def _with_read_back(said: Spoken, back: Iterable[Spoken]) -> Iterator[Spoken]:
    before, here, after = said.words.partition(READ_BACK)
    pieces = [replace(said, words=before.strip()), *(back if here else ()), replace(said, words=after.strip())]
    return (piece for piece in pieces if piece.words)


def _lines(tongue: Tongue, given: Given) -> Iterator[ModuleLine]:
    """Those that do not open the call may be chosen once it is open."""
    places = [(module, place_in(tongue.script, module, given)) for module in tongue.script.modules]
    is_open = all(here.step is None for module, here in places if module.opens)
    for module, here in places:
        may_choose = is_open and here.step is not None
        yield ModuleLine(module.key, tongue.say(title_of(module)), TAGS_OF[here.progress], may_choose)


def _languages(script: Script, current: str) -> Iterator[LanguageChoice]:
    yield LanguageChoice("", script.language, is_current=not current)
    for tag in script.translations:
        yield LanguageChoice(tag, NAMES[tag], is_current=tag == current)
