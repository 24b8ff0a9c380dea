"""A room of callers, each on a thread and a database connection of their own, who ring until nobody is left.

Some click twice, and some stall until their time has run out. The room keeps its own book of who held whom from when to
when: somebody handed out while another caller held them is a double call, whatever the database says.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, pairwise
from random import Random
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import connection, connections

from linkworks.domain.outreach.actions.call import Call, save_call
from linkworks.domain.outreach.actions.hand_out import Held, take_next_call
from linkworks.domain.outreach.models import Campaign, HandOut
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

TALK = 0.03  # seconds: a call that takes no time at all could not be doubled
Take = Callable[[Actor, Campaign], Held | None]


class Spell(NamedTuple):
    """From when to when a caller held somebody: until they began to save, or lost them by giving no sign."""

    contact: UUID
    taken: datetime
    ended: datetime
    caller: UUID
    token: UUID


def count_doubles(spells: Iterable[Spell]) -> int:
    """How often somebody was handed out while another caller held them."""
    by_contact = groupby(sorted(_each_once(spells)), key=lambda spell: spell.contact)
    return sum(after.taken < before.ended for _, theirs in by_contact for before, after in pairwise(theirs))


def _each_once(spells: Iterable[Spell]) -> Iterable[Spell]:
    """Two tabs of one caller are given the same person with the same token: whichever saves first ends it."""
    whole: dict[UUID, Spell] = {}
    for spell in spells:
        known = whole.get(spell.token, spell)
        began, ended = min(known.taken, spell.taken), min(known.ended, spell.ended)
        whole[spell.token] = spell._replace(taken=began, ended=ended)
    return whole.values()


@dataclass
class Book:
    """`saved` and `late` are the tokens of the calls that were."""

    spells: list[Spell] = field(default_factory=list)
    saved: set[UUID] = field(default_factory=set)
    late: set[UUID] = field(default_factory=set)

    def note_saving(self, caller: Actor, held: Held, taken: datetime) -> None:
        """Before the save, for another caller may be given the person before we hear that it is done."""
        self.spells.append(Spell(held.contact_id, taken, min(clock.now(), held.until), caller.own_id, held.token))

    def note_saved(self, held: Held, *, is_late: bool) -> None:
        (self.late if is_late else self.saved).add(held.token)

    @property
    def hand_outs(self) -> int:
        return len({spell.token for spell in self.spells})

    @property
    def doubles(self) -> int:
        return count_doubles(self.spells)


def take_with_care(actor: Actor, campaign: Campaign) -> Held | None:
    return take_next_call(actor, campaign_id=campaign.pk)


def take_without_care(actor: Actor, campaign: Campaign) -> Held | None:
    """What a tool does that reads who is next and then writes that it is theirs."""
    with acting(Actor.system("careless", actor.team_id)), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM outreach_campaigncontact WHERE state = 'ready' ORDER BY rank_at LIMIT 1")
        if not (found := cursor.fetchone()):
            return None
        cursor.execute("SELECT pg_sleep(0.005)")
        cursor.execute(
            "UPDATE outreach_campaigncontact SET state = 'on_a_call', holder_id = %s, token = %s,"
            " wakes_at = statement_timestamp() + interval '10 minutes', hand_outs = hand_outs + 1"
            " WHERE id = %s AND state <> 'ended' RETURNING id, person_id, token, wakes_at, hand_outs",
            [actor.user_id, uuid4(), found[0]],
        )
        row = cursor.fetchone()
        if row is None:
            return None
        held = Held(*row)
        HandOut(
            team_id=actor.own_team,
            person_id=held.person_id,
            contact_id=held.contact_id,
            token=held.token,
            by_id=actor.own_id,
            at=clock.now(),
        ).save(force_insert=True)
    return held


@dataclass(frozen=True)
class Room:
    """`careless` is the share of calls in which somebody stalls, and in which somebody clicks twice.

    Callers go home after `claims` claims each, or when nobody can be rung for longer than anybody stalls.
    """

    campaign: Campaign
    take: Take
    careless: float
    outcome: str = "talked"
    claims: int | None = None

    def ring(self, callers: Sequence[Actor]) -> Book:
        """A caller who is named twice works in two tabs."""
        book = Book()
        with ThreadPoolExecutor(len(callers)) as pool:
            chances = [Random(number) for number in range(len(callers))]  # noqa: S311 (no secret)
            ringing = [pool.submit(self._be, *who, book) for who in zip(callers, chances, strict=True)]
        for one in ringing:
            one.result()
        return book

    def _be(self, caller: Actor, chance: Random, book: Book) -> None:
        hold = self.campaign.hold.total_seconds()
        last, claimed = time.monotonic(), 0
        try:
            while time.monotonic() - last < 2 * hold and claimed != self.claims:
                with acting(caller):
                    held = self.take(caller, self.campaign)
                if held is None:
                    time.sleep(hold / 10)
                    continue
                self._talk(caller, held, chance, book)
                last, claimed = time.monotonic(), claimed + 1
        finally:
            connections.close_all()

    def _talk(self, caller: Actor, held: Held, chance: Random, book: Book) -> None:
        taken = clock.now()
        time.sleep(1.2 * self.campaign.hold.total_seconds() if chance.random() < self.careless else TALK)
        book.note_saving(caller, held, taken)
        for _ in range(1 + (chance.random() < self.careless)):
            with acting(caller):
                call = Call(self.outcome)
                saved = save_call(caller, contact_id=held.contact_id, token=held.token, call=call)
        book.note_saved(held, is_late=saved.is_late)
