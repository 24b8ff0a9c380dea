"""The children of a story: how many are spoken of, and how old, as far as it says."""

import re
from collections.abc import Iterator

from linkworks.domain.onward.matching.text import Text

NUMBER_WORDS = (
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)
NUMBERS = {word: number for number, word in enumerate(NUMBER_WORDS)}
GROWN, SCHOOL_LEAVER = 18, 14
OLDEST_WITH_CHILDREN = 66
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
CHILD = (
    r"(?:sons?|daughters?|child(?:ren)?|kids?|boys?|girls?|lads?|twins|youngest|eldest|oldest|baby|babies|toddlers?|"
    r"little (?:ones?|boys?|girls?)|teenagers?|two|three|four)"
)
LIST = rf"{NUMBER}(?:(?:\s*(?:,|and|&|/)\s*)+{NUMBER})*"
NOT_YEARS = (
    r"(?!\s*(?:weeks?|months?|hours?|days?|miles|times|nights|sessions|years? (?:ago|in|of))"
    r"|\s*(?:%|pm|am|st\b|th\b|nd\b|stone|kids|boys|girls|sons|daughters|children))"
)
YEARS = r"[\s-]*(?:years?|yrs?|yo|y/o)(?:[\s-]*olds?)?"
GROWN_UPS = r"(?!\s+(?:mum|mother|dad|father|husband|wife|partner|brother|sister|man|woman|lady|gent))"
AFTER = re.compile(
    rf"\b{CHILD}(?:\s*,?\s*(?:is|are|aged|age|both|now|of|who is|whos|just turned)\s*)*[\s,(]*\b({LIST})\b{NOT_YEARS}"
)
BEFORE = re.compile(rf"\b({NUMBER}){YEARS}[\s-]+(?:\w+\s+)?{CHILD}\b")
NOUN = re.compile(rf"\b(?:her|his|their|my|our|a|with)\s+(\d{{1,2}}){YEARS}\b{GROWN_UPS}")
MONTHS = re.compile(
    rf"\b({NUMBER})[\s-]*months?[\s-]*(?:old|baby|son|daughter|twins)\b|\b{CHILD}\s+(?:is\s+)?({NUMBER})\s+months?\b"
)
PLAINLY = (
    (0, r"new ?borns?|bab(?:y|ies)|\d+[\s-]*weeks?[\s-]*old|infant|breastfe\w+"),
    (
        2,
        r"toddlers?|pre ?schoolers?|(?:two |three )?(?:small|tiny|little) (?:kids|children|ones|boys|girls)|in nursery|"
        r"under[\s-]?(?:fives?|5s?)|buggy|pram",
    ),
    (8, r"primary (?:school|age)|junior school"),
    (13, r"(?:her|his|their|my) teen\w*|teenage (?:son|daughter|boys?|girls?|children)|secondary school"),
)
NOT_HERE_BEFORE = (
    r"(?:lost|lose|losing|expecting|pregnant with|due|scan|problem with|having|want\w*|trying for) (?:\w+ ){0,4}"
)
NOT_HERE_AFTER = r" (?:\w+ ){0,2}(?:died|due|on the way|blues)"


def find_children_ages(text: Text, client_age: int | None) -> tuple[int, ...]:
    """Ages under 18 that the story gives or plainly means ("newborn", "toddler"). A grandmother's are not guessed."""
    said = [age for age in _said(text.plain) if age < GROWN]
    if said:
        return tuple(dict.fromkeys(said))
    if client_age is not None and (client_age >= OLDEST_WITH_CHILDREN or client_age < SCHOOL_LEAVER):
        return ()
    return tuple(
        age for age, words in PLAINLY if re.search(rf"\b(?:{words})\b", text.plain) and not _is_lost(text, words)
    )


def _said(plain: str) -> Iterator[int]:
    for match in AFTER.finditer(plain):
        yield from (_number(one) for one in re.findall(NUMBER, match.group(1)))
    for match in (*BEFORE.finditer(plain), *NOUN.finditer(plain)):
        yield _number(match.group(1))
    for match in MONTHS.finditer(plain):
        yield _number(match.group(1) or match.group(2)) // 12


def _number(word: str) -> int:
    return NUMBERS[word] if word in NUMBERS else int(word)


def _is_lost(text: Text, words: str) -> bool:
    """No baby is at home where the story mourns one, expects one, or worries over one that is not born."""
    return bool(re.search(rf"{NOT_HERE_BEFORE}(?:{words})|(?:{words}){NOT_HERE_AFTER}", text.plain))
