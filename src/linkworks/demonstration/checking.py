"""How fresh the directory is kept: everybody has a few entries to check, and some changes were told to us."""

from datetime import timedelta
from operator import attrgetter
from typing import Any

from linkworks.demonstration.days import at
from linkworks.demonstration.world import World
from linkworks.domain.directory.choices import CheckPause, ToldAbout, ToldBy
from linkworks.domain.directory.models import EntryCheck, ProposedValue, Service, ToldChange
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


def tell_changes(world: World) -> None:
    """An organisation corrected its entry, and somebody from the public reported a change."""
    corrected, reported = world.services["S081"], world.services["S085"]
    told = _tell(world, corrected, 20, told_by=ToldBy.ORGANIZATION, words="Please ask for Jo now.")
    for column, value in (("telephone", "020 7946 0163"), ("times", "Tue, Thu, Fri 11:30-14:30")):
        world.rows.add(ProposedValue, told.told_at, team=world.crew.team, told=told, column=column, value=value)
    _tell(
        world,
        reported,
        44,
        told_by=ToldBy.PUBLIC,
        about=ToldAbout.WHEN,
        words="I went on Tuesday and it was shut. A note on the door says the first Tuesday of the month only.",
    )


def _tell(world: World, service: Service, hours: int, **values: Any) -> ToldChange:
    at_that_time = world.midnight - timedelta(hours=hours)
    told = world.rows.add(
        ToldChange, at_that_time, team=world.crew.team, service=service, told_at=at_that_time, **values
    )
    world.log.change(None, "change.told", at_that_time, told, None, told_by=told.told_by, about=told.about)
    return told


def _is_due(service: Service, world: World) -> bool:
    return service.assured_on is not None and service.assured_on < world.day - OLDER_THAN


def _paused(world: World) -> dict[str, object]:
    return {
        "paused_because": CheckPause.LEFT_MESSAGE,
        "paused_until": world.day + timedelta(days=5),
        "tries": 1,
    }
