"""What the engine answers with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linkworks.domain.onward.matching.eligibility import Refusal
from linkworks.domain.onward.matching.facts import Person, ServiceFacts
from linkworks.domain.onward.matching.reading.circumstances import Sign
from linkworks.domain.onward.matching.reading.needs import NeedFound
from linkworks.domain.onward.matching.reading.story import Reading


@dataclass(frozen=True)
class Part:
    """A need that the option answers, and how far (0 to 1)."""

    need: NeedFound
    fit: float

    @property
    def worth(self) -> float:
        return self.need.pull * self.fit


@dataclass(frozen=True)
class Option:
    """`why` is one line; `points` what the score is made of; `made_for` a circumstance that the service is for;
    `doubt`, from 0 to 1, how unsure it is that the person has what the service asks for.
    """

    service: ServiceFacts
    person: Person
    score: float
    parts: tuple[Part, ...]
    made_for: Sign | None
    doubt: float = 0.0
    why: str = ""
    kilometres: float | None = None
    points: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class NotOffered:
    """`worth` is how far it would answer the need that it answers best."""

    service: ServiceFacts
    refusals: tuple[Refusal, ...]
    worth: float = 0.0

    @property
    def because(self) -> str:
        return " and ".join(refusal.because for refusal in self.refusals)


@dataclass(frozen=True)
class Found:
    """`notes` are sentences that must be visible, such as that the language model is missing."""

    reading: Reading
    options: tuple[Option, ...]
    not_offered: tuple[NotOffered, ...]
    notes: tuple[str, ...] = ()
