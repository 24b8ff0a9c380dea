"""The promise of the import: a feed of 100,000 services in two minutes, in half a gigabyte, and a difference sooner.

Each line is the operator's command, from its start to its end, on a database of its own. Beside it: the rows that it
wrote, written once more by nothing but COPY into tables with the same indexes.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import psycopg
from psycopg import sql

from bench.data.feed import write_feed
from bench.support import database, machine
from bench.support.options import Options
from bench.support.processes import cpu_seconds
from bench.support.table import Line, table

NAME = "bench_import"
SECONDS = 120
MEGABYTE = 1 << 20
MEGABYTES = 512
CHANGED_ONE_IN = 20
TABLES = ("organization", "service", "location", "serviceatlocation", "openingtime")
_COLUMNS = """
SELECT array_agg(column_name::text) FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER'
"""


@dataclass(frozen=True)
class Ran:
    """Beside the time on the clock, the processor time of our process and of PostgreSQL, which no neighbour changes."""

    seconds: float
    python: float
    postgres: float
    megabytes: float | None = None


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
    new = f"{services:,} services, all new ({feed.stat().st_size / 1e6:.0f} MB)"
    yield from _lines(new, _import(feed), goal=SECONDS)
    yield from _lines("The rows of that by COPY alone", _copy_rows(folder / "rows"))
    yield from _lines("The same feed again", _import(feed), goal=SECONDS)
    yield from _lines(f"One in {CHANGED_ONE_IN} changed", _import(later), goal=SECONDS)


def _lines(what: str, ran: Ran, goal: float | None = None) -> Iterator[Line]:
    yield Line(what, "seconds", (ran.seconds,), goal=goal, digits=1)
    yield Line(what, "CPU-s, Python", (ran.python,), digits=1)
    yield Line(what, "CPU-s, PostgreSQL", (ran.postgres,), digits=1)
    if ran.megabytes is not None:
        yield Line(what, "most memory, MB", (ran.megabytes,), goal=MEGABYTES)


def _command_on_empty(command: str) -> None:
    database.make_empty(NAME)
    _run(command)


def _import(path: Path) -> Ran:
    return _run("directory_import", str(path), "--name", "Bench")


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
    postgres = cpu_seconds(database.postgres_pid()) - postgres
    return Ran(perf_counter() - began, used.ru_utime + used.ru_stime, postgres, used.ru_maxrss / 1024)


def _copy_rows(path: Path) -> Ran:
    with psycopg.connect(database.addresses(NAME).owner) as connection:
        ran = _timed(*[_copying(connection, name, path) for name in TABLES])
        connection.rollback()
    return ran


def _copying(connection: psycopg.Connection, name: str, path: Path) -> Callable[[], None]:
    """What is left to do when the rows are in a file, and there is an empty table for them."""
    there, empty = sql.Identifier(f"directory_{name}"), sql.Identifier(f"bare_{name}")
    found = connection.execute(_COLUMNS, [f"directory_{name}"]).fetchone()
    columns = sql.SQL(", ").join(map(sql.Identifier, found[0] if found else ()))
    connection.execute(sql.SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(empty, there))
    rows = path.with_suffix(f".{name}")
    reading = sql.SQL("COPY {} ({}) TO STDOUT").format(there, columns)
    with rows.open("wb") as file, connection.cursor() as cursor, cursor.copy(reading) as copy:
        file.writelines(copy)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(empty, columns)

    def write() -> None:
        with rows.open("rb") as file, connection.cursor() as cursor, cursor.copy(statement) as copy:
            while some := file.read(MEGABYTE):
                copy.write(some)

    return write


def _timed(*deeds: Callable[[], None]) -> Ran:
    began, python, postgres = perf_counter(), process_time(), cpu_seconds(database.postgres_pid())
    for deed in deeds:
        deed()
    postgres = cpu_seconds(database.postgres_pid()) - postgres
    return Ran(perf_counter() - began, process_time() - python, postgres)
