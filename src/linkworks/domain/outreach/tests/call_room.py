"""A room of callers, each on a thread and a database connection of their own, who ring until nobody is left.

Some click twice, and some stall until their time has run out. The room keeps its own book of who holds whom until when:
somebody handed out while another caller holds them is a double call, whatever the database says.
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from threading import Lock
from uuid import UUID

from django.db import connections

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import Held
from linkworks.domain.outreach.models import Campaign
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

TALK = 0.03  # seconds: a call that takes no time at all could not be doubled
Take = Callable[[Actor, Campaign], Held | None]


@dataclass
class Book:
    holds: dict[UUID, tuple[UUID, datetime]] = field(default_factory=dict)
    hand_outs: int = 0
    doubles: int = 0
    saved: int = 0
    late: int = 0
    lock: Lock = field(default_factory=Lock)

    def note_taken(self, caller: Actor, held: Held) -> None:
        with self.lock:
            self.hand_outs += 1
            holder, until = self.holds.get(held.contact_id, (caller.user_id, held.until))
            self.doubles += holder != caller.user_id and until > clock.now()
            self.holds[held.contact_id] = (caller.user_id, held.until)

    def note_saving(self, caller: Actor, held: Held) -> None:
        """Before the save, for another caller may be given the person before we hear that it is done."""
        with self.lock:
            if self.holds.get(held.contact_id) == (caller.user_id, held.until):
                del self.holds[held.contact_id]

    def note_saved(self, *, is_late: bool) -> None:
        with self.lock:
            self.saved += not is_late
            self.late += is_late


def ring_all(campaign: Campaign, callers: Sequence[Actor], take: Take, *, careless: float) -> Book:
    """Until nobody can be rung for longer than anybody stalls. `careless` is the share who stall, or click twice."""
    book = Book()
    rooms = [
        (caller, Random(number))  # noqa: S311 (no secret)
        for number, caller in enumerate(callers)
    ]
    with ThreadPoolExecutor(len(callers)) as pool:
        ringing = [pool.submit(_ring, campaign, caller, take, book, careless, chance) for caller, chance in rooms]
    for one in ringing:
        one.result()
    return book


def _ring(campaign: Campaign, caller: Actor, take: Take, book: Book, careless: float, chance: Random) -> None:
    hold = campaign.hold.total_seconds()
    last = time.monotonic()
    try:
        while time.monotonic() - last < 2 * hold:
            with acting(caller):
                held = take(caller, campaign)
            if held is None:
                time.sleep(hold / 10)
                continue
            book.note_taken(caller, held)
            time.sleep(1.2 * hold if chance.random() < careless else TALK)
            book.note_saving(caller, held)
            for _ in range(1 + (chance.random() < careless)):
                with acting(caller):
                    saved = save_call(caller, contact_id=held.contact_id, token=held.token, call=Call("talked"))
            book.note_saved(is_late=saved.is_late)
            last = time.monotonic()
    finally:
        connections.close_all()
