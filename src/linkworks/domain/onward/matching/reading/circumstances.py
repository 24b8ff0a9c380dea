"""Circumstances a story suggests, each with the words that led to it and whose it is. Suggestions, never facts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from linkworks.domain.onward.matching.expressions import compile_any, read_lexicon
from linkworks.domain.onward.matching.reading import generic
from linkworks.domain.onward.matching.reading.denial import is_denied
from linkworks.domain.onward.matching.reading.kin import Kin, find_kin, whose
from linkworks.domain.onward.matching.reading.likeness import Likeness
from linkworks.domain.onward.matching.text import Text

MAYBE = 0.5
CLOSE_MATTERS = {"partner": "if_partner", "child": "if_child"}


@dataclass(frozen=True)
class Sign:
    """`words` are the story's, from `start` to `end` of its plain text; `of` is "" for the client.
    `sure` is below 1 for what may also mean something else, or is suggested by meaning alone.
    """

    circumstance: str
    words: str
    start: int
    end: int
    of: str = ""
    sure: float = 1.0


@dataclass(frozen=True)
class Circumstance:
    name: str
    label: str
    own: re.Pattern[str] | None
    maybe: re.Pattern[str] | None
    surely: re.Pattern[str] | None
    denies: re.Pattern[str] | None
    implies: tuple[str, ...]
    makes: dict[str, tuple[str, ...]]
    needs_all: tuple[str, ...]
    is_identity: bool
    lasts: bool
    is_shared: bool


@cache
def lexicon() -> dict[str, Circumstance]:
    return {
        name: _circumstance(name, entry) for name, entry in read_lexicon("circumstances").items() if name != "groups"
    }


def _circumstance(name: str, entry: Mapping[str, Any]) -> Circumstance:
    return Circumstance(
        name=name,
        label=entry["label"],
        own=compile_any(entry.get("own", ())),
        maybe=compile_any(entry.get("maybe", ())),
        surely=compile_any([*entry.get("surely", ()), *entry.get("childs", ())]),
        denies=compile_any([*entry.get("own", ()), *entry.get("denies", ())]),
        implies=tuple(entry.get("implies", ())),
        makes={key: tuple(entry.get(key, ())) for key in ("if_partner", "if_child", "if_kin")},
        needs_all=tuple(entry.get("needs_all", ())),
        is_identity=entry.get("identity", False),
        lasts=entry.get("lasting", False),
        is_shared=entry.get("shared", False),
    )


def label_of(name: str) -> str:
    known = lexicon().get(name)
    return known.label if known else generic.words_of(name)


def is_identity(name: str) -> bool:
    known = lexicon().get(name)
    return bool(known and known.is_identity)


def read_signs(
    text: Text, client_gender: str, wanted: frozenset[str] = frozenset(), alike: Iterable[Likeness] = ()
) -> tuple[Sign, ...]:
    """`wanted` are names that services ask about: those that the lexicon does not know are read from their own words.
    `alike` are suggestions by meaning.
    """
    kin = find_kin(text)
    signs = [sign for one in lexicon().values() for sign in _signs(one, text, kin, client_gender)]
    signs += [sign for one in _to_be_trusted(alike, text) for sign in _alike(one, text, kin, client_gender)]
    strange = wanted - set(lexicon())
    signs += [sign for name in sorted(strange) for sign in _strange(name, text, kin, client_gender)]
    return tuple(dict.fromkeys([*signs, *_implied(signs), *_combined(signs)]))


def _signs(one: Circumstance, text: Text, kin: tuple[Kin, ...], gender: str) -> Iterator[Sign]:
    for match in _matches(one.surely, text, lasting=True):
        yield _sign(one.name, text, match)
    for found, sure in ((one.own, 1.0), (one.maybe, MAYBE)):
        for match in _matches(found, text, lasting=one.lasts):
            sign = replace(_sign(one.name, text, match), sure=sure)
            yield from _attributed(one, sign, whose(text, kin, *match.span(), gender))


def _matches(found: re.Pattern[str] | None, text: Text, *, lasting: bool) -> Iterator[re.Match[str]]:
    for match in found.finditer(text.plain) if found else ():
        if not is_denied(text, *match.span(), lasting=lasting):
            yield match


def _to_be_trusted(alike: Iterable[Likeness], text: Text) -> Iterator[Likeness]:
    """Not where the words of a story deny something; and nobody’s ethnicity, religion or sexuality is guessed where no
    word speaks of it.
    """
    denied = denied_places(text)
    return (
        one for one in alike if not is_identity(one.name) and not any(one.start <= start < one.end for start in denied)
    )


def denied_places(text: Text) -> frozenset[int]:
    """Where words of a circumstance begin that the story says is not so."""
    return frozenset(sign.start for sign in denied_signs(text))


def denied_signs(text: Text) -> Iterator[Sign]:
    """What the story says is not so, or no longer so."""
    for one in lexicon().values():
        for match in one.denies.finditer(text.plain) if one.denies else ():
            if is_denied(text, *match.span(), lasting=one.lasts):
                yield _sign(one.name, text, match)


def _alike(likeness: Likeness, text: Text, kin: tuple[Kin, ...], gender: str) -> Iterator[Sign]:
    start, end = likeness.start, likeness.end
    sign = Sign(likeness.name, text.words(start, end), start, end, sure=likeness.sure)
    known = lexicon()[sign.circumstance]
    if known.own is None:
        yield sign
    else:
        yield from _attributed(known, sign, whose(text, kin, end - 1, end, gender))


def _attributed(one: Circumstance, sign: Sign, holder: Kin | None) -> Iterator[Sign]:
    if holder is None or one.is_shared:
        yield sign
        return
    if holder.is_dead:
        return
    yield replace(sign, of=holder.word)
    for made in one.makes.get(CLOSE_MATTERS.get(holder.kind, "if_kin"), ()):
        yield replace(sign, circumstance=made)


def _sign(name: str, text: Text, match: re.Match[str]) -> Sign:
    return Sign(name, text.words(*match.span()), *match.span())


def _strange(name: str, text: Text, kin: tuple[Kin, ...], gender: str) -> Iterator[Sign]:
    for match in generic.find(name, text):
        if is_denied(text, *match.span()):
            continue
        holder = whose(text, kin, *match.span(), gender)
        if holder is None or generic.is_about_others(name):
            yield _sign(name, text, match)
        elif not holder.is_dead:
            yield replace(_sign(name, text, match), of=holder.word)


def _implied(signs: list[Sign]) -> Iterator[Sign]:
    waiting = list(signs)
    while waiting:
        sign = waiting.pop()
        known = lexicon().get(sign.circumstance)
        for name in known.implies if known else ():
            follows = replace(sign, circumstance=name)
            yield follows
            waiting.append(follows)


def _combined(signs: list[Sign]) -> Iterator[Sign]:
    """Circumstances that are two others together."""
    own = {sign.circumstance: sign for sign in reversed(signs) if not sign.of}
    for one in lexicon().values():
        if one.needs_all and all(name in own for name in one.needs_all):
            yield replace(own[one.needs_all[-1]], circumstance=one.name)
