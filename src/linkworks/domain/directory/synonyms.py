"""Words that lead to each other in a search: `data/synonyms.toml`."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from linkworks.domain.directory.letters import plain_letters

FILE = Path(__file__).parent / "data" / "synonyms.toml"
LONGEST = 6  # words of one saying
SHORTEST_PLURAL = 4

Phrase = tuple[str, ...]


def in_words(text: str) -> list[str]:
    return re.findall(r"\w+", plain_letters(text).replace("’", "").replace("'", ""))


def same_as(words: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """How many of the first words make a saying that we know, the longest, and what it leads to; (0, ()) for none."""
    singular = [_singular(word) for word in words[:LONGEST]]
    for length in range(len(singular), 0, -1):
        if found := _leads_to().get(tuple(singular[:length])):
            return length, found
    return 0, ()


@cache
def _leads_to() -> dict[Phrase, tuple[str, ...]]:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    leads: dict[Phrase, dict[str, None]] = defaultdict(dict)
    for group in table["same"]:
        for saying in group:
            leads[_phrase(saying)] |= dict.fromkeys(other for other in group if other != saying)
    for wide, narrow in table["finds"].items():
        leads[_phrase(wide)] |= dict.fromkeys(narrow)
    return {phrase: tuple(sayings) for phrase, sayings in leads.items()}


def _phrase(saying: str) -> Phrase:
    return tuple(_singular(word) for word in in_words(saying))


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) >= SHORTEST_PLURAL and not word.endswith("ss") else word
