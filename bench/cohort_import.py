"""The promise of the import of people: 20,000 messy rows against 200,000 known, to the page where they are looked
through, in half a minute and a quarter of a gigabyte.

The list comes in by a process of its own, through the same actions as on the pages. Beside it stands what nothing but
SQL in sets takes to copy the same rows, to put them into shape and to join them by NHS number or telephone, which finds
fewer and doubts nobody. With --national, 2.2 million rows: how long, and how much memory. In the end the list comes in
once more, and is added to its campaign.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import psycopg

from bench.invented_people.error_models import MODELS
from bench.invented_people.list_file import write_list
from bench.invented_people.lists import Lists, make_lists
from bench.invented_people.people import Inventor
from bench.invented_people.stored import store
from bench.support import database, machine
from bench.support.options import Options
from bench.support.table import Line, table
from bench.support.taking_in import ADDED
from linkworks.domain.people.matching.portrait import Description

KNOWN, NAME = "bench_known", "bench_list"
SEED, OTHERS_SEED = 91, 92
KNOWN_TO_A_ROW = 10
NATIONAL = 2_200_000
SECONDS, MEGABYTES = 30, 256
MESSY = next(errors for errors in MODELS if errors.name == "messy")
SQL_ALONE = Path(__file__).parent / "data" / "list_by_sql.sql"


def main(options: Options) -> None:
    rows = options.people
    lists = make_lists(SEED, MESSY, known=rows * KNOWN_TO_A_ROW, incoming=rows)
    store(KNOWN, f"{len(lists.known)} known, seed {SEED}", lists.known)
    database.make_copy(NAME, of=KNOWN)
    print(machine.describe(), f"Load {machine.load()}.\n", flush=True)
    with TemporaryDirectory() as folder:
        print(table(_measure(Path(folder) / "list.csv", lists, options)))
    database.drop(NAME)
    print(f"\nLoad at the end {machine.load()}.")


def _measure(path: Path, lists: Lists, options: Options) -> Iterator[Line]:
    known = len(lists.known)
    rows = write_list(path, (one.row for one in lists.incoming))
    what = f"{rows:,} rows against {known:,} known"
    rounds = [_take_in(path) for _ in range(options.rounds)]
    yield from _lines(what, rounds, goal=SECONDS)
    yield Line(f"{rows:,} rows by SQL alone", "seconds", tuple(_by_sql(path) for _ in range(options.rounds)), digits=2)
    if options.national:
        rows = write_list(path, _nation(lists))
        yield from _lines(f"{rows:,} rows against {known:,} known", [_take_in(path)])
        rows = write_list(path, (one.row for one in lists.incoming))
    yield from _adding_lines(rows, _take_in(path, "--add"))


def _nation(lists: Lists) -> Iterator[Description]:
    others = Inventor(OTHERS_SEED, numbers_taken=[one.nhs_number for one in lists.known])
    return chain((one.row for one in lists.incoming), (one.described for one in others.people(NATIONAL)))


def _lines(what: str, rounds: list[dict[str, Any]], goal: float | None = None) -> Iterator[Line]:
    yield Line(what, "seconds", tuple(sum(one["seconds"].values()) for one in rounds), goal=goal, digits=1)
    for step in rounds[0]["seconds"]:
        yield Line(what, f"{step}: seconds", tuple(one["seconds"][step] for one in rounds), digits=2)
    yield Line(what, "CPU-s, Python", tuple(sum(one["python"].values()) for one in rounds), digits=1)
    yield Line(what, "CPU-s, PostgreSQL", tuple(sum(one["postgres"].values()) for one in rounds), digits=1)
    memory = tuple(one["most_megabytes"] - one["idle_megabytes"] for one in rounds)
    yield Line(what, "most memory above idle, MB", memory, goal=MEGABYTES)
    for section, number in rounds[0]["sections"].items():
        yield Line(what, f"rows: {section}", (number,))


def _adding_lines(rows: int, took: dict[str, Any]) -> Iterator[Line]:
    what = f"{rows:,} rows added to their campaign"
    yield Line(what, "seconds", (took["seconds"][ADDED],), digits=1)
    yield Line(what, "CPU-ms a row, Python", (1000 * took["python"][ADDED] / rows,), digits=2)
    yield Line(what, "CPU-ms a row, PostgreSQL", (1000 * took["postgres"][ADDED] / rows,), digits=2)
    yield Line(what, "most memory above idle, MB", (took["most_while_added"] - took["idle_megabytes"],))


def _take_in(path: Path, *more: str) -> dict[str, Any]:
    web, owner = database.addresses(NAME)
    environment = os.environ | {"DATABASE_URL": web, "DATABASE_OWNER_URL": owner}
    command = [sys.executable, "-m", "bench.support.taking_in", str(path), *more]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    took: dict[str, Any] = json.loads(done.stdout)
    return took


def _by_sql(path: Path) -> float:
    with psycopg.connect(database.addresses(NAME).owner) as owner, path.open("rb") as file:
        prepare, work = SQL_ALONE.read_text().split("-- From here it is timed.\n")
        owner.execute(prepare)
        began = perf_counter()
        with owner.cursor().copy("COPY listed FROM STDIN (FORMAT csv, HEADER)") as copy:
            while some := file.read(1 << 20):
                copy.write(some)
        owner.execute(work)
        took = perf_counter() - began
        owner.rollback()
    return took
