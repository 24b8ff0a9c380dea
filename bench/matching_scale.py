"""The promise of options among 100,000 services: within 300 milliseconds, in bounded memory, and chosen no worse than
if every service were looked at closely.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from statistics import quantiles
from time import perf_counter, process_time

import psutil
from django.core.management import call_command
from django.db import connection

from bench.data.batch import save
from bench.data.described import make_described, originals
from bench.data.services import EAST, MIDDLE, NORTH
from bench.stories import development, invented
from bench.support import database, machine
from bench.support.options import Options
from bench.support.processes import cpu_seconds
from bench.support.table import Line, table
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.matching.catalogue import client_of, service_of
from linkworks.domain.onward.matching.digest import meant
from linkworks.domain.onward.matching.engine import Engine
from linkworks.domain.onward.matching.facts import ClientFacts, Place, Story
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.matching.options import Found
from linkworks.domain.onward.selectors.digests import WORDS_HASH
from linkworks.domain.onward.selectors.facts import look_up
from linkworks.domain.onward.selectors.finding import find_in_directory
from linkworks.domain.onward.selectors.kept_shelf import forget_shelf, kept_shelf
from linkworks.foundation.access.management.commands.upgrade import add_extensions

GOAL_MS = 300
SIZES = (120, 10_000)
ALL_AT = 10_000
AT_ONCE = 5_000
STORIES = 30
CLOSELY = 5  # stories for which everything is looked at closely
FIRST = 10
TEXTS = 48
MEGABYTE = 1 << 20
HASH = f"""
UPDATE onward_servicedigest d SET words_hash = {WORDS_HASH}
FROM directory_service s WHERE s.id = d.service_id AND d.words_hash = ''
"""  # noqa: S608 (only words of ours)


@dataclass(frozen=True)
class Asked:
    story: Story
    client: ClientFacts

    def find(self) -> Found:
        return find_in_directory(self.story, self.client)


def main(options: Options) -> None:
    database.make_empty(database.NAME)
    add_extensions()
    call_command("migrate", database="owner", interactive=False, verbosity=0)
    call_command("upgrade", verbosity=0)
    before = machine.load()
    lines = list(_measure(sorted({*SIZES, options.services}), options.rounds))
    print(f"{machine.describe()} Load before {before}, after {machine.load()}.\n")
    print(table(lines))


def _measure(sizes: Sequence[int], rounds: int) -> Iterator[Line]:
    yield from _measure_reading()
    asked, made = list(_asked()), 0
    some = originals()
    for size in sizes:
        for start in range(made, size, AT_ONCE):
            save(make_described(some, range(start, min(size, start + AT_ONCE))))
        with connection.cursor() as cursor:
            cursor.execute(HASH)
            cursor.execute("ANALYZE")
        made = size
        yield from _measure_size(f"{size:,} services", asked, rounds)
        if size == ALL_AT:
            yield from _measure_all(f"{size:,} services, all looked at closely", asked)


def _asked() -> Iterator[Asked]:
    chance = Random("asked")
    cases = [*development().cases, *invented().cases]
    for case in chance.sample(cases, STORIES):
        place = Place(MIDDLE[0] + chance.uniform(-NORTH, NORTH), MIDDLE[1] + chance.uniform(-EAST, EAST))
        client = client_of(case["client"])
        yield Asked(Story(case["story"]), ClientFacts(**{**vars(client), "place": place}))


def _measure_reading() -> Iterator[Line]:
    """How fast the language model reads entries, on one core."""
    encoder = model.encoder()
    if encoder is None:
        return
    texts = [meant(service_of(entry)) for entry in development().catalogue.values()][:TEXTS]
    began = process_time()
    for start in range(0, len(texts), 16):
        encoder.encode(texts[start : start + 16])
    yield Line("Language model", "entries a CPU second", (len(texts) / (process_time() - began),))


def _measure_size(what: str, asked: Sequence[Asked], rounds: int) -> Iterator[Line]:
    forget_shelf()
    held = psutil.Process().memory_info().rss
    began = perf_counter()
    kept_shelf().bring_up_to_date()
    yield Line(what, "s to fill the shelf", (perf_counter() - began,), digits=1)
    yield Line(what, "MB of the shelf", ((psutil.Process().memory_info().rss - held) / MEGABYTE,))
    asked[0].find()
    took = [_time([one.find for one in asked]) for _ in range(rounds)]
    yield Line(what, "p50 ms", tuple(p50 for p50, _, _ in took), GOAL_MS)
    yield Line(what, "p95 ms", tuple(p95 for _, p95, _ in took))
    yield Line(what, "CPU-ms", tuple(cpu for _, _, cpu in took))
    yield Line(what, "ms to see an edit", (_edit(),), digits=1)


def _edit() -> float:
    Service.objects.filter(pk=Service.objects.values("pk")[:1]).update(waiting_weeks=4)
    began = perf_counter()
    kept_shelf().bring_up_to_date()
    return (perf_counter() - began) * 1000


def _measure_all(what: str, asked: Sequence[Asked]) -> Iterator[Line]:
    shelf = kept_shelf().shelf
    some, found = asked[:CLOSELY], []

    def closely(one: Asked) -> Callable[[], None]:
        engine = Engine(shelf, lambda ids: look_up(ids, one.client.place), likely=len(shelf), refused=len(shelf))
        return lambda: found.append(engine.find(one.story, one.client))

    p50, p95, cpu = _time([closely(one) for one in some])
    same = [_same(one.find(), all_) for one, all_ in zip(some, found, strict=True)]
    yield Line(what, "p50 ms", (p50,))
    yield Line(what, "p95 ms", (p95,))
    yield Line(what, "CPU-ms", (cpu,))
    yield Line("Of its first ten, found without", "%", (100 * sum(same) / len(same),))


def _same(one: Found, other: Found) -> float:
    first = [{option.service.id for option in found.options[:FIRST]} for found in (one, other)]
    return len(first[0] & first[1]) / max(1, len(first[1]))


def _time(deeds: Sequence[Callable[[], object]]) -> tuple[float, float, float]:
    """Median, ninety-fifth percentile, and the processor time of this process and of PostgreSQL for each."""
    took: list[float] = []
    before = cpu_seconds(os.getpid(), database.postgres_pid())
    for deed in deeds:
        began = perf_counter()
        deed()
        took.append((perf_counter() - began) * 1000)
    cpu = (cpu_seconds(os.getpid(), database.postgres_pid()) - before) * 1000 / len(deeds)
    return quantiles(took, n=2)[0], quantiles(took, n=20, method="inclusive")[-1], cpu
