"""The order of the options: what is needed first, then who it was made for, then nearness in words and meaning."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from linkworks.domain.onward.matching.facts import ClientFacts, Person, ServiceFacts, State
from linkworks.domain.onward.matching.options import Option, Part
from linkworks.domain.onward.matching.reading.circumstances import Sign, is_identity
from linkworks.domain.onward.matching.reading.generic import age_from
from linkworks.domain.onward.matching.reading.needs import NeedFound
from linkworks.domain.onward.matching.reading.story import Reading

COMES_TO_YOU = frozenset({"home_visit", "phone", "online"})
INTERPRETERS = "interpreters"
FIRST = 5


@dataclass(frozen=True)
class Weights:
    """Set on invented stories and one half of the development cases; `docs/explanation/matching.md` has the figures."""

    needs: float = 1.0
    next_need: float = 0.35
    made_for: float = 0.5
    crowd: float = 0.3
    for_another: float = 0.6
    meaning: float = 1.2
    words: float = 0.8
    child_unasked: float = 0.4
    unsure: float = 0.3
    doubt_among_first: float = 2.0
    out_of_reach: float = 0.6
    own_language: float = 0.15
    waiting: float = 0.1
    stale: float = 0.05  # steps back among its like; never behind what fits less
    kilometre: float = 0.01
    again: float = 0.03


def parts_of(needs: Sequence[NeedFound], fits: Mapping[str, float]) -> tuple[Part, ...]:
    parts = [Part(need, fits[need.need.name]) for need in needs if need.need.name in fits]
    return tuple(sorted(parts, key=lambda part: -part.worth))


def needs_met(parts: Sequence[Part], weights: Weights) -> float:
    """The best answered need counts whole, each further one less."""
    return sum(part.worth * weights.next_need**place for place, part in enumerate(parts))


class Rarity:
    """How telling it is that a service asks for a circumstance: much when few services do, little when many."""

    def __init__(self, services: int, asked: Mapping[str, int]) -> None:
        """`asked` says how many services ask for each circumstance."""
        self._services = services
        self._asked = asked

    def of(self, name: str) -> float:
        return log((self._services + 1) / (self._asked.get(name, 0) + 0.5)) / log(self._services + 1)


def made_for(
    service: ServiceFacts, reading: Reading, person: Person, rarity: Rarity, weights: Weights
) -> tuple[float, Sign | None]:
    """The most telling circumstance that the service asks for and this person has. Who somebody is (ethnicity, faith,
    sexuality) counts only where the story wishes it.
    """
    best, why = 0.0, None
    for name in service.conditions_needed:
        sign = reading.about(person, name)
        if age_from(name) is not None or sign is None or (is_identity(name) and name not in reading.wishes):
            continue
        worth = rarity.of(name) / (1 + weights.crowd * (len(service.conditions_needed) - 1))
        worth *= sign.sure * (weights.for_another if sign.of else 1)
        if worth > best:
            best, why = worth, sign
    return best, why


def doubt(service: ServiceFacts, reading: Reading, person: Person) -> float:
    """From 0 to 1: how unsure it is that the person has any of the circumstances asked for."""
    signs = [sign for name in service.conditions_needed if (sign := reading.about(person, name))]
    return 1 - max((sign.sure for sign in signs), default=1)


def practical(service: ServiceFacts, client: ClientFacts, kilometres: float | None, weights: Weights) -> float:
    """What makes it easier or harder to use."""
    points = 0.0
    if client.mobility == "housebound" and not comes_to_you(service):
        points -= weights.out_of_reach
    if client.language and speaks(service, client.language):
        points += weights.own_language
    if service.state == State.WAITING_LIST:
        points -= weights.waiting
    if service.is_stale:
        points -= weights.stale
    if kilometres is not None and not COMES_TO_YOU & set(service.delivery):
        points -= weights.kilometre * min(kilometres, 15)
    return points


def comes_to_you(service: ServiceFacts) -> bool:
    return bool(COMES_TO_YOU & set(service.delivery)) or any(
        "transport" in feature for feature in service.access_features
    )


def speaks(service: ServiceFacts, language: str) -> bool:
    spoken = {one.casefold() for one in service.languages}
    first = language.casefold().split("(")[0].strip()
    return first != "english" and (first in spoken or INTERPRETERS in spoken or INTERPRETERS in service.access_features)


def interleave(options: Sequence[Option], weights: Weights) -> tuple[Option, ...]:
    """Best first; what answers a need that better options already answer steps back a little, so that each need of the
    story gets its due. Among the first, a guess at who may use it weighs much more: no hope is raised by a guess. Those
    with the same first need and the same doubt keep their order, so only the first of each can be next.
    """
    queues: dict[tuple[str, float], deque[tuple[int, Option]]] = {}
    for place, option in enumerate(sorted(options, key=lambda option: (-option.score, option.service.name))):
        queues.setdefault((_first_need(option), option.doubt), deque()).append((place, option))
    taken: list[Option] = []
    covered: dict[str, float] = {}

    def standing(queue: tuple[str, float]) -> tuple[float, int]:
        need, doubt = queue
        place, option = queues[queue][0]
        doubted = weights.doubt_among_first * doubt if len(taken) < FIRST else 0
        return option.score - weights.again * covered.get(need, 0) - doubted, -place

    while queues:
        queue = max(queues, key=standing)
        _, best = queues[queue].popleft()
        taken.append(best)
        if best.parts:
            covered[queue[0]] = covered.get(queue[0], 0) + best.parts[0].fit
        if not queues[queue]:
            del queues[queue]
    return tuple(taken)


def _first_need(option: Option) -> str:
    return option.parts[0].need.need.name if option.parts else ""
