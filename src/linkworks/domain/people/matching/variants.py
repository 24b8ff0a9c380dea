"""What is known of names: which are one name in other spellings, short forms and languages. Written down in `data/`."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

SHORTEST = 3  # letters: what is left of a name without its ending must still be a name

DATA = Path(__file__).parent / "data"


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text())


def _by_word(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each word, the lines it stands on, each named by its first word."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        words = line.split()
        for word in words:
            found[word].add(words[0])
    return {word: frozenset(firsts) for word, firsts in found.items()}


def _by_line(words: dict[str, frozenset[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for word, lines in words.items():
        for line in lines:
            found[line].add(word)
    return found


GIVEN = _by_word(line for lines in _read("given_names").values() for line in lines)
FAMILY = _by_word(_read("family_names")["spellings"])
LIGHT = frozenset(_read("family_names")["light"].split())
PARTICLES = frozenset(_read("family_names")["particles"].split())
GENDERED = tuple(tuple(pair.split()) for pair in _read("family_names")["gendered"])
STREET_KINDS = {short: line.split()[0] for line in _read("streets")["kinds"] for short in line.split()}
PARTS_OF_BUILDINGS = frozenset(_read("streets")["parts"].split())

_GIVEN_ON = _by_line(GIVEN)


@lru_cache(maxsize=65_536)
def forms_of(word: str) -> frozenset[str]:
    """Every other word on the lines of this given name."""
    return frozenset(form for line in GIVEN.get(word, ()) for form in _GIVEN_ON[line]) - {word}


def share_a_line(table: dict[str, frozenset[str]], one: str, other: str) -> bool:
    nothing: frozenset[str] = frozenset()
    return bool(table.get(one, nothing) & table.get(other, nothing))


def differ_by_gender(one: str, other: str) -> bool:
    """Whether two family names are one as a woman and a man bear it: Kowalska and Kowalski."""
    return one[:2] == other[:2] and bool(_borne_by_a_man(one) & _borne_by_a_man(other))


@lru_cache(maxsize=65_536)
def _borne_by_a_man(word: str) -> frozenset[str]:
    """The name, and what a man of the family may be called if a woman bears it."""
    forms = (word[: -len(end)] + instead for end, instead in GENDERED if word.endswith(end))
    return frozenset(form for form in forms if len(form) > SHORTEST) | {word}
