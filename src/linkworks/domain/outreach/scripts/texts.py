"""Every text of a script that a person hears or chooses by, and the same in another language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from linkworks.domain.outreach.scripts.content import Answer, Module, Need, Script, Step, Translation

FILLED_IN = ("{name}", "{caller}", "{team}", "{telephone}", "{code}", "{read_back}")
_BRACES = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Text:
    """`place` names it for as long as its step has its key, whatever its words become."""

    place: str
    words: str


def braces_in(words: str) -> set[str]:
    """Where a name or a number is filled in."""
    return set(_BRACES.findall(words))


def title_of(module: Module) -> Text:
    return Text(f"title.{module.key}", module.title)


def words_of(step: Step) -> Text:
    return Text(f"say.{step.key}", step.say)


def label_of(step: Step, answer: Answer) -> Text:
    return Text(f"answer.{step.key}.{answer.key}", answer.label)


def read_back_of(step: Step, answer: Answer) -> Iterator[Text]:
    """What is read back of an answer: what was said, then each need."""
    if answer.read_back:
        yield Text(f"back.{step.key}.{answer.key}", answer.read_back)
    for need in answer.needs:
        yield need_of(step, answer, need)


def need_of(step: Step, answer: Answer, need: Need) -> Text:
    return Text(f"need.{step.key}.{answer.key}.{need.type}", need.read_back)


def is_need(text: Text) -> bool:
    return text.place.startswith("need.")


def texts_of(module: Module) -> list[Text]:
    return [title_of(module), *(text for step in module.steps for text in _texts_of_step(step))]


def _texts_of_step(step: Step) -> Iterator[Text]:
    yield words_of(step)
    for answer in step.answers:
        yield label_of(step, answer)
        yield from read_back_of(step, answer)


def translated(script: Script, tag: str, text: Text) -> str:
    """Blank where the text has none, or where its words have changed since it was translated."""
    found = script.translations.get(tag, {}).get(text.place)
    return found.says if found and found.of == text.words else ""


def translate(script: Script, tag: str, given: dict[Text, str]) -> Script:
    """With these texts in that language; blank takes one away. A language begins with no text at all."""
    kept = dict(script.translations.get(tag, {}))
    for text, says in given.items():
        kept.pop(text.place, None)
        if says:
            kept[text.place] = Translation(text.words, says)
    return replace(script, translations={**script.translations, tag: kept})
