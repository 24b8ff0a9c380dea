"""The promise of looking for services among 100,000: quick, and better than plain engines find.

The made-up directory is that of a large city, twenty kilometres wide. Every search has words (some with a slip or by
another name), a distance and two filters. Beside it, in the same run, the same words to two plain engines, which see
nothing else; and how well each finds what a council labelled, where that file is at hand.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import quantiles
from time import perf_counter
from urllib.parse import urlencode

from django.core.management import call_command
from django.urls import reverse

from bench.data import Size, load
from bench.data.batch import save
from bench.data.leads import list_leads
from bench.data.services import DISTRICTS, make_directory, make_postcodes, make_vocabulary
from bench.searching.engines import Fts5, PlainPostgres
from bench.searching.labels import measure_labels
from bench.support import database, machine
from bench.support.measuring import THINK_SECONDS, Subject
from bench.support.options import Options
from bench.support.processes import cpu_seconds
from bench.support.queries import count_queries
from bench.support.servers import serving
from bench.support.sessions import session_of
from bench.support.table import Line, table
from bench.support.visits import Visit, Visitor
from linkworks.config.static import collect_static
from linkworks.domain.directory.actions.words import refresh_words
from linkworks.domain.directory.choices import Weekday
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.selectors.search import Wanted, search
from linkworks.domain.directory.selectors.whereabouts import find_near
from linkworks.foundation.access.management.commands.upgrade import add_extensions
from linkworks.foundation.core.actor import Actor

CLIENTS = 8
DATABASE_MS, PAGE_MS, QUERIES = 50, 120, 15
SEARCHES = 100
AT_ONCE = 10_000
ACTOR = Actor.system("bench", None)
FEED = Path(os.environ.get("LINKWORKS_SHARED", database.ROOT.parent / "shared")).joinpath(
    "data", "bristol_oruk_v1_services_2024-12.json"
)
CAPTION = f"""
{{services:,}} services; medians of {{rounds}} rounds. Searches come one after another; their time is that of all that
they ask the database, and of reading its answers. The page is opened by {CLIENTS} people at once, who each think for
{THINK_SECONDS:g} second between an answer and the next page: at most {CLIENTS / THINK_SECONDS:g} a second together.
"""
NO_LABELS = f"""
*** QUALITY IS NOT MEASURED: {FEED} is not there.
*** Set LINKWORKS_SHARED to the folder that data/ is in.
"""
ASKED = (
    "lunch club", "walking group", "debt", "bereavement support", "befriending", "choir", "iapt", "bereavment",
    "swimming lessons", "lonely", "food bank", "deaf", "handyman", "tai chi", "stroke recovery",
)  # fmt: skip
FILTERS = (
    ("is_free", True), ("self_referral", True), ("age", 67), ("access", "step-free"), ("weekday", Weekday.TUESDAY),
)  # fmt: skip


def main(options: Options) -> None:
    labels = list(_labels())
    database.make(f"directory {options.services}", fill=lambda: _fill(options.services))
    collect_static(print)
    before = machine.load()
    lines = [*_measure_searches(options), *_measure_pages(options), *labels]
    print(f"{machine.describe()} Load before {before}, after {machine.load()}.")
    print(CAPTION.format(services=options.services, rounds=options.rounds))
    print(table(lines))
    if not labels:
        print(NO_LABELS)


def _labels() -> Iterator[Line]:
    if FEED.exists():
        yield from measure_labels(FEED)
    else:
        print(NO_LABELS, flush=True)


def _fill(services: int) -> None:
    print(f"Making {services:,} services ...", flush=True)
    add_extensions()
    call_command("migrate", database="owner", interactive=False, verbosity=0)
    load(Size(people=20 * CLIENTS, leads=CLIENTS))
    call_command("upgrade", verbosity=0)
    save(make_postcodes())
    vocabulary = make_vocabulary()
    for start in range(0, services, AT_ONCE):
        save(make_directory(vocabulary, range(start, min(services, start + AT_ONCE))))
    refresh_words()


def _measure_searches(options: Options) -> Iterator[Line]:
    entries = list(Service.objects.values_list("id", "name", "description"))
    plain = [
        Fts5((str(id_), *said) for id_, *said in entries),
        PlainPostgres((str(id_), *said) for id_, *said in entries),
    ]
    finds: dict[str, Callable[[Random], object]] = {
        "Words, distance and two filters": lambda chance: search(ACTOR, _wanted(chance)),
        **{engine.name: lambda chance, engine=engine: engine.find(chance.choice(ASKED), 25) for engine in plain},
    }
    for name, find in finds.items():
        rounds = [_time(find, number) for number in range(options.rounds)]
        goal = None if name in {engine.name for engine in plain} else DATABASE_MS
        yield Line(name, "p50 ms", tuple(p50 for p50, _, _ in rounds), digits=1)
        yield Line(name, "p95 ms", tuple(p95 for _, p95, _ in rounds), goal, digits=1)
        yield Line(name, "CPU-ms", tuple(cpu for _, _, cpu in rounds), digits=1)


def _wanted(chance: Random) -> Wanted:
    near = find_near(ACTOR, f"{chance.choice(DISTRICTS)} {chance.randint(1, 9)}")
    return Wanted(words=chance.choice(ASKED), near=near, miles=chance.choice((1.0, 3.0, 5.0)), **_two(chance))


def _two(chance: Random) -> dict[str, object]:
    return dict(chance.sample(FILTERS, 2))


def _time(find: Callable[[Random], object], number: int) -> tuple[float, float, float]:
    """Median and ninety-fifth percentile, and the processor time of this process and of PostgreSQL for each."""
    chance = Random(f"round {number}")
    took: list[float] = []
    find(chance)
    before = cpu_seconds(os.getpid(), database.postgres_pid())
    for _ in range(SEARCHES):
        began = perf_counter()
        find(chance)
        took.append((perf_counter() - began) * 1000)
    cpu = (cpu_seconds(os.getpid(), database.postgres_pid()) - before) * 1000 / SEARCHES
    return quantiles(took, n=2)[0], quantiles(took, n=20)[-1], cpu


def _measure_pages(options: Options) -> Iterator[Line]:
    with serving("directory") as server:
        visitors = [
            Visitor(session_of(lead.user), _visits(Random(f"visitor {number}")))
            for number, lead in enumerate(list_leads())
        ]
        subject = Subject("The page of such a search", server, visitors)
        subject.warm_up()
        for _ in range(options.rounds):
            subject.measure(options.seconds)
        yield Line(subject.name, "queries", (count_queries(visitors[0]),), QUERIES)
        yield Line(subject.name, "CPU-ms", tuple(subject.cpu_ms), digits=1)
        yield Line(subject.name, "p95 ms", tuple(subject.p95_ms), PAGE_MS)


def _visits(chance: Random) -> list[Visit]:
    return [
        Visit(
            f"{reverse('directory:search')}?"
            + urlencode(
                {
                    "q": chance.choice(ASKED),
                    "near": f"{chance.choice(DISTRICTS)} {chance.randint(1, 9)}",
                    "miles": chance.choice(("1", "3", "5")),
                    **dict(chance.sample([("free", "on"), ("self_referral", "on"), ("age", "67"), ("day", "1")], 2)),
                }
            )
        )
        for _ in range(10)
    ]
