"""Licensed wording, which an operator who has registered for a measure loads from a file.

    registration = "the name or number of your registration"
    introduction = "…"
    statements = ["…", "…"]
    answers = ["…", "…"]

The statements stand in the order of the measure; the answers from the lowest to the highest.
"""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

from linkworks.domain.casework.measures.instrument import Answer, Instrument, Item


class WordingError(ValueError):
    """Its message is a sentence for the operator who wrote the file."""


def load_wording(instrument: Instrument, path: Path) -> Instrument:
    """The same measure with its wording; scoring and keys stay as they are."""
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise WordingError(f"The wording of {instrument.name} is not a TOML file: {fault}.") from fault
    if not written.get("registration"):
        raise WordingError(f'Say under which registration you may use {instrument.name}: registration = "…".')
    statements = _texts(written, "statements", len(instrument.items))
    answers = _texts(written, "answers", len(instrument.items[0].answers))
    items = tuple(_worded(item, text, answers) for item, text in zip(instrument.items, statements, strict=True))
    introduction = str(written.get("introduction", ""))
    return replace(instrument, items=items, introduction=introduction, has_wording=True)


def _texts(written: dict[str, Any], name: str, expected: int) -> list[str]:
    texts = written.get(name)
    if not isinstance(texts, list) or len(texts) != expected or not all(isinstance(t, str) and t for t in texts):
        raise WordingError(f'The wording file needs {expected} {name}, none of them blank: {name} = ["…", …].')
    return texts


def _worded(item: Item, text: str, answers: list[str]) -> Item:
    in_order = sorted(item.answers, key=lambda answer: answer.value)
    worded = tuple(Answer(answer.value, words) for answer, words in zip(in_order, answers, strict=True))
    return replace(item, wording=text, answers=worded)
