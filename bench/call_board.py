"""The promise of the live board: at most two seconds old, at most 50 milliseconds a query, and no calls slowed by it.

Among 100,000 people. Boards that are open ask for the next numbers when they were told to; beside them 64 callers ring,
with boards and without. To open five boards in the same instant, with all that they say, is measured on its own.
"""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from statistics import median, quantiles
from threading import Barrier, Event, Thread
from typing import Any

from django.db import connection

from bench.call_queue import CLIENTS, TALK_SECONDS, WARM_UP_SECONDS, Bench, Seen
from bench.support import machine
from bench.support.callers import PATIENCE_SECONDS, Caller, Wire
from bench.support.options import Options
from bench.support.queue import list_actors, list_callers, queue
from bench.support.servers import serving
from bench.support.table import Line, table
from bench.support.visits import Visit
from linkworks.config.static import collect_static
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.selectors.board import list_done_by_day, read_board
from linkworks.foundation.access.database import acting
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor

BOARDS = 5
TOLD = re.compile(r'datetime="([^"]+)" data-next-in="(\d+)"')
QUERY_MS, STALE_MS = 50, 2_000
READS = 20


def main(options: Options) -> None:
    collect_static(print)
    before = machine.load()
    with queue(options.contacts, max(CLIENTS)) as rung, serving("board", DATABASE_URL=rung.address) as server:
        bench = Bench(server, rung, list_callers(), options.seconds)
        lines = list(_measure(bench, options.rounds))
    print(f"{machine.describe()} Load before {before}, after {machine.load()}.")
    print(
        f"{options.contacts:,} people; {BOARDS} boards, {max(CLIENTS)} callers; medians of {options.rounds} rounds.\n"
    )
    print(table(lines))


def _measure(bench: Bench, rounds: int) -> Iterator[Line]:
    actor = list_actors()[0]
    alone, watched, opening, slowest, oldest = Seen(), Seen(), Seen(), [], []
    with _boards(bench):
        Bench(bench.server, bench.rung, bench.callers, WARM_UP_SECONDS).ring(max(CLIENTS), Seen())
    for number in range(rounds):
        print(f"Round {number + 1} of {rounds} ...", flush=True)
        bench.ring(max(CLIENTS), alone, talk=TALK_SECONDS)
        with _boards(bench) as ages:
            bench.ring(max(CLIENTS), watched, talk=TALK_SECONDS)
        with _boards(bench, are_open=False):
            bench.ring(max(CLIENTS), opening, talk=TALK_SECONDS)
        oldest.append(quantiles(ages, n=20)[-1])
        slowest.append(max(_slowest_query(actor, bench) for _ in range(READS)))
    yield Line("The slowest query of a board", "ms", tuple(slowest), goal=QUERY_MS, digits=1)
    yield Line("A board's numbers, by the next", "p95 ms old", tuple(oldest), goal=STALE_MS)
    p95 = [tuple(quantiles(claims, n=20)[-1] for claims in seen.claims) for seen in (alone, watched, opening)]
    yield Line("64 callers, no board open", "claim p95 ms", p95[0], digits=1)
    yield Line(f"64 callers, {BOARDS} boards open", "claim p95 ms", p95[1], digits=1)
    yield Line("Boards open beside none", "times the p95", (median(p95[1]) / median(p95[0]),), goal=1.2, digits=2)
    yield Line(f"64 callers, {BOARDS} boards opened at once", "claim p95 ms", p95[2], digits=1)


@contextmanager
def _boards(bench: Bench, *, are_open: bool = True) -> Iterator[list[float]]:
    """How old, in milliseconds, the numbers of each were when the next ones took their place. Boards that are not open
    yet are opened while the block runs.
    """
    ages: list[float] = []
    closed = Event()
    opened = Barrier(BOARDS + are_open, timeout=PATIENCE_SECONDS)
    watching = [Thread(target=partial(_watch, bench, one, ages, opened, closed)) for one in bench.callers[:BOARDS]]
    for thread in watching:
        thread.start()
    if are_open:
        opened.wait()
    try:
        yield ages
    finally:
        closed.set()
        for thread in watching:
            thread.join()


def _watch(bench: Bench, caller: Caller, ages: list[float], opened: Barrier, closed: Event) -> None:
    wire = Wire(bench.server.port, caller.session)
    counted_at, next_in = _read(wire, f"/campaigns/{bench.rung.campaign_id}/board")
    opened.wait()
    while not closed.wait(next_in):
        shown_since = counted_at
        counted_at, next_in = _read(wire, f"/campaigns/{bench.rung.campaign_id}/board/numbers")
        ages.append((clock.now() - shown_since).total_seconds() * 1000)
    wire.close()


def _read(wire: Wire, path: str) -> tuple[datetime, float]:
    """When the numbers were counted, and in how many seconds to ask for the next."""
    status, _, body = wire.ask(Visit(path))
    told = TOLD.search(body.decode())
    if status != 200 or told is None:  # noqa: PLR2004 (it is what it says)
        raise RuntimeError(f"The board answered {status}.")
    return datetime.fromisoformat(told[1]), int(told[2]) / 1000


def _slowest_query(actor: Actor, bench: Bench) -> float:
    took: list[float] = []

    def note(execute: Any, *asked: Any) -> Any:
        began = time.perf_counter()
        answer = execute(*asked)
        took.append((time.perf_counter() - began) * 1000)
        return answer

    with acting(actor):
        campaign = Campaign.objects.get(pk=bench.rung.campaign_id)
        with connection.execute_wrapper(note):
            read_board(actor, campaign)
            list_done_by_day(actor, campaign)
    return max(took)
