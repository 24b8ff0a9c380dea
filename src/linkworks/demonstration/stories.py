"""The words of the demonstration: invented stories by reason, and how things are said. They lie in `data/`.

In them {name} is what the person is called, {she} {her} {hers} are their pronouns, {Hers} begins a sentence,
{worker} is the link worker's first name, {service} an organisation.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from linkworks.demonstration.chance import Chance
from linkworks.domain.people.choices import Gender

DATA = Path(__file__).with_name("data")
PRONOUNS = {Gender.WOMAN: ("she", "her", "her"), Gender.MAN: ("he", "him", "his")}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A service that fits a story, and what people say to it."""

    id: str
    why: str
    yes: str
    no: str
    ages: tuple[int, int] = (18, 120)


@dataclass(frozen=True, slots=True)
class Aim:
    words: str
    need: str
    steps: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Question:
    question: str
    found: str
    source: str


@dataclass(frozen=True, slots=True)
class Cause:
    """What was spoken up for."""

    about: str
    with_whom: str
    authority: str
    position: str
    steps: Sequence[str]
    result: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """How things go for somebody who comes with this reason; each list holds ways of saying it."""

    key: str
    reason: str
    also: Sequence[str]
    ages: tuple[int, int]
    who: str = "any"
    language: str = "any"
    weight: float = 1
    no_fixed_abode: bool = False
    safe_contact: bool = False
    asked: Sequence[str]
    says: Sequence[str]
    matters: Sequence[str]
    needs: Sequence[tuple[str, str]]
    first: Sequence[str]
    second: Sequence[str]
    middle: Sequence[str]
    review: Sequence[str]
    tasks: Sequence[str]
    met: Sequence[str]
    partly: Sequence[str]
    not_met: Sequence[str]
    goals: Sequence[Aim]
    services: Sequence[Suggestion]
    research: Sequence[Question] = ()
    advocacy: Cause | None = None


@cache
def read(name: str) -> dict[str, Any]:
    with (DATA / name).open("rb") as file:
        return tomllib.load(file)


@cache
def stories() -> tuple[Story, ...]:
    files = sorted((DATA / "stories").glob("*.toml"))
    return tuple(_story(told) for file in files for told in read(f"stories/{file.name}")["story"])


@cache
def everyday_services() -> tuple[Suggestion, ...]:
    """Services that may fit anybody."""
    return tuple(Suggestion(**told) for told in read("everyday.toml")["service"])


@cache
def phrases() -> Mapping[str, Any]:
    return read("phrases.toml")


def _story(told: dict[str, Any]) -> Story:
    parts = told | {
        "goals": [Aim(**aim) for aim in told["goals"]],
        "services": [Suggestion(**service) for service in told["services"]],
        "research": [Question(**question) for question in told.get("research", ())],
        "advocacy": Cause(**told["advocacy"]) if "advocacy" in told else None,
    }
    return Story(**parts)


@dataclass(frozen=True, slots=True)
class Voice:
    """Says a text of one person. Who uses neither she nor he is called by name throughout, so that verbs agree."""

    words: Mapping[str, str]

    @classmethod
    def of(cls, name: str, gender: str, worker: str = "") -> "Voice":
        she, her, hers = PRONOUNS.get(Gender(gender), (name, name, f"{name}’s"))
        return cls(
            {
                "name": name,
                "she": she,
                "her": her,
                "hers": hers,
                "She": she[0].upper() + she[1:],
                "Hers": hers[0].upper() + hers[1:],
                "worker": worker,
            }
        )

    def say(self, text: str, **more: str) -> str:
        return text.format(**self.words, **more).replace("'", "’").strip()


@dataclass(slots=True)
class Wording:
    """Chooses among ways of saying something: what has been said least often by the same worker."""

    chance: Chance
    said: Counter[tuple[object, str]] = field(default_factory=Counter)

    def choose(self, ways: Sequence[str], by: object) -> str:
        chosen = min(self.chance.shuffled(ways), key=lambda way: self.said[by, way])
        self.said[by, chosen] += 1
        return chosen
