"""Which way is tried next: a rule over plain facts, so that it can be read and tried out on its own."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from linkworks.domain.outreach.choices import Door, OtherWay


@dataclass(frozen=True)
class Way:
    """The facts of a `LadderRung` for one person."""

    rung_id: UUID
    kind: OtherWay
    door: Door = Door.OPEN


def next_way(ways: Sequence[Way], used: Collection[UUID], *, finds_number: bool = False) -> Way:
    """The first that is not used up; a number is looked for first where none is left to ring.

    Where everything is used up, the last of them once more: nobody is given up. A way that a lead shut is left out, but
    where nothing else is there it is shown to a lead again.
    """
    standing = [way for way in ways if way.door != Door.SHUT] or list(ways)
    fresh = [way for way in standing if way.rung_id not in used]
    if finds_number:
        fresh.sort(key=lambda way: way.kind != OtherWay.OTHER_NUMBERS)
    return fresh[0] if fresh else standing[-1]


def is_last(ways: Sequence[Way], used: Collection[UUID], current: UUID) -> bool:
    """Whether nothing else is left to try after this one."""
    return next_way(ways, {*used, current}).rung_id == current
