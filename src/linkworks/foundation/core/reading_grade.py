"""How hard a text is to read: the Flesch–Kincaid grade, and the sentences that make it so.

Grade 6 is what most people of eleven can read. Syllables are counted by rules of thumb for English; names and numbers
count as words of one syllable, since nobody can choose easier ones.
"""

import re
from dataclasses import dataclass

_SENTENCES = re.compile(r"(?<=[.!?…])[”’\")]*\s+|\n+")
_WORDS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|[£$€]?\d[\d.,:/]*")
_SHORT = 3  # letters; such a word is read at one glance
_SILENT_END = re.compile(r"(?<=[^laeiouyscgzxh])es$|(?<=[^dt])ed$|(?<=[^laeiouy])e$|(?<=[aeiouy]l)e$")
_SILENT_WITHIN = re.compile(r"(?<=[aeiouy][^aeiouy])e(?=ly$|thing$|times?$|where$|less|ful|ment)")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]{1,2}")
_TWO_VOWELS_APART = re.compile(r"(?<![cstgx])i[ao](?!n|u)|(?<=[clpr])ie(?=nc|nt|t)|ua(?=l|t)|eo(?!p|u)|ea$")


@dataclass(frozen=True)
class HardSentence:
    text: str
    grade: float


def sentences(text: str) -> list[str]:
    """The sentences and lines of a text in which there is a word."""
    parts = (part.strip() for part in _SENTENCES.split(text))
    return [part for part in parts if _WORDS.search(part)]


def grade(text: str) -> float:
    """The school year that can read it; 0 for no words. It may be below 0 for very plain words."""
    found = sentences(text)
    if not found:
        return 0.0
    counted = [_count(sentence) for sentence in found]
    words, syllables = sum(one[0] for one in counted), sum(one[1] for one in counted)
    return 0.39 * words / len(found) + 11.8 * syllables / words - 15.59


def hard_sentences(text: str, at_most: float) -> list[HardSentence]:
    """Those above the grade. A text without any is itself not above it."""
    judged = (HardSentence(sentence, grade(sentence)) for sentence in sentences(text))
    return [sentence for sentence in judged if sentence.grade > at_most]


def count_syllables(word: str) -> int:
    word = word.lower()
    if len(word) <= _SHORT:
        return 1
    spoken = _SILENT_WITHIN.sub("", _SILENT_END.sub("", word.removeprefix("y")))
    return max(1, len(_VOWELS.findall(spoken)) + len(_TWO_VOWELS_APART.findall(spoken)))


def _count(sentence: str) -> tuple[int, int]:
    """How many words, and how many syllables."""
    words = _WORDS.findall(sentence)
    return len(words), sum(_weight(word, is_first=index == 0) for index, word in enumerate(words))


def _weight(word: str, *, is_first: bool) -> int:
    is_name = word[0].isupper() and (not is_first or word.isupper())
    return 1 if is_name or not word[0].isalpha() else count_syllables(word)
