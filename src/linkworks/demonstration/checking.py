"""The rota of entries to check: everybody has a few, and somebody could not be reached."""

from datetime import timedelta
from operator import attrgetter

from linkworks.demonstration.days import at
from linkworks.demonstration.world import World
from linkworks.domain.directory.choices import CheckPause
from linkworks.domain.directory.models import EntryCheck, Service
from linkworks.domain.directory.rota import Hand, share_out

EACH = 3
OLDER_THAN = timedelta(days=152)
SINCE = timedelta(days=2)


def share_entries(world: World) -> None:
    """Last time the rota ran, two days ago."""
    day = world.day - SINCE
    due = sorted((one for one in world.services.values() if _is_due(one, world)), key=attrgetter("assured_on", "name"))
    by_id = {service.pk: service for service in due}
    hands = [Hand(worker.user.pk) for worker in world.crew.workers]
    for number, given in enumerate(share_out(by_id, hands, most=EACH)):
        made_at = at(day, 5, 30)
        check = world.rows.add(
            EntryCheck,
            made_at,
            team=world.crew.team,
            service=by_id[given.service_id],
            worker_id=given.worker_id,
            given_on=day,
            **(_paused(world) if number == 0 else {}),
        )
        world.log.change(None, "check.given", made_at, check, None)


def _is_due(service: Service, world: World) -> bool:
    return service.assured_on is not None and service.assured_on < world.day - OLDER_THAN


def _paused(world: World) -> dict[str, object]:
    return {
        "paused_because": CheckPause.LEFT_MESSAGE,
        "paused_until": world.day + timedelta(days=5),
        "tries": 1,
    }
