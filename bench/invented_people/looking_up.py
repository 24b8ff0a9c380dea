"""How fast somebody is looked up among people stored as the product stores them, beside trigrams on the same people."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import chain, islice
from statistics import mean, median, quantiles
from time import perf_counter, process_time
from typing import Any
from uuid import UUID

import psutil
from django.db import connection

from bench.invented_people.error_models import USUAL
from bench.invented_people.lists import Incoming, make_lists
from bench.invented_people.people import Inventor
from bench.invented_people.scoring import score
from bench.invented_people.stored import person_ids, store
from bench.support import database
from bench.support.table import Line
from linkworks.domain.people.finding import Sought
from linkworks.domain.people.matching.births import read_birth
from linkworks.domain.people.matching.portrait import Description, portray
from linkworks.domain.people.selectors.find import find_people
from linkworks.domain.people.selectors.recognise import recognise, recognise_list
from linkworks.foundation.access.database import acting
from linkworks.foundation.accounts.models import Team
from linkworks.foundation.core import clock
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.names import fold_name

NAME = "bench_people"
ON_THE_LIST = 20_000  # those of whom some come in; whoever else is known only makes the search longer
COMING_IN = 5_000
ROUNDS, SINGLE, BY_SEARCH = 5, 1_000, 50  # looked up one at a time; others in each round
SEED, OTHERS_SEED = 77, 78  # of no list by which anything was tuned
ONE_GOAL, LIST_GOAL = 5, 10  # milliseconds, p95; seconds


def measure(day: date, known: int) -> Iterator[Line]:
    on_the_list = min(known, ON_THE_LIST)
    lists = make_lists(SEED, USUAL, known=on_the_list, incoming=min(COMING_IN, on_the_list // 4))
    inventor = Inventor(OTHERS_SEED, numbers_taken=[one.nhs_number for one in lists.known])
    others = (one.described for one in inventor.people(known - on_the_list))
    store(NAME, f"{known} known, seeds {SEED} and {OTHERS_SEED}", chain(lists.known, others))
    places = {person_id: place for place, person_id in enumerate(islice(person_ids(), on_the_list))}
    with database.using(NAME), acting(actor := Actor.system("bench", Team.objects.get().pk)):
        yield from _one_by_one(f"One against {known:,}", actor, lists.incoming, day)
        yield from _as_a_list(f"{len(lists.incoming):,} against {known:,}", actor, lists.incoming, places, day)
        yield from _by_search(f"Trigrams of the name, one against {known:,}", _name, actor, lists.incoming, places)
        yield from _by_search(f"B-tree of the birth, one against {known:,}", _birth, actor, lists.incoming, places)


def _one_by_one(what: str, actor: Actor, incoming: Sequence[Incoming], day: date) -> Iterator[Line]:
    def look_up(row: Description) -> object:
        return recognise(actor, portray([row], today=day))

    look_up(incoming[-1].row)  # counts the names, and has the statement planned
    rounds = [_time(look_up, [one.row for one in incoming[number::ROUNDS][:SINGLE]]) for number in range(ROUNDS)]
    times, ours, theirs = zip(*rounds, strict=True)
    p95 = tuple(quantiles(each, n=20)[-1] for each in times)
    yield Line(what, "ms on the clock, p50", tuple(map(median, times)), digits=2)
    yield Line(what, "ms on the clock, p95", p95, goal=ONE_GOAL, digits=2)
    yield Line(what, "processor ms of ours, mean", ours, digits=2)
    yield Line(what, "processor ms of PostgreSQL, mean", theirs, digits=2)


def _as_a_list(
    what: str, actor: Actor, incoming: Sequence[Incoming], places: dict[UUID, int], day: date
) -> Iterator[Line]:
    def decide(rows: Sequence[Incoming]) -> list[Any]:
        return list(recognise_list(actor, [portray([one.row], today=day) for one in rows]))

    found: list[Any] = []
    times, ours, theirs = _time(lambda rows: found.extend(decide(rows)), [incoming])
    yield Line(what, "seconds on the clock", (times[0] / 1000,), goal=LIST_GOAL, digits=1)
    yield Line(what, "processor seconds of ours", (ours / 1000,), digits=1)
    yield Line(what, "processor seconds of PostgreSQL", (theirs / 1000,), digits=1)
    result = score(incoming, [[replace(one, key=places.get(one.key)) for one in row] for row in found])
    yield Line(what, "% of matches wrong", (100 - 100 * result.precision,), goal=0.1, digits=3)
    yield Line(what, "% of known missed", (100 - 100 * result.recall,), goal=7, digits=2)
    yield Line(what, "% missed after review", (100 - 100 * result.recall_after_review,), goal=1, digits=2)
    yield Line(what, "% of rows reviewed", (100 * result.share_reviewed,), goal=5, digits=2)


def _name(row: Description) -> Sought:
    return Sought(name=fold_name(f"{row.given_name} {row.family_name}"))


def _birth(row: Description) -> Sought:
    digits = read_birth(row.dob, today=clock.today())
    try:
        return Sought(date_of_birth=datetime.strptime(digits, "%Y%m%d").date())  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        return Sought()


def _by_search(
    what: str,
    seek: Callable[[Description], Sought],
    actor: Actor,
    incoming: Sequence[Incoming],
    places: dict[UUID, int],
) -> Iterator[Line]:
    """As staff find anyone, the first fifty: by a name with slips forgiven, or by a birthday as it was typed."""
    some = [one for one in incoming if one.known is not None][:BY_SEARCH]
    found: list[bool] = []

    def look_up(one: Incoming) -> None:
        people = find_people(actor, seek(one.row)).people.values_list("pk", flat=True)
        found.append(one.known in {places.get(person_id) for person_id in people})

    times, _, theirs = _time(look_up, some)
    yield Line(what, "ms on the clock, p95", (quantiles(times, n=20)[-1],), digits=1)
    yield Line(what, "processor ms of PostgreSQL, mean", (theirs,), digits=1)
    yield Line(what, "% of known not among those found", (100 - 100 * mean(found),), digits=1)


def _time(deed: Callable[[Any], object], things: Iterable[Any]) -> tuple[list[float], float, float]:
    """Milliseconds of each on the clock; then of processor time in the mean, ours and that of our connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])
    times, ours, theirs = [], process_time(), sum(backend.cpu_times()[:2])
    for thing in things:
        began = perf_counter()
        deed(thing)
        times.append(1000 * (perf_counter() - began))
    ours, theirs = process_time() - ours, sum(backend.cpu_times()[:2]) - theirs
    return times, 1000 * ours / len(times), 1000 * theirs / len(times)
