"""What a measure is made of. Each measure is written down as data; `scoring` reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Answer:
    value: int
    words: str


@dataclass(frozen=True, slots=True)
class Band:
    """What a number from `low` to `high`, both counted, is called."""

    low: int
    high: int
    words: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `points` is what each answer counts towards a scale, where that is not
    the answer's own value; an answer above `safety_above` opens the safety path."""

    key: str
    label: str
    wording: str
    answers: tuple[Answer, ...]
    higher_is_better: bool
    bands: tuple[Band, ...] = ()
    points: Mapping[int, int] = field(default_factory=dict)
    safety_above: int | None = None

    def words_for(self, value: int) -> str:
        return words_for(self.bands, value) or next(answer.words for answer in self.answers if answer.value == value)


@dataclass(frozen=True, slots=True)
class Scale:
    """A sum over items. With more than `missing_allowed` unanswered there is no sum.
    `conversion` gives the published figure for each raw sum, where there is one."""

    key: str
    label: str
    items: tuple[str, ...]
    higher_is_better: bool
    bands: tuple[Band, ...] = ()
    missing_allowed: int = 0
    conversion: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A named questionnaire. An opt-in one stays hidden until an operator turns it on;
    one whose wording is licensed shows numbers until the operator's file is loaded."""

    key: str
    name: str
    introduction: str
    items: tuple[Item, ...]
    citation: str
    scales: tuple[Scale, ...] = ()
    is_opt_in: bool = False
    needs_registration: bool = False
    has_wording: bool = True

    def item(self, key: str) -> Item:
        return next(item for item in self.items if item.key == key)


def words_for(bands: tuple[Band, ...], value: Number) -> str:
    """What a number is called, or nothing if it has no bands."""
    return next((band.words for band in bands if band.low <= value <= band.high), "")


def nought_to_ten(lowest: str, highest: str) -> tuple[Answer, ...]:
    ends = {0: f"0, {lowest}", 10: f"10, {highest}"}
    return tuple(Answer(value, ends.get(value, str(value))) for value in range(11))
