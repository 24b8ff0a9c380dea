"""Whether a story says that something is not so, or no longer so."""

import re
from functools import cache

from linkworks.domain.onward.matching.expressions import one_of, read_lexicon, small_words
from linkworks.domain.onward.matching.text import Text

FEW, MANY = r"(?:[\w-]+[\s-]+){0,3}", r"(?:[\w-]+[\s-]+){0,8}"
AFTER = re.compile(
    r"^[\s,:-]*(?:(?:is|are|was|were)(?:nt)?\s+)?(?:"
    r"(?:not|isnt|arent|wasnt|never)\s+(?:a |an |the |really |been )?"
    r"(?:problem|issue|concern|worry|case|any|a factor|reported|present)|denied|(?:was |been )?ruled out|: no\b|- no\b)"
)


REFUSED = re.compile(
    rf"\b(?:not|never|no|dont|doesnt|didnt|wont|isnt)\s+(?:\w+\s+)?"
    rf"(?:want|wanting|like|need|interested|interest|fancy|keen|enjoy|bother\w*|wish|looking)\b[\s-]+{FEW}$"
)


def is_refused(text: Text, start: int) -> bool:
    """ "Doesn't want visitors". Lacking something is not refusing it: "no key safe" asks for one."""
    return bool(REFUSED.search(text.plain[text.clause_start(start) : start]))


def is_denied(text: Text, start: int, end: int, *, lasting: bool = False) -> bool:
    """Words between two places of the plain text. `lasting`: what once was, still counts ("used to be in the army")."""
    sentence, sentence_end = text.sentence_at(start)
    before = text.plain[max(text.clause_start(start), sentence) : start]
    if _is_negated(before) or AFTER.match(text.plain[end:sentence_end]) or _elsewhere().search(before):
        return True
    return not lasting and _is_over(before, text.plain[sentence:sentence_end])


def _is_negated(before: str) -> bool:
    """A denial reaches over small words only, and over one other: "never really been a heavy drinker"."""
    return any(_reaches(before[negator.end() :]) for negator in _negator().finditer(before))


def _reaches(between: str) -> bool:
    words = re.findall(r"[\w-]+", between)
    return bool(_reach().match(between)) and all(word in small_words("carry") for word in words[:-1])


def _is_over(before: str, sentence: str) -> bool:
    """ "Used to drink"; "stopped" only with "years ago", for who stopped last week still wants company in it."""
    return bool(_past().search(before)) or bool(_stopped().search(before) and _long_ago().search(sentence))


@cache
def _words(key: str) -> str:
    return one_of(read_lexicon("grammar")["denial"][key])


@cache
def _negator() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('says_not')})\b(?!\s+(?:{_words('unless')}))")


@cache
def _reach() -> re.Pattern[str]:
    return re.compile(rf"^(?:[\s/-]+(?!(?:{_words('stops_at')})\b)[\w-]+){{0,4}}[\s/-]*$")


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('elsewhere')})[\s-]+(?:in|at|with|for|as|on|to help|helping)[\s-]+{MANY}$")


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('past')})\b[\s-]+{FEW}$")


@cache
def _stopped() -> re.Pattern[str]:
    return re.compile(rf"\b(?<!to )(?:{_words('stopped')})[\s-]+{FEW}$")


@cache
def _long_ago() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('long_ago')})\b")
