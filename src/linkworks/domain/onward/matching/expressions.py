"""Expressions of the lexicons as patterns: ``word*`` any ending, ``~`` an optional s, ``...`` up to four words,
``(a|b)`` a choice, ``{kin}`` a group. They are matched against `Text.plain`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).parent / "lexicon"
GAP = r"[\s,-]+(?:[\w£&/-]+[\s,()-]+){0,4}?"


@cache
def read_lexicon(name: str) -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads((LEXICON / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def groups() -> Mapping[str, str]:
    found: Mapping[str, str] = read_lexicon("circumstances")["groups"]
    return found


def small_words(name: str) -> frozenset[str]:
    return frozenset(read_lexicon("grammar")["words"][name].split())


def one_of(words: Iterable[str]) -> str:
    """Longest first, so that none is cut short by another."""
    return "|".join(sorted((pattern(word) for word in words), key=len, reverse=True))


def pattern(expression: str) -> str:
    for name, choice in groups().items():
        expression = expression.replace(f"{{{name}}}", choice)
    expression = re.sub(r"(?<=[a-z])\*", r"\\w*", expression).replace("~", "s?")
    expression = re.sub(r"\((?!\?)", "(?:", expression)
    expression = expression.replace(" ... ", GAP).replace(" ?", r"[\s-]*")
    return expression.replace(" ", r"[\s-]+")


def compile_any(expressions: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern that finds any of them as whole words; none when there are none."""
    choices = "|".join(f"(?:{pattern(one)})" for one in expressions)
    return re.compile(rf"(?<![\w]){_all(choices)}(?![\w])") if choices else None


def _all(choices: str) -> str:
    return f"(?:{choices})"
