"""Comparing people's names. A name is kept and shown as it was typed; only comparison
folds it, so O'Brien stays O'Brien on the page and still meets OBRIEN in a list."""

import re
import unicodedata

from rapidfuzz.distance import JaroWinkler

LIKE = 0.88
TELLING_LENGTH = 3  # shorter words, and skeletons, are shared by too many names

# fmt: off
TITLES = frozenset([
    "mr", "mrs", "ms", "miss", "mx", "master", "dr", "prof", "professor", "rev", "revd", "reverend",
    "fr", "sr", "sir", "dame", "lady", "lord",
])
# fmt: on

_APOSTROPHES = re.compile("['`\u00b4\u02b9\u02bb\u02bc\u2018\u2019\u201b\u2032\uff07]")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
# Letters that carry their stroke or pairing inside, so no accent can be taken off them.
_WHOLE_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "\u0131": "i",
        "ł": "l",
        "ŋ": "n",
        "þ": "th",
        "ŧ": "t",
    }
)


def tidy_name(text: str) -> str:
    """A name as typed, without stray spaces."""
    return " ".join(text.split())


def fold_name(name: str) -> str:
    """Reduce a name to plain words for comparison: "Dr Zoë O'Brien-Łaski" is "zoe
    obrien laski". Letters of other scripts stay as they are."""
    words = _fold_letters(name).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return " ".join(words)


def _fold_letters(name: str) -> str:
    closed_up = _APOSTROPHES.sub("", name).casefold()
    bare = closed_up if closed_up.isascii() else _without_marks(closed_up)
    return _NOT_LETTERS.sub(" ", bare).strip()


def _without_marks(folded: str) -> str:
    apart = unicodedata.normalize("NFKD", folded.translate(_WHOLE_LETTERS))
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).casefold()


def name_similarity(one: str, other: str) -> float:
    """How alike two names are, from 0.0 to 1.0, after folding; 0.0 if either is blank."""
    first, second = fold_name(one), fold_name(other)
    if not (first and second):
        return 0.0
    joined = JaroWinkler.normalized_similarity(first.replace(" ", ""), second.replace(" ", ""))
    return max(joined, JaroWinkler.normalized_similarity(first, second))


def names_alike(one: str, other: str) -> bool:
    """Whether two names could be one person's: close spellings, spellings that differ in
    their vowels (Mohammed and Muhammad), or one name of several (Smith and Smith-Jones).
    An initial is not enough: see `is_initial_of`."""
    if name_similarity(one, other) >= LIKE:
        return True
    first, second = fold_name(one), fold_name(other)
    return _same_skeleton(first, second) or _one_holds_the_other(first, second)


def _same_skeleton(first: str, second: str) -> bool:
    """Names brought over from another script keep their consonants and vary the rest;
    close spelling alone would recognise such names less often than English ones."""
    skeleton = _skeleton(first)
    return len(skeleton) >= TELLING_LENGTH and skeleton == _skeleton(second)


def _skeleton(folded: str) -> str:
    """The first letter and the consonants after it, each once: "mhmd"."""
    consonants = folded[:1] + re.sub("[aeiouwy ]", "", folded[1:])
    return re.sub(r"(.)\1+", r"\1", consonants)


def _one_holds_the_other(first: str, second: str) -> bool:
    words, others = set(first.split()), set(second.split())
    shared = {word for word in words & others if len(word) >= TELLING_LENGTH}
    return bool(shared) and (words <= others or others <= words)


def is_initial_of(one: str, other: str) -> bool:
    """Whether one of two names is only the first letter of the other: J and Joan."""
    first, second = fold_name(one), fold_name(other)
    short, long = sorted((first, second), key=len)
    return len(short) == 1 and long.startswith(short)


def initials(given_name: str, family_name: str) -> str:
    """MO for Mary O'Brien; a half that is blank is left out."""
    halves = (tidy_name(given_name), tidy_name(family_name))
    letters = (next(filter(str.isalpha, half), "") for half in halves)
    return "".join(letters).upper()
