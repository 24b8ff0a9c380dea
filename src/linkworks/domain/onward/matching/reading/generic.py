"""Names of circumstances that the lexicon does not know, read from the words they are made of."""

import re
from collections.abc import Iterator
from functools import cache

from linkworks.domain.onward.matching.text import Text

AGE_NAME = re.compile(r"^(?:older|over|aged)_?(\d{2})(?:plus)?$")
ABOUT_OTHERS = frozenset(
    {"carer", "carers", "family", "families", "parent", "parents", "relative", "relatives", "partner", "friend", "of"}
)
IDLE = ABOUT_OTHERS | frozenset(
    {
        "patient",
        "patients",
        "person",
        "people",
        "adult",
        "adults",
        "user",
        "users",
        "survivor",
        "survivors",
        "client",
        "has",
        "with",
        "and",
        "or",
        "the",
        "in",
        "condition",
        "conditions",
        "disease",
        "syndrome",
        "issues",
        "problem",
        "problems",
        "status",
        "affected",
        "by",
        "needs",
        "living",
        "resident",
        "worker",
        "community",
    }
)
SHORTEST_STEM = 5


def age_from(name: str) -> int | None:
    """The 60 of "older60": an age, not a circumstance."""
    match = AGE_NAME.match(name)
    return int(match.group(1)) if match else None


def words_of(name: str) -> str:
    return re.sub(r"[_\-]+", " ", name).strip()


def is_about_others(name: str) -> bool:
    return bool(ABOUT_OTHERS & set(words_of(name).split()))


def find(name: str, text: Text) -> Iterator[re.Match[str]]:
    if age_from(name) is None and (found := _pattern(name)):
        yield from found.finditer(text.plain)


@cache
def _pattern(name: str) -> re.Pattern[str] | None:
    """Its telling words near one another, in their order: "kidney_patient" is "kidney", "sickle_cell" both words."""
    telling = [word for word in re.sub(r"\d+$", "", words_of(name.lower())).split() if word not in IDLE]
    if not telling:
        return None
    gap = r"[\s-]+(?:[\w]+[\s-]+){0,2}"
    return re.compile(rf"(?<!\w){gap.join(_stem(word) for word in telling)}(?!\w)")


def _stem(word: str) -> str:
    if len(word) < SHORTEST_STEM:
        return rf"{re.escape(word)}s?"
    return rf"{re.escape(re.sub(r'(ing|ies|es|ed|s|y|e)$', '', word))}\w*"
