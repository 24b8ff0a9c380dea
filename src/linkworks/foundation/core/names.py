"""Comparing people's names. A name is kept and shown as it was typed; only comparison
folds it, so O'Brien stays O'Brien on the page and still meets OBRIEN in a list."""

import re
import unicodedata

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


def initials(given_name: str, family_name: str) -> str:
    """MO for Mary O'Brien; a half that is blank is left out."""
    halves = (tidy_name(given_name), tidy_name(family_name))
    letters = (next(filter(str.isalpha, half), "") for half in halves)
    return "".join(letters).upper()
