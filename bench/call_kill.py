"""The promise that nothing is lost: `kill -9` of the database, the web process and the job worker in turn, every ten
seconds, while callers work through HTTP.

No save that was acknowledged may be missing, nobody may be held by two or saved twice, and whoever was on a line that
broke must be callable again half a minute after their hold has run out.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle
from statistics import median
from uuid import UUID

import psutil
import psycopg

from bench.support import machine
from bench.support.callers import Shift, Worked, work
from bench.support.database import postgres_pid
from bench.support.options import Options
from bench.support.queue import Queue, list_callers, queue
from bench.support.servers import answers, free_port, log_of, stop
from bench.support.table import Line, table
from linkworks.config import embedded

CALLERS = 32
TALK_SECONDS = 1.0
HOLD = timedelta(seconds=20)
EVERY_SECONDS = 10
GRACE_SECONDS = 30
START_SECONDS = 120
_OVERDUE = """
SELECT coalesce(max(extract(epoch FROM now() - wakes_at)), 0) FROM outreach_campaigncontact WHERE state = 'on_a_call'
"""
# Whoever is saved as talked to is never handed out again, so the next hand-out of anybody follows the end of a hold.
_DOUBLES = """
WITH after AS (
    SELECT at, lag(at) OVER (PARTITION BY contact_id ORDER BY at) AS before FROM outreach_handout
)
SELECT (SELECT count(*) FROM after WHERE at < before + %(hold)s - interval '2 seconds')
     + (SELECT count(*) - count(DISTINCT contact_id) FROM outreach_callattempt)
"""
_LOST = (
    "SELECT count(*) FROM unnest(%s::uuid[]) t WHERE NOT EXISTS (SELECT FROM outreach_callattempt a WHERE a.token = t)"
)


@dataclass
class Killing:
    """How often each was killed, how long until a page was answered again, and how long anybody was overdue."""

    kills: dict[str, list[float]] = field(default_factory=dict)
    overdue: float = 0.0

    def note_overdue(self, rung: Queue) -> None:
        try:
            with psycopg.connect(rung.owner, connect_timeout=2) as owner:
                row = owner.execute(_OVERDUE).fetchone()
        except psycopg.Error:  # it has just been killed
            return
        self.overdue = max(self.overdue, float(row[0]) if row else 0.0)


def main(options: Options) -> None:
    before = machine.load()
    with queue(options.contacts, CALLERS, hold=HOLD) as rung:
        callers = list_callers()
        with _serving(rung) as (port, server), ThreadPoolExecutor(1) as pool:
            shift = Shift(
                port,
                rung.owner,
                str(rung.campaign_id),
                callers,
                options.minutes * 60,
                TALK_SECONDS,
                stubborn=True,
            )
            killing = _kill_while(pool.submit(work, shift), rung, port, server)
            worked = killing[1]
            _let_holds_run_out(rung, killing[0], shift)
        lines = list(_lines(rung, killing[0], worked))
    print(f"{machine.describe()} Load before {before}, after {machine.load()}.")
    print(f"{CALLERS} callers who talk for {TALK_SECONDS:g} second, for {options.minutes:g} minutes.\n")
    print(table(lines))


@contextmanager
def _serving(rung: Queue) -> Iterator[tuple[int, psutil.Process]]:
    """What `script/server` runs: it starts again what dies. A database that is named is not its to start."""
    port = free_port()
    variables = {"LINKWORKS_PORT": str(port), "DATABASE_URL": rung.address, "DATABASE_OWNER_URL": rung.owner}
    with log_of("kill") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "linkworks.config.serve"],
            env=os.environ | variables,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            _until(lambda: answers(port), process)
            yield port, psutil.Process(process.pid)
        finally:
            stop(process)


def _until(is_so: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not is_so():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError("The server has gone: var/bench/kill.log says why.")
        time.sleep(0.1)


def _kill_while(working: "Future[Worked]", rung: Queue, port: int, server: psutil.Process) -> tuple[Killing, Worked]:
    killing = Killing()
    victims = cycle([("database", _kill_database), ("web process", _kill_web), ("job worker", _kill_jobs)])
    due = time.monotonic() + EVERY_SECONDS
    while not working.done():
        killing.note_overdue(rung)
        if time.monotonic() >= due:
            name, kill = next(victims)
            began = time.monotonic()
            kill(server)
            _until_ready(port, server)
            killing.kills.setdefault(name, []).append(time.monotonic() - began)
            print(f"{name}: back after {killing.kills[name][-1]:.1f} s", flush=True)
            due += EVERY_SECONDS
        time.sleep(0.5)
    return killing, working.result()


def _kill_database(_server: psutil.Process) -> None:
    os.kill(postgres_pid(), signal.SIGKILL)
    embedded.ensure_running()


def _kill_web(server: psutil.Process) -> None:
    os.killpg(_child(server, "serve_web"), signal.SIGKILL)


def _kill_jobs(server: psutil.Process) -> None:
    os.killpg(_child(server, "serve_jobs"), signal.SIGKILL)


def _child(server: psutil.Process, module: str) -> int:
    """Its process group, which has its number."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        for child in server.children():
            if any(word.endswith(module) for word in child.cmdline()):
                return int(child.pid)
        time.sleep(0.1)
    raise RuntimeError(f"There is no {module} to kill: var/bench/kill.log says why.")


def _until_ready(port: int, server: psutil.Process) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers(port, "/health/ready"):
        if not server.is_running() or time.monotonic() > deadline:
            raise RuntimeError("The server has gone: var/bench/kill.log says why.")
        time.sleep(0.1)


def _let_holds_run_out(rung: Queue, killing: Killing, shift: Shift) -> None:
    """Then a claim must bring everybody back."""
    time.sleep(HOLD.total_seconds() + 1)
    work(Shift(shift.port, rung.owner, shift.campaign, shift.callers[:1], 1.0, stubborn=True))
    killing.note_overdue(rung)


def _lines(rung: Queue, killing: Killing, worked: Worked) -> Iterator[Line]:
    for name, seconds in killing.kills.items():
        yield Line(f"kill -9 of the {name}", "times", (len(seconds),))
        yield Line(f"kill -9 of the {name}", "s until it serves, median", (median(seconds),), digits=1)
    with psycopg.connect(rung.owner) as owner:
        lost = owner.execute(_LOST, [[UUID(token) for token in worked.saved]]).fetchone()
        doubles = owner.execute(_DOUBLES, {"hold": HOLD}).fetchone()
    what = f"{len(worked.saved):,} acknowledged saves"
    yield Line(what, "lost", (lost[0] if lost else 0,), goal=0)
    yield Line(what, "double calls", (doubles[0] if doubles else 0,), goal=0)
    yield Line("Longest over a hold that ran out", "s", (killing.overdue,), goal=GRACE_SECONDS, digits=1)
    yield Line("Requests that were never answered", "times", (len(worked.wrong),))
    yield Line("Late saves, kept as notes", "times", (worked.late,))
