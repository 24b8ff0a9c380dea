"""Names as compared: folded words, given apart from family. What was typed stays with whoever asked."""

import re
from functools import lru_cache
from typing import NamedTuple

from linkworks.domain.people.matching.variants import PARTICLES
from linkworks.foundation.core.names import fold_name

_SUFFIXES = {"jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii", "iv", "obe", "mbe", "phd", "dr"}
# Said instead of a name, as a whole: Given, Known and Na are names too, the last where it is not written NA.
_NOT_NAMES = {
    *("na", "nk", "nil", "none", "null", "tbc", "anon", "anonymous", "unknown", "xx", "xxx"),
    *("n a", "n k", "not known", "not given", "name not known", "name not given", "name unknown", "unknown unknown"),
}
_LEADS = {"mc": "mc", "mac": "mc", "o": "o"}
_CALLED = re.compile(r"[(\"“][^)\"”]*[)\"”]")
_HYPHENS = re.compile(r"[-\u2010-\u2015/]")


class Name(NamedTuple):
    given: tuple[str, ...]
    family: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not (self.given or self.family)


@lru_cache(maxsize=8_192)
def read_name(given_name: str, family_name: str) -> Name:
    """Split a name that was typed whole into one box: "Khan, Amina" or "Amina Khan"."""
    given, family = _words(given_name), _words(family_name)
    if not (given and family):
        whole = family_name if family else given_name
        if "," in whole:
            family_part, given_part = whole.split(",", 1)
            return Name(_words(given_part), _words(family_part))
        words = family or given
        if len(words) > 1:
            return Name(*cut_in_two(words))
    return Name(given, family)


def cut_in_two(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given names, then the family name: the last word, with what leads it (van der Berg)."""
    last = len(words) - 1
    while last > 1 and words[last - 1].lower() in PARTICLES:
        last -= 1
    return words[:last], words[last:]


def called_names(given_name: str) -> tuple[str, ...]:
    """What somebody is called beside their name: Peggy, of "Margaret (Peggy)"."""
    return tuple(fold_name(called) for called in _CALLED.findall(given_name) if fold_name(called))


def _words(name: str) -> tuple[str, ...]:
    words = fold_name(_HYPHENS.sub(" ", _CALLED.sub(" ", name))).split()
    kept = [word for word in words if word not in _SUFFIXES or len(words) == 1]
    if " ".join(kept) in _NOT_NAMES and name.strip() != "Na":
        return ()
    return tuple(_join_leads(kept))


def _join_leads(words: list[str]) -> list[str]:
    """Mac Donald as McDonald, O Brien as OBrien."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in _LEADS and len(word) > 1:
            joined[-1] = _LEADS[joined[-1]] + word
        else:
            joined.append(word)
    return [_short_mac(word) for word in joined]


def _short_mac(word: str) -> str:
    return f"mc{word[3:]}" if word.startswith("mac") and len(word) > 5 else word  # noqa: PLR2004


def without_particles(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in PARTICLES) or words
