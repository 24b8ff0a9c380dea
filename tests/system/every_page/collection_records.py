"""Collections of the link worker's own, one in each state."""

from typing import Any

from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.tests.factories import (
    CheckedServiceFactory,
    ClosedServiceFactory,
    CollectionFactory,
    CollectionItemFactory,
    RefugeFactory,
)
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor


def build(team: Team, worker: Actor) -> dict[str, Any]:
    """The filled one has a service of each kind that stands differently."""
    mine = {"team": team, "owner_id": worker.user_id}
    filled = CollectionFactory(**mine, times_used=4)
    item = CollectionItemFactory(collection=filled, words="Ask for Joy; ring before 10")
    CollectionItemFactory(collection=filled, service=CheckedServiceFactory(live_state=LiveState.FULL))
    CollectionItemFactory(collection=filled, service=ClosedServiceFactory())
    CollectionItemFactory(collection=filled, service=RefugeFactory())
    return {
        "filled": filled,
        "item": item,
        "empty": CollectionFactory(**mine, title="Money worries"),
        "retired": CollectionFactory(**mine, title="Winter 2025", retired_at=clock.now()),
    }
