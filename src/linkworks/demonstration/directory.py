"""The demonstration's directory: the catalogue, and what is known of how fresh it is."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from linkworks.demonstration.chance import Chance
from linkworks.demonstration.stories import DATA
from linkworks.domain.directory.actions.import_catalogue import import_catalogue
from linkworks.domain.directory.actions.whereabouts import load_shipped_districts
from linkworks.domain.directory.models import Service
from linkworks.foundation.core.actor import Actor

SOURCE = "demonstration"
WAITS = {"S070": 10, "S130": 12, "S073": 11, "S103": 5}
FULL = ("S119", "S171")


def open_directory(actor: Actor, day: date, chance: Chance) -> Mapping[str, Service]:
    """Load the catalogue, say when each entry was last assured, and return the services by their catalogue name."""
    load_shipped_districts(Actor.system("demonstration", None))
    entries = json.loads((DATA / "catalogue.json").read_text())
    import_catalogue(actor, source=SOURCE, entries=[entry | _known_of(entry["id"], day, chance) for entry in entries])
    return known_services()


def known_services() -> dict[str, Service]:
    services = Service.objects.filter(source__name=SOURCE).select_related("organization")
    return {service.their_id: service for service in services}


def _known_of(name: str, day: date, chance: Chance) -> dict[str, Any]:
    """When the entry was last assured, by whom, and whether there is room."""
    known: dict[str, Any] = {
        "assured_on": (day - timedelta(days=chance.between(4, 300))).isoformat(),
        "assured_by": "the organisation" if chance.happens(0.6) else "a link worker",
    }
    if name in WAITS:
        known |= {"status": "waiting list", "waiting_weeks": WAITS[name]}
    return known | ({"status": "full"} if name in FULL else {})
