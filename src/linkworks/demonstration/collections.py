"""The short lists that the team keeps."""

from datetime import datetime
from typing import Any

from linkworks.demonstration.days import in_office_hours, working_day_on_or_after
from linkworks.demonstration.stories import read
from linkworks.demonstration.world import World
from linkworks.domain.directory.models import Collection, CollectionItem


def keep_collections(world: World) -> None:
    chance = world.chance.of("collections")
    for told in read("collections.toml")["collection"]:
        begun_at = in_office_hours(working_day_on_or_after(world.days_ago(told["begun"])), chance)
        _keep(world, told, begun_at)


def _keep(world: World, told: dict[str, Any], begun_at: datetime) -> None:
    owner, team = world.crew.worker(told["owner"]).user, world.crew.team
    kept = {name: told[name] for name in ("title", "purpose", "is_shared", "times_used")}
    collection = world.rows.add(Collection, begun_at, team=team, owner=owner, **kept)
    world.log.change(owner, "collection.begun", begun_at, collection, None)
    for number, (name, words) in enumerate(told["services"], start=1):
        service = world.services[name]
        world.rows.add(
            CollectionItem, begun_at, team=team, collection=collection, service=service, number=number, words=words
        )
        world.log.change(owner, "collection.added_to", begun_at, collection, None, service=service.pk)
