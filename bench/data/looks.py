"""Who looked at whom: a log that grows with every page, so that no page is measured on an empty one."""

from collections.abc import Iterator
from random import Random

from bench.data.team import World
from linkworks.domain.people.models import Person
from linkworks.foundation.audit.models import ViewEntry
from linkworks.foundation.core.actor import ActorKind

LOOKS_AT_EACH = 5


def make_looks(world: World, people: list[Person], number: int) -> Iterator[ViewEntry]:
    """So many looks at each of these people, one in ten of them at a list."""
    chance = Random(f"looks {number}")
    for look in range(LOOKS_AT_EACH * len(people)):
        worker = chance.choice(world.workers)
        seen = people[:25] if look % 10 == 0 else [people[look % len(people)]]
        yield ViewEntry(
            team_id=world.team.pk,
            actor_kind=ActorKind.STAFF,
            actor_user_id=worker.pk,
            actor_name=worker.name,
            request_id="before",
            page="casework.case",
            person_ids=[person.pk for person in seen],
        )
