"""Choosing the few services that are worth a closer look, by the same law and the same points, a column at a time.

What follows from facts that many services share is asked of the law and the ranking themselves, once for each
combination of such facts. Only words wait for the end: they are compared for a few thousand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from linkworks.domain.onward.matching import points, ranking
from linkworks.domain.onward.matching.digest import FIT_STEPS, columns_of, fits_of
from linkworks.domain.onward.matching.eligibility import rule
from linkworks.domain.onward.matching.facts import ClientFacts, Place, ServiceFacts
from linkworks.domain.onward.matching.ranking import Rarity, Weights
from linkworks.domain.onward.matching.reading.story import Reading
from linkworks.domain.onward.matching.shelf import Shelf

WITH_WORDS = 3_000
FIRST_ONE_IN = 4


@dataclass(frozen=True)
class Asked:
    """`arrows` are the story's in meaning, whole and then sentence by sentence; None without a model."""

    reading: Reading
    text: str
    arrows: Any
    client: ClientFacts
    overridden: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Candidate:
    """What is known of a service before its facts are looked up."""

    id: str
    fits: Mapping[str, float]
    meaning: float
    words: float


@dataclass(frozen=True)
class Shortlist:
    """The likeliest options, and of those that the law refuses the ones that would have been; both best first."""

    likely: tuple[Candidate, ...]
    refused: tuple[Candidate, ...]
    rarity: Rarity


def choose(shelf: Shelf, asked: Asked, weights: Weights, *, likely: int, refused: int) -> Shortlist:
    """Beside the likeliest, those that may be among the first, where doubt weighs more."""
    rarity = _rarity(shelf)
    near = nearness(shelf, asked.arrows)
    may, points_for_person, doubt = _who(shelf, asked, weights, rarity)
    rough = _points(shelf, asked, weights) + points_for_person + weights.meaning * near
    may = may & _where(shelf, asked)
    is_there = shelf.column("is_there")

    def best(which: Any, rough: Any, count: int) -> tuple[Candidate, ...]:
        rows = np.flatnonzero(is_there & which)
        some = rows if asked.arrows is None else rows[_highest(rough[rows], max(count, WITH_WORDS))]
        words = shelf.words.scores(asked.text, shelf.stems(some))
        order = _highest(rough[some] + weights.words * words, count)
        fits = shelf.column("fits")[some[order]].tolist()
        told = zip(some[order].tolist(), fits, words[order].tolist(), strict=True)
        needs = asked.reading.needs
        return tuple(Candidate(shelf.ids[row], fits_of(fit, needs), float(near[row]), word) for row, fit, word in told)

    first = best(may, rough - weights.doubt_among_first * doubt, likely // FIRST_ONE_IN)
    likeliest = {one.id: one for one in (*best(may, rough, likely), *first)}
    return Shortlist(tuple(likeliest.values()), best(~may, rough, refused), rarity)


def nearness(shelf: Shelf, arrows: Any) -> Any:
    """Of each row, to the story as a whole and to the sentence that is nearest, in equal parts."""
    if arrows is None:
        return np.zeros(len(shelf.ids), np.float32)
    near = shelf.nearness(arrows)
    return (near[0] + near[1:].max(axis=0)) / 2


def _highest(points: Any, count: int) -> Any:
    """The places of the highest, highest first."""
    if count < len(points):
        some = np.argpartition(-points, count)[:count]
        return some[np.argsort(-points[some], kind="stable")]
    return np.argsort(-points, kind="stable")


def _rarity(shelf: Shelf) -> Rarity:
    """Of the circumstances that services ask for."""
    examples = shelf.alike["who"].examples
    numbers = np.bincount(shelf.column("who")[shelf.column("is_there")], minlength=len(examples))
    asked: dict[str, int] = {}
    for example, services in zip(examples, numbers.tolist(), strict=True):
        for name in example.conditions_needed:
            asked[name] = asked.get(name, 0) + services
    return Rarity(len(shelf), asked)


def _where(shelf: Shelf, asked: Asked) -> Any:
    """Whether it runs and serves where the client lives."""

    def serves(example: ServiceFacts) -> bool:
        """The client alone will do: an example of states or areas asks nothing of who somebody is."""
        return rule(example, asked.client, asked.reading.people[:1], asked.overridden).person is not None

    where = (asked.client.borough, asked.client.district, asked.overridden)
    may = np.ones(len(shelf.ids), bool)
    for name in ("state", "areas", "districts"):
        may &= shelf.alike[name].recall(serves, where)[shelf.column(name)] > 0
    return may


def _who(shelf: Shelf, asked: Asked, weights: Weights, rarity: Rarity) -> tuple[Any, Any, Any]:
    """Whether it may be for anybody in the story, the points for that, and how unsure it is."""
    table = []
    for example in shelf.alike["who"].examples:
        person = rule(example, asked.client, asked.reading.people, asked.overridden).person
        found, _, doubt = points.for_person(example, asked.reading, person or asked.reading.client, rarity, weights)
        table.append((person is not None, sum(found.values()), doubt))
    may, its_points, doubts = np.array(table, np.float32).reshape(-1, 3)[shelf.column("who")].T
    return may > 0, its_points, doubts


def _points(shelf: Shelf, asked: Asked, weights: Weights) -> Any:
    """For the needs, and for what makes it easier or harder to use."""
    how = shelf.alike["how"].work_out(lambda example: ranking.practical(example, asked.client, None, weights))
    found = _needs(shelf, asked.reading, weights) + how[shelf.column("how")]
    if asked.client.place is not None:
        found += _distance(shelf, asked.client, asked.client.place, weights)
    return found


def _needs(shelf: Shelf, reading: Reading, weights: Weights) -> Any:
    """As `ranking.needs_met` has it."""
    pulls = np.array([need.pull for need in reading.needs], np.float32) / FIT_STEPS
    worths = np.sort(shelf.column("fits")[:, columns_of(reading.needs)] * pulls, axis=1)[:, ::-1]
    return weights.needs * worths @ weights.next_need ** np.arange(len(pulls), dtype=np.float32)


def _distance(shelf: Shelf, client: ClientFacts, place: Place, weights: Weights) -> Any:
    """Points for distance grow evenly, up to where they stop."""

    def loses(kilometres: float) -> Any:
        here = shelf.alike["how"].work_out(lambda example: ranking.practical(example, client, 0, weights))
        there = shelf.alike["how"].work_out(lambda example: ranking.practical(example, client, kilometres, weights))
        return (there - here)[shelf.column("how")]

    away = shelf.kilometres(place)
    return np.maximum(loses(1) * np.where(np.isinf(away), 0, away), loses(np.inf))
