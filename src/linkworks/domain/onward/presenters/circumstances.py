"""What a story suggests of a person, as questions that a worker answers; and what was answered before."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from linkworks.domain.onward.matching.facts import ServiceFacts
from linkworks.domain.onward.matching.options import Found
from linkworks.domain.onward.matching.reading.circumstances import Sign, denied_signs, label_of
from linkworks.domain.onward.matching.reading.generic import age_from
from linkworks.domain.onward.matching.text import Text
from linkworks.domain.onward.models import ConfirmedCircumstance
from linkworks.domain.onward.selectors.circumstances import with_implied
from linkworks.domain.onward.selectors.looking import Looked
from linkworks.foundation.core import words

AT_ONCE = 5
AMONG = 20  # the first options, whose conditions matter most
FROM_THE_RECORD = "From what is written under what makes contact possible."


@dataclass(frozen=True)
class Said:
    """A circumstance with what is said of it: the story's words, or who confirmed it."""

    name: str
    label: str
    said: str


@dataclass(frozen=True)
class Circumstances:
    """Only those on which a service's conditions turn are asked about. `otherwise` is what the story says of others, or
    says is not so. `others` can be chosen by a worker who knows more than the story says.
    """

    questions: tuple[Said, ...]
    more: tuple[Said, ...]
    confirmed: tuple[Said, ...]
    set_aside: tuple[Said, ...]
    otherwise: tuple[Said, ...]
    others: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, looked: Looked, known_as: str) -> "Circumstances":
        settled = looked.telling.confirmed | looked.telling.set_aside
        asked = _asked(looked.found) if looked.found else Counter[str]()
        questions = tuple(_questions(looked.found, asked, settled)) if looked.found else ()
        otherwise = tuple(_otherwise(looked.found, asked, settled, known_as)) if looked.found else ()
        raised = {one.name for one in questions}
        return cls(
            questions=questions[:AT_ONCE],
            more=questions[AT_ONCE:],
            confirmed=tuple(_confirmed(looked.confirmed)),
            set_aside=tuple(Said(name, _label(name), "") for name in sorted(looked.telling.set_aside)),
            otherwise=otherwise,
            others=tuple(sorted((_label(name), name) for name in asked if name not in settled | raised)),
        )


def _asked(found: Found) -> Counter[str]:
    """How many services' conditions speak of each circumstance, those of the first options before all others."""
    offered = [option.service for option in found.options]
    refused = [one.service for one in found.not_offered]
    number, first = _spoken_of([*offered, *refused]), _spoken_of(offered[:AMONG])
    return number + Counter({name: times * len(offered) for name, times in first.items()})


def _spoken_of(services: Iterable[ServiceFacts]) -> Counter[str]:
    names = chain.from_iterable(service.conditions_needed | service.conditions_ruled_out for service in services)
    return Counter(name for name in names if age_from(name) is None)


def _questions(found: Found, asked: Counter[str], settled: frozenset[str]) -> Iterator[Said]:
    suggested = found.reading.suggested
    waiting = [name for name in suggested if name in asked and name not in settled]
    for name in sorted(waiting, key=lambda name: (-asked[name] * suggested[name].sure, suggested[name].start)):
        if not any(name in with_implied([other]) for other in waiting if other != name):
            yield Said(name, _label(name), _quoted(suggested[name]))


def _otherwise(found: Found, asked: Counter[str], settled: frozenset[str], known_as: str) -> Iterator[Said]:
    """Said of somebody else, or denied: told, so that a wrong reading can be put right."""
    passed = settled | set(found.reading.suggested)
    of_others = {(sign.circumstance, sign.of): sign for sign in found.reading.signs if sign.of}
    for (name, whose), sign in of_others.items():
        if name in asked and name not in passed:
            yield Said(name, _label(name), f"“{sign.words}” is said of the {whose}, not of {known_as}.")
    denied = {sign.circumstance: sign for sign in denied_signs(found.reading.text)}
    for name, sign in denied.items():
        if name in asked and name not in passed:
            yield Said(name, _label(name), f"“{_with_denial(found.reading.text, sign)}” says that it is not so.")


def _with_denial(text: Text, sign: Sign) -> str:
    start = text.clause_start(sign.start)
    return text.words(start, sign.end).strip()


def _confirmed(rows: Iterable[ConfirmedCircumstance]) -> Iterator[Said]:
    for row in rows:
        by = row.by_name or "Linkworks"  # type: ignore[attr-defined]
        yield Said(row.name, _label(row.name), f"Confirmed {words.ago(row.confirmed_at)} by {by}")


def _quoted(sign: Sign) -> str:
    return f"“{sign.words}”" if sign.words else FROM_THE_RECORD


def _label(name: str) -> str:
    return words.start_large(label_of(name))
