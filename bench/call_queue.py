"""The promise of the call queue: 300 people claimed and saved a second through HTTP, and at real pace a claim within
50 milliseconds for 64 callers at once, among 100,000 people.

Beside it, in the same run: the same statements by psycopg alone; whole calls, with both pages; and what a queue without
a lock does, so that the count of double calls is known to count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from uuid import UUID

from bench.support import machine, raw_calls, unlocked_calls
from bench.support.callers import Caller, Shift, Worked, work
from bench.support.database import postgres_pid
from bench.support.options import Options
from bench.support.processes import cpu_seconds
from bench.support.queue import Queue, list_actors, list_callers, queue
from bench.support.servers import Server, serving
from bench.support.table import Line, table
from linkworks.config.static import collect_static

CLIENTS = (8, 32, 64)
CYCLES, CLAIM_MS = 300, 50
TALK_SECONDS = 1.0
WARM_UP_SECONDS = 3.0


@dataclass
class Seen:
    cycles: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    claims: list[list[float]] = field(default_factory=list)
    doubles: int = 0

    def note(self, worked: Worked, cpu: float) -> None:
        self.cycles.append(len(worked.saved) / worked.seconds)
        self.cpu_ms.append(cpu * 1000 / max(1, len(worked.saved)))
        self.claims.append(worked.claims)


class Bench:
    def __init__(self, server: Server, rung: Queue, callers: Sequence[Caller], seconds: float) -> None:
        self.server, self.rung, self.callers, self.seconds = server, rung, callers, seconds

    def ring(self, clients: int, seen: Seen, *, talk: float = 0.0, opens_pages: bool = False) -> None:
        """One round; afterwards everybody can be rung again."""
        shift = Shift(
            self.server.port,
            self.rung.owner,
            str(self.rung.campaign_id),
            list(self.callers[:clients]),
            self.seconds,
            talk,
            opens_pages,
        )
        before = cpu_seconds(self.server.pid, postgres_pid())
        worked = work(shift)
        seen.note(worked, cpu_seconds(self.server.pid, postgres_pid()) - before)
        if worked.wrong:
            raise RuntimeError(f"{len(worked.wrong)} wrong answers, such as {worked.wrong[0]}.")
        proof = self.rung.prove()
        if proof.saved != len(worked.saved):
            raise RuntimeError(f"{len(worked.saved)} saves were acknowledged, and {proof.saved} are written.")
        seen.doubles += proof.doubles
        self.rung.make_anew()


def main(options: Options) -> None:
    collect_static(print)
    before = machine.load()
    with queue(options.contacts, max(CLIENTS)) as rung, serving("calls", DATABASE_URL=rung.address) as server:
        callers = list_callers()
        lines = list(_measure(Bench(server, rung, callers, options.seconds), options.rounds))
    print(f"{machine.describe()} Load before {before}, after {machine.load()}.")
    print(f"{options.contacts:,} people to ring; medians of {options.rounds} rounds of {options.seconds:g} seconds.\n")
    print(table(lines))


def _measure(bench: Bench, rounds: int) -> Iterator[Line]:
    actors = list_actors()
    heard = raw_calls.listen(actors[0], bench.rung.campaign_id)
    bench.rung.make_anew()
    Bench(bench.server, bench.rung, bench.callers, WARM_UP_SECONDS).ring(max(CLIENTS), Seen())
    through_http = {clients: Seen() for clients in CLIENTS}
    raw: dict[int, list[float]] = {clients: [] for clients in CLIENTS}
    at_pace, whole = Seen(), Seen()
    for number in range(rounds):
        print(f"Round {number + 1} of {rounds} ...", flush=True)
        for clients in CLIENTS:
            bench.ring(clients, through_http[clients])
            callers = [actor.own_id for actor in actors[:clients]]
            raw[clients].append(raw_calls.run(heard, bench.rung.address, callers, bench.seconds))
            bench.rung.make_anew()
        bench.ring(max(CLIENTS), at_pace, talk=TALK_SECONDS)
        bench.ring(max(CLIENTS), whole, opens_pages=True)
    for clients in CLIENTS:
        yield from _lines(clients, through_http[clients], raw[clients])
    yield from _pace(at_pace)
    yield Line("Whole calls with both pages, 64 callers", "calls/s", tuple(whole.cycles), digits=1)
    yield Line("Whole calls with both pages, 64 callers", "CPU-ms a call", tuple(whole.cpu_ms), digits=1)
    doubles = sum(seen.doubles for seen in (*through_http.values(), at_pace, whole))
    yield Line("All of the above", "double calls", (doubles,), goal=0)
    yield _without_lock(bench, [actor.own_id for actor in actors])


def _lines(clients: int, seen: Seen, raw: list[float]) -> Iterator[Line]:
    what = f"Claim and save, {clients} callers"
    yield Line(what, "cycles/s", tuple(seen.cycles), least=CYCLES)
    yield Line(what, "CPU-ms a cycle", tuple(seen.cpu_ms), digits=1)
    yield Line("The same statements by psycopg", "cycles/s", tuple(raw))
    yield Line("The same statements by psycopg", "times ours", (median(raw) / median(seen.cycles),), digits=1)


def _pace(seen: Seen) -> Iterator[Line]:
    what = f"64 callers who talk for {TALK_SECONDS:g} second"
    cuts = [quantiles(claims, n=100) for claims in seen.claims]
    yield Line(what, "claim p50 ms", tuple(cut[49] for cut in cuts), digits=1)
    yield Line(what, "claim p95 ms", tuple(cut[94] for cut in cuts), goal=CLAIM_MS, digits=1)
    yield Line(what, "claim p99 ms", tuple(cut[98] for cut in cuts), digits=1)
    yield Line(what, "cycles/s", tuple(seen.cycles))


def _without_lock(bench: Bench, callers: list[UUID]) -> Line:
    unlocked_calls.ring(bench.rung, callers, bench.seconds)
    doubles = bench.rung.prove().doubles
    bench.rung.make_anew()
    if not doubles:
        raise RuntimeError("A queue without a lock must show double calls, or the count of ours says nothing.")
    return Line("Without the lock, as a check on the count", "double calls", (doubles,))
