"""The promise of the live board: at most two seconds old, at most 50 milliseconds a query, and no calls slowed by it.

Among 100,000 people. Boards that are open ask for their numbers every second and get what was counted lately; beside
them 64 callers ring, with boards and without.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from statistics import median, quantiles
from threading import Event, Thread
from typing import Any

from django.db import connection

from bench.call_queue import CLIENTS, TALK_SECONDS, WARM_UP_SECONDS, Bench, Seen
from bench.support import machine
from bench.support.callers import Caller, Wire
from bench.support.options import Options
from bench.support.queue import list_actors, list_callers, queue
from bench.support.servers import serving
from bench.support.table import Line, table
from bench.support.visits import Visit
from linkworks.config.static import collect_static
from linkworks.domain.outreach.models import Campaign
from linkworks.domain.outreach.selectors.board import list_done_by_day, read_board
from linkworks.domain.outreach.selectors.board_lately import AT_MOST
from linkworks.foundation.access.database import acting
from linkworks.foundation.core.actor import Actor

BOARDS = 5
EVERY_SECONDS = 1.0
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
    alone, watched, slowest, shown = Seen(), Seen(), [], []
    with _boards(bench):
        Bench(bench.server, bench.rung, bench.callers, WARM_UP_SECONDS).ring(max(CLIENTS), Seen())
    for number in range(rounds):
        print(f"Round {number + 1} of {rounds} ...", flush=True)
        bench.ring(max(CLIENTS), alone, talk=TALK_SECONDS)
        with _boards(bench) as took:
            bench.ring(max(CLIENTS), watched, talk=TALK_SECONDS)
        shown.append(quantiles(took, n=20)[-1])
        slowest.append(max(_slowest_query(actor, bench) for _ in range(READS)))
    yield Line("The slowest query of a board", "ms", tuple(slowest), goal=QUERY_MS, digits=1)
    oldest = tuple((EVERY_SECONDS + AT_MOST) * 1000 + one for one in shown)
    yield Line("A board's numbers, by the next", "p95 ms old", oldest, goal=STALE_MS)
    p95 = [tuple(quantiles(claims, n=20)[-1] for claims in seen.claims) for seen in (alone, watched)]
    yield Line("64 callers, no board open", "claim p95 ms", p95[0], digits=1)
    yield Line(f"64 callers, {BOARDS} boards open", "claim p95 ms", p95[1], digits=1)
    yield Line("Boards open beside none", "times the p95", (median(p95[1]) / median(p95[0]),), goal=1.2, digits=2)


@contextmanager
def _boards(bench: Bench) -> Iterator[list[float]]:
    took: list[float] = []
    closed = Event()
    watching = [Thread(target=partial(_watch, bench, one, took, closed)) for one in bench.callers[:BOARDS]]
    for thread in watching:
        thread.start()
    try:
        yield took
    finally:
        closed.set()
        for thread in watching:
            thread.join()


def _watch(bench: Bench, caller: Caller, took: list[float], closed: Event) -> None:
    wire = Wire(bench.server.port, caller.session)
    wire.ask(Visit(f"/campaigns/{bench.rung.campaign_id}/board"))
    while not closed.is_set():
        began = time.perf_counter()
        status, *_ = wire.ask(Visit(f"/campaigns/{bench.rung.campaign_id}/board/numbers"))
        if status != 200:  # noqa: PLR2004 (it is what it says)
            raise RuntimeError(f"The board answered {status}.")
        took.append((time.perf_counter() - began) * 1000)
        closed.wait(EVERY_SECONDS)
    wire.close()


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
