"""The engine: a story in, options and refusals out. All services are weighed roughly, and the best of them closely."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import repeat
from typing import Any

from linkworks.domain.onward.matching import points, ranking
from linkworks.domain.onward.matching.digest import digest, meant, packed
from linkworks.domain.onward.matching.eligibility import Ruling, rule
from linkworks.domain.onward.matching.facts import ClientFacts, Place, ServiceFacts, Story
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.matching.options import Found, NotOffered, Option
from linkworks.domain.onward.matching.ranking import Rarity, Weights
from linkworks.domain.onward.matching.reading import spelling
from linkworks.domain.onward.matching.reading.story import read, without_identity
from linkworks.domain.onward.matching.shelf import Shelf, kilometres
from linkworks.domain.onward.matching.shortlist import Asked, Candidate, Shortlist, choose, nearness
from linkworks.domain.onward.matching.text import SENTENCE
from linkworks.domain.onward.matching.why import why

LIKELY, REFUSED = 200, 50
LookUp = Callable[[Sequence[str]], Mapping[str, ServiceFacts]]


class Engine:
    """`shelf` has all services in rough; `look_up` tells the facts of some, as they are now. Only these are ruled on: a
    service that `look_up` does not know is not offered. `likely` and `refused` are how many are looked at closely.
    """

    def __init__(
        self,
        shelf: Shelf,
        look_up: LookUp,
        *,
        weights: Weights | None = None,
        meaning: Any = ...,
        likely: int = LIKELY,
        refused: int = REFUSED,
    ) -> None:
        self._shelf = shelf
        self._look_up = look_up
        self._weights = weights or Weights()
        self._encoder: Any = model.encoder() if meaning is ... else meaning
        self._likely = likely
        self._refused = refused

    @classmethod
    def over(
        cls, services: Sequence[ServiceFacts], *, meaning: Any = ..., has_order: bool = True, **more: Any
    ) -> "Engine":
        """Over a few services that are all here. Where only the law is asked, the model need not read them."""
        encoder = model.encoder() if meaning is ... else meaning
        known = {service.id: service for service in services}
        shelf = shelve(services, encoder if has_order else None)
        return cls(shelf, lambda ids: {id_: known[id_] for id_ in ids}, meaning=encoder, **more)

    @property
    def has_meaning(self) -> bool:
        return self._encoder is not None

    def plain_scores(self, text: str, *, words: float, meaning: float) -> dict[str, float]:
        """Nearness alone, with no reading and no rules: what the engine is measured beside."""
        shelf = self._shelf
        matches = shelf.words.scores(text, shelf.stems(range(len(shelf.ids)))) if words else 0.0
        scores = words * matches + meaning * nearness(shelf, self._arrows(text) if meaning else None)
        return dict(zip(shelf.ids, scores.tolist(), strict=True))

    def find(self, story: Story, client: ClientFacts, *, overridden: frozenset[str] = frozenset()) -> Found:
        reading = read(story, client, wanted=self._shelf.conditions, mend=self._mend, encoder=self._encoder)
        text = without_identity(reading)
        asked = Asked(reading, text, self._arrows(text), client, overridden)
        short, facts = self._choose(asked)
        options, refused = [], []
        for candidate in (one for one in (*short.likely, *short.refused) if one.id in facts):
            service = facts[candidate.id]
            ruling = rule(service, client, reading.people, overridden)
            if ruling.person is None:
                parts = ranking.parts_of(reading.needs, candidate.fits)
                refused.append(NotOffered(service, ruling.refusals, parts[0].worth if parts else 0.0))
            else:
                options.append(self._option(service, candidate, ruling, asked, short.rarity))
        ranked = ranking.interleave(options, self._weights)
        explained = tuple(replace(option, why=why(option)) for option in ranked)
        return Found(reading, explained, tuple(refused), () if self._encoder else (model.MISSING,))

    def _choose(self, asked: Asked) -> tuple[Shortlist, Mapping[str, ServiceFacts]]:
        """Once more when some are no longer there, for by then the shelf knows."""
        for _ in range(2):
            with self._shelf.lock:
                short = choose(self._shelf, asked, self._weights, likely=self._likely, refused=self._refused)
            ids = [one.id for one in (*short.likely, *short.refused)]
            facts = self._look_up(ids)
            if len(facts) == len(ids):
                break
        return short, facts

    def _option(
        self, service: ServiceFacts, candidate: Candidate, ruling: Ruling, asked: Asked, rarity: Rarity
    ) -> Option:
        weights, reading, client = self._weights, asked.reading, asked.client
        person = ruling.person or reading.client
        parts = ranking.parts_of(reading.needs, candidate.fits)
        special, sign, doubt = points.for_person(service, reading, person, rarity, weights)
        away = _between(client.place, service.place)
        made_of = {
            "needs": weights.needs * ranking.needs_met(parts, weights),
            "meaning": weights.meaning * candidate.meaning,
            "words": weights.words * candidate.words,
            "practical": ranking.practical(service, client, away, weights),
            **special,
        }
        return Option(service, person, sum(made_of.values()), parts, sign, doubt, kilometres=away, points=made_of)

    def _arrows(self, text: str) -> Any:
        """Of the story as a whole, then of each sentence; none without a model."""
        if self._encoder is None:
            return None
        sentences = [found for match in SENTENCE.finditer(text) if (found := match.group().strip())]
        return self._encoder.encode([text, *(sentences or [text])])

    @cached_property
    def _mend(self) -> Callable[[str], str]:
        return spelling.mender(self._encoder.pieces) if self._encoder else str


def _between(one: Place | None, other: Place | None) -> float | None:
    return float(kilometres(one, other.latitude, other.longitude)) if one and other else None


def shelve(services: Sequence[ServiceFacts], encoder: Any) -> Shelf:
    shelf = Shelf()
    arrows = encoder.encode([meant(one) for one in services]) if encoder else ()
    meanings = map(packed, arrows) if encoder else repeat(b"")
    shelf.put(
        [
            shelf.entry(one, digest(one, meaning), [one.place] if one.place else [])
            for one, meaning in zip(services, meanings, strict=False)
        ]
    )
    return shelf
