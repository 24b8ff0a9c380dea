"""How a name sounds, roughly, and in no one language: consonants only, those that are heard or written for each other
taken together. It finds whom to compare; it never says that two names are one."""

import re
from functools import lru_cache
from itertools import groupby

LENGTH = 4


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """What is written, and what it is taken for: "ph>f"."""
    return tuple((one, other) for one, _, other in (pair.partition(">") for pair in text.split()))


_TOGETHER = _pairs(
    """
    sch>s tch>s szcz>s ch>s sh>s sz>s cz>s cs>s zh>s ts>s tz>s ph>f gh>g kh>k ck>k th>t dh>d bh>b wr>r
    kn>n ng>n ks>x dj>j mc>mk mac>mk
    """
)
_ALIKE = str.maketrans(
    {"z": "s", "x": "s", "c": "k", "q": "k", "v": "f", "w": "f", "j": "s", "p": "b", "d": "t", "g": "k"}
)
_SILENT = re.compile("[aeiouyh]")


# Ways of writing one sound that whoever hears a name, or brings it over from another script, may choose between.
_SPELLINGS = _pairs(
    """
    sch>s sz>s sh>s cz>c tch>c ch>c zh>j ph>f qu>kw ck>k kh>k gh>g th>t dh>d bh>b ks>h x>h q>k c>k ee>i
    ea>i ie>i ey>i ii>i ay>e ai>e ei>e oo>u ou>u ow>u oe>o wo>u w>v z>s j>y y>i o>u e>i h>
    """
)


@lru_cache(maxsize=200_000)
def plain_spelling(word: str) -> str:
    """The word with each sound written one way: "ikbal" for Iqbal and Eeqbal."""
    plain = word
    for letters, instead in _SPELLINGS:
        plain = plain.replace(letters, instead)
    return _each_letter_once(plain)


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """ "krsk" for Krzysztof and Christof alike; the first letter of a name that begins with a vowel is a."""
    plain = word
    for letters, instead in _TOGETHER:
        plain = plain.replace(letters, instead)
    plain = plain.translate(_ALIKE)
    led = "a" if plain[:1] in "aeiouyh" else ""
    return (led + _each_letter_once(_SILENT.sub("", plain)))[:LENGTH]


def _each_letter_once(word: str) -> str:
    """Of letters that stand together: "anna" as "ana"."""
    return "".join([letter for letter, _ in groupby(word)])
