"""How often entries are offered to people. The directory does not know; apps above it say."""

from collections import Counter
from collections.abc import Callable, Mapping
from uuid import UUID

from linkworks.foundation.core.actor import Actor

CountOffers = Callable[[Actor], Mapping[UUID, int]]

_counts: list[CountOffers] = []


def register(count: CountOffers) -> None:
    """`count` tells how often each service was offered by the actor's team of late."""
    if count not in _counts:
        _counts.append(count)


def offers(actor: Actor) -> Mapping[UUID, int]:
    told: Counter[UUID] = Counter()
    for count in _counts:
        told.update(count(actor))
    return told
