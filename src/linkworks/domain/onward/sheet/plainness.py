"""What a person is given to keep must be plain: Flesch–Kincaid grade 6 or below, part by part."""

from collections.abc import Iterable, Mapping
from typing import Any

from linkworks.domain.onward.sheet.entry_words import PROSE
from linkworks.foundation.core.reading_grade import HardSentence, grade, hard_sentences

PLAIN_GRADE = 6.0


def hard_parts(words: Mapping[str, str]) -> dict[str, list[HardSentence]]:
    """The parts that are too hard to read, with the sentences that make them so."""
    return {
        part: hard_sentences(words[part], PLAIN_GRADE) for part in PROSE if grade(words.get(part, "")) > PLAIN_GRADE
    }


def grade_of(entries: Iterable[Any]) -> float:
    """Of all the prose of a sheet together."""
    return grade("\n".join(getattr(entry, part) for entry in entries for part in PROSE))
