"""Which entries most need to be checked, and who checks them. Pure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import log2
from uuid import UUID

NEVER_ASSURED_DAYS = 730  # counts as this old
NEAR_COUNTS = 2.0
# To have been offered once counts half as much again; often, at most three times as much: demand never hides age.
OFFERED_COUNTS, MOST_FOR_OFFERS = 0.5, 3.0


@dataclass
class Hand:
    """Somebody who checks: how many entries they got this week or still have, and how many they had of late."""

    worker_id: UUID
    has: int = 0
    had: int = 0


@dataclass(frozen=True)
class Given:
    service_id: UUID
    worker_id: UUID


def need(days: int | None, *, offers: int, is_near: bool) -> float:
    """How much an entry needs to be checked: its age in days, more for what is offered and for what is near."""
    age = NEVER_ASSURED_DAYS if days is None else days
    asked_for = min(1 + OFFERED_COUNTS * log2(1 + offers), MOST_FOR_OFFERS)
    return age * asked_for * (NEAR_COUNTS if is_near else 1.0)


def share_out(
    service_ids: Iterable[UUID], hands: Iterable[Hand], *, most: int, refused: Collection[Given] = ()
) -> Iterator[Given]:
    """The neediest first, each to whoever has least. Nobody gets more than `most`, nor what they handed back."""
    free = [hand for hand in hands if hand.has < most]
    for service_id in service_ids:
        willing = [hand for hand in free if Given(service_id, hand.worker_id) not in refused]
        if willing:
            hand = min(willing, key=lambda one: (one.has, one.had, one.worker_id))
            hand.has, hand.had = hand.has + 1, hand.had + 1
            free = [one for one in free if one.has < most]
            yield Given(service_id, hand.worker_id)
        if not free:
            return
