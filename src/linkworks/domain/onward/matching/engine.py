"""The engine: a story and services in, options and refusals out. Built once for a set of services, asked many times."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import Any

from linkworks.domain.onward.matching import kinds, ranking
from linkworks.domain.onward.matching.eligibility import Ruling, rule
from linkworks.domain.onward.matching.facts import ClientFacts, Place, ServiceFacts, Story
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.matching.options import Found, NotOffered, Option
from linkworks.domain.onward.matching.ranking import Rarity, Weights
from linkworks.domain.onward.matching.reading import spelling
from linkworks.domain.onward.matching.reading.story import Reading, read, without_identity
from linkworks.domain.onward.matching.text import SENTENCE
from linkworks.domain.onward.matching.why import why
from linkworks.domain.onward.matching.word_match import WordIndex

EARTH_KM = 6371
NAME, CATEGORIES, DESCRIPTION = 2.0, 2.0, 1.0


class Engine:
    def __init__(self, services: Sequence[ServiceFacts], weights: Weights | None = None, meaning: Any = ...) -> None:
        self.services = tuple(services)
        self.weights = weights or Weights()
        self._encoder: Any = model.encoder() if meaning is ... else meaning
        self._rarity = Rarity(self.services)
        self._wanted = frozenset().union(*(one.conditions_needed | one.conditions_ruled_out for one in self.services))

    @property
    def has_meaning(self) -> bool:
        return self._encoder is not None

    def warm_up(self) -> None:
        """Read the services now rather than at the first story."""
        _ = self._fits, self._words, self._vectors if self.has_meaning else None

    def plain_scores(self, text: str, *, words: float, meaning: float) -> list[float]:
        """Nearness alone, with no reading and no rules: what the engine is measured beside."""
        near = self._nearness(text) if meaning else [0.0] * len(self.services)
        matches = self._words.scores(text) if words else near
        return [meaning * one + words * other for one, other in zip(near, matches, strict=True)]

    def find(self, story: Story, client: ClientFacts, *, overridden: frozenset[str] = frozenset()) -> Found:
        reading = read(story, client, wanted=self._wanted, mend=self._mend, encoder=self._encoder)
        nearness, matches = self._similar(reading)
        options, refused = [], []
        for number, service in enumerate(self.services):
            ruling = rule(service, client, reading.people, overridden)
            if ruling.person is None:
                refused.append(NotOffered(service, ruling.refusals))
            else:
                options.append(self._option(number, ruling, reading, client, (nearness[number], matches[number])))
        ranked = ranking.interleave(options, self.weights)
        explained = tuple(replace(option, why=why(option)) for option in ranked)
        return Found(reading, explained, tuple(refused), () if self._encoder else (model.MISSING,))

    def _option(
        self, number: int, ruling: Ruling, reading: Reading, client: ClientFacts, similar: tuple[float, float]
    ) -> Option:
        service = self.services[number]
        weights, person = self.weights, ruling.person or reading.client
        parts = ranking.parts_of(reading.needs, self._fits[number])
        special, sign = ranking.made_for(service, reading, person, self._rarity, weights)
        away = kilometres(service.place, client.place)
        doubt = ranking.doubt(service, reading, person)
        points = {
            "needs": weights.needs * ranking.needs_met(parts, weights),
            "made for": weights.made_for * special,
            "meaning": weights.meaning * similar[0],
            "words": weights.words * similar[1],
            "practical": ranking.practical(service, client, away, weights),
            "unsure": -weights.unsure * doubt,
            "child": -weights.child_unasked if person.is_child else 0.0,
        }
        return Option(service, person, sum(points.values()), parts, sign, doubt, kilometres=away, points=points)

    def _similar(self, reading: Reading) -> tuple[list[float], list[float]]:
        """Nearness in meaning and in words, of the story without what must not rank."""
        text = without_identity(reading)
        return self._nearness(text), self._words.scores(text)

    def _nearness(self, text: str) -> list[float]:
        if self._encoder is None:
            return [0.0] * len(self.services)
        sentences = [text[start:end].strip() for start, end in _sentences(text)]
        rows = self._encoder.encode([text, *sentences])
        near = rows @ self._vectors.T
        return [float(one) for one in (near[0] + near[1:].max(axis=0)) / 2]

    @cached_property
    def _vectors(self) -> Any:
        return self._encoder.encode(
            [f"{one.name}. {', '.join(one.categories)}. {one.description}" for one in self.services]
        )

    @cached_property
    def _fits(self) -> tuple[Mapping[str, float], ...]:
        return tuple(kinds.answers(service) for service in self.services)

    @cached_property
    def _words(self) -> WordIndex:
        return WordIndex([_fields(service) for service in self.services])

    @cached_property
    def _mend(self) -> Callable[[str], str]:
        return spelling.mender(self._encoder.pieces) if self._encoder else str


def _fields(service: ServiceFacts) -> list[tuple[str, float]]:
    return [
        (" ".join((service.name, *service.aliases)), NAME),
        (" ".join(service.categories), CATEGORIES),
        (f"{service.description} {service.eligibility}", DESCRIPTION),
    ]


def _sentences(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in SENTENCE.finditer(text) if match.group().strip()] or [(0, len(text))]


def kilometres(one: Place | None, other: Place | None) -> float | None:
    if one is None or other is None:
        return None
    north, south = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
