"""The demonstration's directory: the catalogue, and what is known of how fresh it is."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from linkworks.demonstration.chance import Chance
from linkworks.demonstration.stories import DATA
from linkworks.domain.directory.actions.import_catalogue import import_catalogue
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Service
from linkworks.foundation.core.actor import Actor

SOURCE = "demonstration"
WAITS = {"S070": 10, "S130": 12, "S073": 11, "S103": 5}
FULL = ("S119", "S171")


def open_directory(actor: Actor, day: date, chance: Chance) -> Mapping[str, Service]:
    """Load the catalogue, say when each entry was last assured, and return the services by their catalogue name."""
    entries = json.loads((DATA / "catalogue.json").read_text())
    import_catalogue(actor, source=SOURCE, entries=entries)
    services = known_services()
    for name, service in services.items():
        service.change(
            assured_on=day - timedelta(days=chance.between(4, 300)),
            assured_by="the organisation" if chance.happens(0.6) else "a link worker",
            **_state(name),
        )
    return services


def known_services() -> dict[str, Service]:
    services = Service.objects.filter(source__name=SOURCE).select_related("organization")
    return {service.their_id: service for service in services}


def _state(name: str) -> dict[str, Any]:
    if name in WAITS:
        return {"live_state": LiveState.WAITING_LIST, "waiting_weeks": WAITS[name]}
    return {"live_state": LiveState.FULL} if name in FULL else {}
