"""Scoring a measure exactly as its authors do: from its data, and never by guessing what
was not answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from linkworks.domain.casework.measures.instrument import Instrument, Item, Number, Scale, words_for
from linkworks.foundation.core.words import count

Answers = Mapping[str, int | None]


class AnswerError(ValueError):
    """An answer that the measure does not offer; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Score:
    """A number and what it is called; without a number, the words say why."""

    key: str
    label: str
    value: Number | None
    words: str
    higher_is_better: bool


@dataclass(frozen=True, slots=True)
class Result:
    instrument: str
    items: tuple[Score, ...]
    scales: tuple[Score, ...]
    opens_safety_path: bool

    @property
    def missing(self) -> int:
        """How many questions were not answered."""
        return sum(item.value is None for item in self.items)


def score(instrument: Instrument, answers: Answers) -> Result:
    """Score what was answered; a question left out, or answered None, is missing."""
    _check(instrument, answers)
    return Result(
        instrument=instrument.key,
        items=tuple(_item_score(item, answers.get(item.key)) for item in instrument.items),
        scales=tuple(_scale_score(scale, instrument, answers) for scale in instrument.scales),
        opens_safety_path=any(_is_unsafe(item, answers.get(item.key)) for item in instrument.items),
    )


def _check(instrument: Instrument, answers: Answers) -> None:
    offered = {item.key: {answer.value for answer in item.answers} for item in instrument.items}
    for key, value in answers.items():
        if key not in offered:
            raise AnswerError(f"{instrument.name} has no question called {key}.")
        if value is not None and value not in offered[key]:
            raise AnswerError(f"Choose one of the answers to “{instrument.item(key).wording}”.")


def _item_score(item: Item, value: int | None) -> Score:
    words = "not answered" if value is None else item.words_for(value)
    return Score(item.key, item.label, value, words, item.higher_is_better)


def _scale_score(scale: Scale, instrument: Instrument, answers: Answers) -> Score:
    given = {key: answer for key in scale.items if (answer := answers.get(key)) is not None}
    missing = len(scale.items) - len(given)
    if missing > scale.missing_allowed:
        words = f"not scored: {count(missing, 'answer')} missing"
        return Score(scale.key, scale.label, None, words, scale.higher_is_better)
    total = sum(instrument.item(key).points.get(answer, answer) for key, answer in given.items())
    value = scale.conversion.get(total, total)
    return Score(scale.key, scale.label, value, words_for(scale.bands, value), scale.higher_is_better)


def _is_unsafe(item: Item, value: int | None) -> bool:
    return item.safety_above is not None and value is not None and value > item.safety_above
