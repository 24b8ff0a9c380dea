"""The promise of the import: a feed of 100,000 services in two minutes, in half a gigabyte, and a difference sooner.

Each line is the operator's command, from its start to its end, on a database of its own.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.data.feed import write_feed
from bench.support import database, machine
from bench.support.options import Options
from bench.support.processes import cpu_seconds
from bench.support.table import Line, table

NAME = "bench_import"
SECONDS = 120
MEGABYTES = 512
CHANGED_ONE_IN = 20


@dataclass(frozen=True)
class Ran:
    """Beside the time on the clock, the processor time of the command and of PostgreSQL, which no neighbour changes."""

    seconds: float
    cpu_seconds: float
    megabytes: float


def main(options: Options) -> None:
    _command_on_empty("upgrade")
    print(machine.describe(), f"Load {machine.load()}.\n")
    with TemporaryDirectory() as folder:
        print(table(_measure(Path(folder), options.services)))
    print(f"\nLoad at the end {machine.load()}.")


def _measure(folder: Path, services: int) -> Iterator[Line]:
    feed, later = folder / "services.json", folder / "later.json"
    write_feed(feed, services)
    write_feed(later, services, CHANGED_ONE_IN)
    size = feed.stat().st_size / 1e6
    for what, path in (
        (f"{services:,} services, all new ({size:.0f} MB)", feed),
        ("The same again", feed),
        (f"One in {CHANGED_ONE_IN} changed", later),
    ):
        ran = _run("directory_import", str(path), "--name", "Bench")
        yield Line(what, "seconds", (ran.seconds,), goal=SECONDS, digits=1)
        yield Line(what, "processor seconds", (ran.cpu_seconds,), digits=1)
        yield Line(what, "most memory, MB", (ran.megabytes,), goal=MEGABYTES)


def _command_on_empty(command: str) -> None:
    database.make_empty(NAME)
    _run(command)


def _run(*command: str) -> Ran:
    """The operator's command in a process of its own, and the most memory that process held."""
    web, owner = database.addresses(NAME)
    environment = os.environ | {"DATABASE_URL": web, "DATABASE_OWNER_URL": owner}
    began, postgres = perf_counter(), cpu_seconds(database.postgres_pid())
    process = subprocess.Popen(
        [sys.executable, "-m", "linkworks.config.command_line", *command], env=environment, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with {status}.")
    ours, theirs = used.ru_utime + used.ru_stime, cpu_seconds(database.postgres_pid()) - postgres
    return Ran(perf_counter() - began, ours + theirs, used.ru_maxrss / 1024)
