"""What a story asks for, said or implied, each with the words or the circumstance that led to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from linkworks.domain.onward.matching.expressions import compile_any, read_lexicon
from linkworks.domain.onward.matching.facts import ClientFacts
from linkworks.domain.onward.matching.reading.circumstances import Sign, denied_places
from linkworks.domain.onward.matching.reading.denial import is_refused
from linkworks.domain.onward.matching.reading.likeness import Likeness
from linkworks.domain.onward.matching.text import Text

SAID, SAID_AGAIN = 0.85, 0.15
OF_ANOTHER = 0.5
A_CONDITIONS_OWN = 0.85
TEENS = range(10, 26)


@dataclass(frozen=True)
class Need:
    """An entry of the lexicon. `brought_by` are circumstances and how strongly each brings it."""

    name: str
    label: str
    says: re.Pattern[str] | None
    brought_by: Mapping[str, float]
    weight: float
    answer: re.Pattern[str] | None
    partly: re.Pattern[str] | None
    about: str
    ages: tuple[int, int] | None
    gender: str
    only_if_any: frozenset[str]
    only_if_all: frozenset[str]
    only_if_said: bool
    is_for_young: bool


@dataclass(frozen=True)
class NeedFound:
    """`strength` from 0 to 1; `words` of the story that say it, `sign` of a circumstance that brings it."""

    need: Need
    strength: float
    words: str = ""
    sign: Sign | None = None

    @property
    def pull(self) -> float:
        return self.strength * self.need.weight


@cache
def lexicon() -> tuple[Need, ...]:
    return tuple(_need(name, entry) for name, entry in read_lexicon("needs").items())


def _need(name: str, entry: Mapping[str, Any]) -> Need:
    return Need(
        name=name,
        label=entry["label"],
        says=compile_any(entry.get("says", ())),
        brought_by=entry.get("from", {}),
        weight=entry.get("weight", 1.0),
        answer=compile_any(entry.get("answer", ())),
        partly=compile_any(entry.get("partly", ())),
        about=entry["about"],
        ages=tuple(entry["ages"]) if "ages" in entry else None,
        gender=entry.get("gender", ""),
        only_if_any=frozenset(entry.get("needs_any", ())),
        only_if_all=frozenset(entry.get("needs_all", ())),
        only_if_said=entry.get("needs_said", False) or entry.get("wish", False),
        is_for_young=entry.get("youth", False),
    )


def read_needs(
    text: Text,
    signs: tuple[Sign, ...],
    client: ClientFacts,
    children: tuple[int, ...],
    alike: Sequence[Likeness] = (),
) -> tuple[NeedFound, ...]:
    """The strongest first. `alike` are needs suggested by the meaning of a sentence."""
    denied = denied_places(text)
    held = frozenset(sign.circumstance for sign in signs)
    found = [_find(need, text, signs, alike, denied) for need in lexicon() if _applies(need, held, client, children)]
    return tuple(sorted((one for one in found if one.strength > 0), key=lambda one: -one.pull))


def _applies(need: Need, held: frozenset[str], client: ClientFacts, children: tuple[int, ...]) -> bool:
    if need.only_if_any and not need.only_if_any & held:
        return False
    if not need.only_if_all <= held:
        return False
    if need.ages and client.age is not None and not need.ages[0] <= client.age <= need.ages[1]:
        return False
    if need.is_for_young and not any(age in TEENS for age in (*children, client.age or 0)):
        return False
    return not (need.gender and client.gender in {"man", "woman"} and client.gender != need.gender)


def _find(
    need: Need, text: Text, signs: tuple[Sign, ...], alike: Sequence[Likeness], denied: frozenset[int]
) -> NeedFound:
    strength, sign = _brought(need, signs)
    said = list(_said(need, text, _others_words(need, signs), denied))
    meant = max((one for one in alike if one.name == need.name), key=lambda one: one.sure, default=None)
    if meant and not said and meant.sure * SAID > strength:
        return NeedFound(need, meant.sure * SAID, text.words(meant.start, meant.end))
    if need.only_if_said and not said:
        return NeedFound(need, 0)
    if said:
        strength = max(strength, SAID) + SAID_AGAIN * (len(said) > 1 or strength > 0)
    elif need.only_if_all and not need.says:
        strength = SAID
    return NeedFound(need, min(strength, 1), said[0] if said else "", sign)


def _others_words(need: Need, signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """Words about somebody else's condition do not make that condition's need the client's."""
    if max(need.brought_by.values(), default=0) < A_CONDITIONS_OWN:
        return ()
    return tuple(sign for sign in signs if sign.of and sign.circumstance in need.brought_by)


def _said(need: Need, text: Text, others: tuple[Sign, ...], denied: frozenset[int]) -> Iterator[str]:
    for match in need.says.finditer(text.plain) if need.says else ():
        if any(sign.start <= match.start() < sign.end for sign in others):
            continue
        if not is_refused(text, match.start()) and not denied & set(range(*match.span())):
            yield text.words(*match.span())


def _brought(need: Need, signs: tuple[Sign, ...]) -> tuple[float, Sign | None]:
    best, why = 0.0, None
    for sign in signs:
        strength = need.brought_by.get(sign.circumstance, 0) * sign.sure * (OF_ANOTHER if sign.of else 1)
        if strength > best:
            best, why = strength, sign
    return best, why
