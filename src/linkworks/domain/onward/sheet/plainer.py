"""Official words said plainly, and long descriptions cut to a sentence or two."""

import re

from linkworks.domain.directory.delicate import health_word, telling_word
from linkworks.domain.onward.sheet.plainness import PLAIN_GRADE
from linkworks.foundation.core.reading_grade import grade, sentences

MOST_SENTENCES = 2
MOST_CHARACTERS = 220
PLAIN_WORDS = {
    "accessible": "easy to get into",
    "accommodation": "housing",
    "activities": "things to do",
    "additional": "more",
    "approximately": "about",
    "assist": "help",
    "assistance": "help",
    "assists": "helps",
    "attend": "come",
    "attendees": "people who come",
    "commence": "start",
    "commences": "starts",
    "complimentary": "free",
    "participants": "people",
    "individuals": "people",
    "opportunities": "chances",
    "opportunity": "chance",
    "participate": "join in",
    "prior to": "before",
    "provide": "give",
    "provided": "given",
    "provided with": "given",
    "provides": "gives",
    "providing": "giving",
    "purchase": "buy",
    "refreshments": "drinks and snacks",
    "regarding": "about",
    "require": "need",
    "required": "needed",
    "requires": "needs",
    "residents": "people who live here",
    "utilise": "use",
    "vulnerable adults": "adults who need help",
}
_OFFICIAL = re.compile(rf"\b({'|'.join(sorted(PLAIN_WORDS, key=len, reverse=True))})\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"\s*(?:[;:]|,| – | - )\s+")


def in_plain_words(text: str) -> str:
    return _OFFICIAL.sub(lambda found: _like(found[0], PLAIN_WORDS[found[0].lower()]), text)


def shortened(description: str) -> str:
    """The first plain sentences that tell a stranger nothing, nothing of health where others do; else the first."""
    safe = [sentence for sentence in sentences(in_plain_words(description)) if not telling_word(sentence)]
    told = [sentence for sentence in safe if not health_word(sentence)] or safe
    plain = [sentence for sentence in told if grade(sentence) <= PLAIN_GRADE]
    chosen = _that_fit(plain[:MOST_SENTENCES]) or _first_clause(told) or told[:1]
    return " ".join(_ended(sentence) for sentence in chosen)


def _that_fit(plain: list[str]) -> list[str]:
    return plain if len(" ".join(plain)) <= MOST_CHARACTERS else plain[:1]


def _first_clause(told: list[str]) -> list[str]:
    """What the first sentence begins with, where that alone is plain and long enough to say something."""
    clause, *rest = _CLAUSE_END.split(told[0], maxsplit=1) if told else [""]
    enough = 4
    return [clause] if rest and len(clause.split()) >= enough and grade(clause) <= PLAIN_GRADE else []


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."


def _like(found: str, plain: str) -> str:
    return plain[0].upper() + plain[1:] if found[0].isupper() else plain
