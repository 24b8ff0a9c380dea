"""How far two names agree, half by half, the right way round or swapped.

A slip makes a word that is nobody's name; so two words that are each a name in their own right, Joan and Jean, are
lookalikes and no slip, however close they are. How many people bear each word says which words are names.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from linkworks.domain.people.matching.likeness import NameLikeness as Like
from linkworks.domain.people.matching.names import Name, without_particles
from linkworks.domain.people.matching.sounds import plain_spelling, sound
from linkworks.domain.people.matching.variants import FAMILY, GIVEN, LIGHT, differ_by_gender, forms_of, share_a_line

Words = tuple[str, ...]

SHORT = 3  # letters: below, one slip makes another name
LONG = 7  # letters: from here, two slips still leave it recognisable
VERY_ALIKE = 0.93
USUAL = 3  # bearers: a word that so many bear is a name and no slip
SELDOM = 5  # times as often: somebody registered as Peggy is rare beside so many Margarets
AGREES = Like.CLOSE
MOST_REMEMBERED = 50_000  # answers of each kind: millions of rows must not fill the memory


class NamePair(NamedTuple):
    given: Like
    family: Like
    swapped: bool = False


class NameJudge:
    """Compares names, remembering each answer: lists hold the same names over and over."""

    def __init__(self, bearers: Mapping[str, int] | None = None) -> None:
        self._bearers = bearers or {}
        self._given: dict[tuple[Words, Words], Like] = {}
        self._family: dict[tuple[Words, Words], Like] = {}

    def compare(self, one: Name, other: Name) -> NamePair:
        straight = NamePair(self.given(one.given, other.given), self.family(one.family, other.family))
        if straight.given >= AGREES and straight.family >= Like.PART:
            return straight
        if moved := self._word_moved(one, other, straight):
            return moved
        return self._swapped(one, other) or straight

    def _swapped(self, one: Name, other: Name) -> NamePair | None:
        first = self._across(one.given, other.family)
        if first < Like.INITIAL:
            return None
        low, high = sorted((first, self._across(one.family, other.given)))
        return NamePair(low, high, swapped=True) if high >= AGREES and low >= Like.INITIAL else None

    def given(self, one: Words, other: Words) -> Like:
        key = (one, other) if one <= other else (other, one)
        found = self._given.get(key)
        if found is None:
            found = _remember(self._given, key, self._compare_given(*key))
        return found

    def family(self, one: Words, other: Words) -> Like:
        key = (one, other) if one <= other else (other, one)
        found = self._family.get(key)
        if found is None:
            found = _remember(self._family, key, self._compare_family(*key))
        return found

    def _across(self, one: Words, other: Words) -> Like:
        """Whether these are given or family names is not known; two usual given names are no slip of each other."""
        given = self.given(one, other)
        return given if given is Like.LOOKALIKE else max(given, self.family(one, other))

    def _word_moved(self, one: Name, other: Name, straight: NamePair) -> NamePair | None:
        """Harpreet Kaur Gill, entered as Harpreet Gill or as Harpreet Kaur: the given name agrees, and the family name
        of one stands among the words of the other."""
        if straight.given < AGREES or straight.family >= Like.PART or not (one.family and other.family):
            return None
        if set(one.family) <= set(other.given + other.family) or set(other.family) <= set(one.given + one.family):
            return NamePair(straight.given, Like.PART)
        return None

    def _compare_given(self, one: Words, other: Words) -> Like:
        if not (one and other):
            return Like.MISSING
        if "".join(one) == "".join(other):
            return Like.SAME
        telling, others_telling = _telling(one), _telling(other)
        if telling == others_telling:
            return Like.VARIANT if telling else Like.SAME
        if bool(telling) != bool(others_telling):
            return self._light_against_telling(one, other)
        return self._compare_telling(telling or one, others_telling or other)

    def _light_against_telling(self, one: Words, other: Words) -> Like:
        """Mohammed against Mohammed Imran: one of the two may have been left out, or they may be brothers."""
        shared = any(self._word(first, second) >= Like.VARIANT for first in one for second in other)
        return Like.PART if shared else self._compare_telling(one, other)

    def _compare_telling(self, one: Words, other: Words) -> Like:
        if _is_initial(one, other):
            return Like.INITIAL
        first = self._word(one[0], other[0])
        if first >= Like.CLOSE:
            return self._with_second_words(first, one, other)
        if len(one) == len(other) == 1:
            return first
        short, long = sorted((one, other), key=len)
        if set(short) < set(long):
            return Like.PART
        joined = self._word("".join(one), "".join(other))
        return max(first, joined)

    def _with_second_words(self, first: Like, one: Words, other: Words) -> Like:
        """Two who share their first name and differ in the second may be brothers: Mary Anne and Mary Kate."""
        if len(one) == 1 and len(other) == 1:
            return first
        if len(one) == 1 or len(other) == 1:
            return min(first, Like.VARIANT)
        second = self._word(one[1], other[1])
        if second >= Like.CLOSE:
            return min(first, second)
        initials = min(len(one[1]), len(other[1])) == 1 and one[1][0] == other[1][0]
        return min(first, Like.VARIANT) if initials else Like.LOOKALIKE

    def _word(self, one: str, other: str) -> Like:
        if one == other:
            return Like.SAME
        if share_a_line(GIVEN, one, other):
            return Like.EITHER if self._each_is_borne(one, other) else Like.VARIANT
        is_alike = _a_slip_away(one, other) or _sounds_the_same(one, other) or _cut_short(one, other)
        if self._is_usual(one) and self._is_usual(other):
            return Like.LOOKALIKE if is_alike else Like.DIFFERENT
        if is_alike and (_nearer_another(one, other) or _nearer_another(other, one)):
            return Like.LOOKALIKE
        return Like.CLOSE if is_alike or _near_a_form(one, other) or _near_a_form(other, one) else Like.DIFFERENT

    def _is_usual(self, word: str) -> bool:
        return word in GIVEN or self._bearers.get(word, 0) >= USUAL

    def _each_is_borne(self, one: str, other: str) -> bool:
        """Whether these are more than two spellings, and many bear each: neither is only what some are called."""
        if sound(one) == sound(other) or _a_slip_away(one, other):
            return False
        few, many = sorted((self._bearers.get(one, 0), self._bearers.get(other, 0)))
        return few >= USUAL and few * SELDOM >= many

    def _compare_family(self, one: Words, other: Words) -> Like:
        if not (one and other):
            return Like.MISSING
        if "".join(one) == "".join(other):
            return Like.SAME
        bare, others_bare = without_particles(one), without_particles(other)
        joined, others_joined = "".join(bare), "".join(others_bare)
        if joined == others_joined or _same_family(joined, others_joined):
            return Like.VARIANT
        if _a_slip_away(joined, others_joined) or _sounds_the_same(joined, others_joined):
            return Like.CLOSE
        return _part_of_family(bare, others_bare)


def _remember(answers: dict[tuple[Words, Words], Like], key: tuple[Words, Words], answer: Like) -> Like:
    if len(answers) >= MOST_REMEMBERED:
        answers.clear()
    answers[key] = answer
    return answer


def _telling(words: Words) -> Words:
    return tuple(word for word in words if word not in LIGHT)


def _is_initial(one: Words, other: Words) -> bool:
    short, long = sorted(("".join(one), "".join(other)), key=len)
    return len(short) <= 2 and (long[0] == short[0] if len(short) == 1 else _initials(one, other, short))  # noqa: PLR2004


def _initials(one: Words, other: Words, short: str) -> bool:
    """ "JM" for John Michael."""
    long = max(one, other, key=lambda words: len("".join(words)))
    return len(long) == len(short) and all(word[0] == letter for word, letter in zip(long, short, strict=True))


def _same_family(one: str, other: str) -> bool:
    return share_a_line(FAMILY, one, other) or differ_by_gender(one, other)


def _part_of_family(one: Words, other: Words) -> Like:
    """One of a double-barrelled name, as written or nearly."""
    if len(one) == 1 and len(other) == 1:
        return Like.DIFFERENT
    alike = any(
        len(first) >= SHORT and (first == second or _same_family(first, second) or _a_slip_away(first, second))
        for first in one
        for second in other
        if not {first, second} <= LIGHT
    )
    return Like.PART if alike else Like.DIFFERENT


def _a_slip_away(one: str, other: str) -> bool:
    length, others_length = len(one), len(other)
    shorter = min(length, others_length)
    if shorter < SHORT or (shorter < LONG and abs(length - others_length) > 1):
        return False
    apart = OSA.distance(one, other, score_cutoff=2)
    if apart <= 1:
        return True
    if shorter < LONG:
        return False
    return apart == 2 or JaroWinkler.similarity(one, other) >= VERY_ALIKE  # noqa: PLR2004


def _sounds_the_same(one: str, other: str) -> bool:
    """Names brought over from another script keep their consonants and vary the rest."""
    if plain_spelling(one) == plain_spelling(other):
        return True
    bones = _bones(one)
    return len(bones) >= SHORT and bones == _bones(other)


def _nearer_another(word: str, name: str) -> bool:
    """Vashanthi is two slips from Shanthi, and one from Vasanthi, which is another name."""
    if name not in GIVEN or OSA.distance(word, name, score_cutoff=1) <= 1:
        return False
    return any(not share_a_line(GIVEN, nearer, name) for nearer in _names_a_slip_from(word))


@lru_cache(maxsize=65_536)
def _names_a_slip_from(word: str) -> tuple[str, ...]:
    near = process.extract(word, GIVEN.keys() - {word}, scorer=OSA.distance, score_cutoff=1, limit=None)
    return tuple(name for name, _, _ in near if len(name) > SHORT)


def _near_a_form(word: str, name: str) -> bool:
    """A slip in a short form: Jhonny, of John."""
    return any(_a_slip_away(word, form) for form in _long_forms_of(name))


@lru_cache(maxsize=65_536)
def _long_forms_of(name: str) -> tuple[str, ...]:
    return tuple(form for form in forms_of(name) if len(form) > SHORT)


@lru_cache(maxsize=65_536)
def _bones(word: str) -> str:
    kept = [letter for letter in word[1:] if letter not in "aeiouwyh"]
    single = [letter for place, letter in enumerate(kept) if place == 0 or kept[place - 1] != letter]
    return word[:1] + "".join(single)


def _cut_short(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORT and long.startswith(short)
