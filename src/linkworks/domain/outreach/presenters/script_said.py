"""What was answered so far, and the question that a caller goes back to."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from textwrap import shorten

from linkworks.domain.outreach.presenters.script_tongue import Spoken, Tongue
from linkworks.domain.outreach.scripts.content import LONGEST_NAME, Script, Step, StepKind
from linkworks.domain.outreach.scripts.leaving_out import is_left_out
from linkworks.domain.outreach.scripts.texts import words_of
from linkworks.domain.outreach.scripts.walk import Given, Value, choices_of

NOTHING_NOTED = "Nothing noted"
NOTHING_PASSED_ON = "Nothing is passed on"


@dataclass(frozen=True)
class SaidLine:
    """A question, and what was answered. `step` is its key."""

    step: str
    asked: Spoken
    said: tuple[Spoken, ...]
    is_shown: bool


def said_so_far(tongue: Tongue, given: Given, shown: str) -> tuple[SaidLine, ...]:
    """In the order of the answers; `shown` is the question that is on the page. What is only said has no answer."""
    steps = (tongue.script.steps[key] for key in answered(tongue.script, given))
    return tuple(
        SaidLine(step.key, _name(tongue, step), said_to(tongue, step, given), step.key == shown) for step in steps
    )


def said_to(tongue: Tongue, step: Step, given: Given) -> tuple[Spoken, ...]:
    value = given[step.key]
    picked = picked_in(value)
    labels = [text for key, text in choices_of(tongue.script, step, given).items() if key in picked]
    return tuple(map(tongue.say, labels)) or (tongue.plain(_in_words(step, value)),)


def answered(script: Script, given: Given) -> Iterator[str]:
    """The questions to go back to, in order."""
    return (key for key in given if key in script.steps and script.steps[key].kind != StepKind.SAY)


def last_before(script: Script, given: Given, shown: str) -> str:
    """The question that was answered before the one that is shown. Blank where there is none."""
    before = list(takewhile(lambda key: key != shown, answered(script, given)))
    return before[-1] if before else ""


def picked_in(value: Value) -> set[str]:
    """The keys that were chosen."""
    if isinstance(value, dict):
        return {key for key, agreed in value.items() if agreed}
    return set(value if isinstance(value, list) else [value] if value else [])


def typed_in(step: Step, value: Value) -> str:
    """What was written down in their words."""
    return str(value or "") if step.kind == StepKind.WORDS and not is_left_out(value) else ""


def _name(tongue: Tongue, step: Step) -> Spoken:
    asked = tongue.say(words_of(step))
    return replace(asked, words=shorten(asked.words, LONGEST_NAME, placeholder="…"))


def _in_words(step: Step, value: Value) -> str:
    """What was typed, or why there is no answer."""
    if step.kind == StepKind.SHARING:
        return NOTHING_PASSED_ON
    said = str(value or NOTHING_NOTED)
    return f"{said[0].upper()}{said[1:]}" if is_left_out(value) else said
