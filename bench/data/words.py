"""Invented names and sentences, put together from `words.toml`."""

import tomllib
from pathlib import Path
from random import Random

WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text())
COMMON_ONE_IN = 6
MOST_SENTENCES = 20
WHAT_MATTERS = "I want to see people again without being a burden, and to open my own post without being afraid of it."


def full_name(chance: Random) -> tuple[str, str]:
    return chance.choice(WORDS["given_names"]), surname(chance)


def surname(chance: Random) -> str:
    if not chance.randrange(COMMON_ONE_IN):
        return chance.choice(WORDS["common_surnames"])
    return chance.choice(WORDS["beginnings"]) + chance.choice(WORDS["endings"])


def note(chance: Random) -> str:
    """Mostly two or three sentences, sometimes a page."""
    sentences = min(MOST_SENTENCES, 1 + int(chance.expovariate(0.4)))
    return " ".join(chance.choices(WORDS["sentences"], k=sentences))
