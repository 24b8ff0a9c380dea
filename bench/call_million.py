"""The promise that nobody is rung twice: a million claims and saves by 64 callers, through the actions of the product.

Some stall until they have lost whom they held, some click twice, some work in two tabs, and numbers are shared. Every
caller's own book of who they held from when to when is laid beside the others': an overlap is a double call. The same
books are kept of a queue without a lock, which must show some.

Each round of 20,000 is kept in `var/bench`; with `--go-on` those of earlier runs count, for a million takes hours.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from functools import partial
from itertools import chain
from multiprocessing import get_context
from time import monotonic
from uuid import UUID

import django
from django.db import IntegrityError, connections

from bench.data.calls import ENGAGED
from bench.support import machine
from bench.support.database import ROOT
from bench.support.options import Options
from bench.support.queue import Queue, list_actors, queue
from bench.support.table import Line, table
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.selectors.holds import Held
from linkworks.domain.outreach.tests.call_room import (
    Book,
    Room,
    Spell,
    count_doubles,
    take_with_care,
    take_without_care,
)
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

CALLERS = 64
TABS = 4  # of them work in two
PROCESSES = os.cpu_count() or 1
AT_ONCE = 20_000
HOLD = timedelta(seconds=4)
CARELESS = 0.01
WITHOUT_LOCK = 2_000
KEPT = ROOT / "var" / "bench" / "call_million.jsonl"


@dataclass(frozen=True)
class Round:
    """`saved` calls were acknowledged, `written` ones stand in the database."""

    commit: str
    claims: int
    doubles: int
    saved: int
    written: int
    late: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.doubles} double; {self.claims / self.seconds:.0f} a second."


def main(options: Options) -> None:
    before = machine.load()
    with queue(options.contacts, CALLERS, hold=HOLD) as rung, _processes() as pool:
        lines = _measure(Claims(rung, pool), options.claims, goes_on=options.go_on)
    print(f"{machine.describe()} Load before {before}, after {machine.load()}.")
    print(f"{options.contacts:,} people to ring; {CALLERS} callers in {PROCESSES} processes.\n")
    print(table(lines))


def _processes() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn"), initializer=django.setup)


class Claims:
    def __init__(self, rung: Queue, pool: Executor) -> None:
        self.rung, self.pool, self.actors = rung, pool, list_actors()

    def ring(self, claims: int, *, with_lock: bool = True) -> tuple[list[Spell], int, int]:
        """What all callers wrote into their books, how many calls were saved and how many came too late."""
        each = partial(_ring, self.rung.campaign_id, self.rung.address, claims // CALLERS, with_lock)
        books = list(self.pool.map(each, [self.actors[place::PROCESSES] for place in range(PROCESSES)]))
        spells = list(chain.from_iterable(book.spells for book in books))
        return spells, sum(len(book.saved) for book in books), sum(len(book.late) for book in books)


def _ring(campaign_id: UUID, address: str, claims: int, with_lock: bool, callers: Sequence[Actor]) -> Book:
    """In a process of its own."""
    connections["default"].settings_dict["NAME"] = address.rsplit("/", 1)[-1]
    with acting(Actor.system("bench", callers[0].team_id)):
        campaign = Campaign.objects.get(pk=campaign_id)
    connections.close_all()
    if with_lock:
        room = Room(campaign, take_with_care, CARELESS, outcome=ENGAGED, claims=claims)
        return room.ring([*callers, *callers[: TABS // PROCESSES]])
    return Room(campaign, _take_without_lock, careless=0, outcome=ENGAGED, claims=claims).ring(callers)


def _take_without_lock(actor: Actor, campaign: Campaign) -> Held | None:
    with suppress(IntegrityError):  # the index on numbers saves even the careless
        return take_without_care(actor, campaign)
    return None


def _measure(claims: Claims, wanted: int, *, goes_on: bool) -> list[Line]:
    rounds = _read_rounds() if goes_on else []
    while (rest := wanted - sum(one.claims for one in rounds)) > 0:
        rounds.append(_round(claims, min(AT_ONCE, max(CALLERS, rest))))
        _keep(rounds[-1])
        print(f"{sum(one.claims for one in rounds):,} of {wanted:,} claims: {rounds[-1]}", flush=True)
    claims.rung.make_anew()  # whoever stalled last holds nobody any more
    without, _, _ = claims.ring(WITHOUT_LOCK, with_lock=False)
    if not (unlocked := count_doubles(without)):
        raise RuntimeError("A queue without a lock must show double calls, or the count of ours says nothing.")
    what = f"{sum(one.claims for one in rounds):,} claims in {len(rounds)} rounds"
    commits = ", ".join(dict.fromkeys(one.commit for one in rounds))
    print(f"The code was that of {commits}.")
    return [
        Line(what, "double calls", (sum(one.doubles for one in rounds),), goal=0),
        Line(what, "saved calls that are not written", (sum(one.saved - one.written for one in rounds),), goal=0),
        Line(what, "late saves, kept as notes", (sum(one.late for one in rounds),)),
        Line(what, "claims/s", tuple(one.claims / one.seconds for one in rounds)),
        Line(f"{len(without):,} claims without the lock", "double calls", (unlocked,)),
    ]


def _round(claims: Claims, wanted: int) -> Round:
    began, before = monotonic(), claims.rung.prove().saved
    spells, saved, late = claims.ring(wanted)
    return Round(
        commit=_commit(),
        claims=len({spell.token for spell in spells}),
        doubles=count_doubles(spells),
        saved=saved,
        written=claims.rung.prove().saved - before,
        late=late,
        seconds=monotonic() - began,
    )


def _commit() -> str:
    git = shutil.which("git") or "git"
    return subprocess.check_output([git, "rev-parse", "--short", "HEAD"], cwd=ROOT, text=True).strip()


def _keep(one: Round) -> None:
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    with KEPT.open("a") as kept:
        kept.write(json.dumps(asdict(one)) + "\n")


def _read_rounds() -> list[Round]:
    return [Round(**json.loads(line)) for line in KEPT.read_text().splitlines()] if KEPT.exists() else []
