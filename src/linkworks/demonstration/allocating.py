"""Who gets a case, and who gets it later."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from linkworks.demonstration.chance import Chance
from linkworks.demonstration.crew import Colleague
from linkworks.demonstration.days import day_of
from linkworks.demonstration.folk import ENGLISH, Somebody
from linkworks.demonstration.spells import Spell
from linkworks.demonstration.world import World

PASSED_ON = 0.04


class Allocator:
    """Gives cases by language, network and live load, as the team lead would."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._chance: Chance = world.chance.of("allocating")
        self._spells: defaultdict[UUID, list[Spell]] = defaultdict(list)

    def choose(self, somebody: Somebody, when: datetime) -> Colleague:
        present = [w for w in self._world.crew.workers if not self._world.diary.is_away(w.user.pk, day_of(when))]
        return min(present, key=lambda worker: self._rank(worker, somebody, when))

    def keep(self, spell: Spell) -> None:
        self._spells[spell.worker.user.pk].append(spell)

    def load(self, worker: Colleague, when: datetime) -> int:
        return sum(spell.closed_at is None or spell.closed_at > when for spell in self._spells[worker.user.pk])

    def successor(self, worker: Colleague, when: datetime) -> Colleague | None:
        """Now and then a case is to go to a colleague of the same network."""
        if not self._chance.happens(PASSED_ON):
            return None
        others = [
            other for other in self._world.crew.workers if other != worker and other.network_ids & worker.network_ids
        ]
        return min(others, key=lambda other: self.load(other, when), default=None)

    def _rank(self, worker: Colleague, somebody: Somebody, when: datetime) -> tuple[bool, float]:
        full = worker.sign_in.full_caseload
        burden = self.load(worker, when) / full
        if burden >= 1:
            return True, burden
        speaks = somebody.language == ENGLISH or somebody.language in worker.sign_in.languages
        serves = somebody.network_id in worker.network_ids
        return False, burden - 0.35 * serves - 0.3 * speaks + self._chance.between(0, 10) / 100
