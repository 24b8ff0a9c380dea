"""How well words find what they should: a council's own labels of audiences, as far as those can be trusted.

The words looked for are the labels themselves; a service that carries the label should be found. The labels are taken
out of what is searched. Only services that carry any label count: of the others nobody has said what they are not.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command

from bench.searching.engines import Fts5, PlainPostgres
from bench.support import database
from bench.support.table import Line
from linkworks.domain.directory.actions.words import refresh_words
from linkworks.domain.directory.models import Service
from linkworks.domain.directory.selectors.search import Wanted, search
from linkworks.foundation.core.actor import Actor

NAME = "bench_labels"
LABELS = "pc_targetAudience"
FIRST = 10
EVERYTHING = 2000

Truth = Mapping[str, set[str]]


def measure_labels(feed: Path) -> Iterator[Line]:
    services = json.loads(feed.read_text())
    truth = _truth(services)
    database.make_empty(NAME)
    with database.using(NAME):
        _fill([{name: value for name, value in service.items() if name != LABELS} for service in services])
        entries = list(Service.objects.values_list("their_id", "name", "description"))
        for engine in (Fts5(entries), PlainPostgres(entries)):
            yield from _lines(engine.name, lambda words, engine=engine: engine.find(words, EVERYTHING), truth)
        yield from _lines("Linkworks", _ours, truth)


def _fill(services: list[dict[str, object]]) -> None:
    call_command("upgrade", verbosity=0)
    with TemporaryDirectory() as folder:
        feed = Path(folder) / "feed.json"
        feed.write_text(json.dumps(services))
        call_command("directory_import", str(feed), format="oruk1", name="labels", stdout=StringIO())
    refresh_words()


def _truth(services: list[dict[str, list[dict[str, str]]]]) -> Truth:
    truth: dict[str, set[str]] = defaultdict(set)
    for service in services:
        for label in service.get(LABELS) or []:
            truth[label["audienceType"].strip()].add(str(service["id"]))
    return truth


def _ours(words: str) -> list[str]:
    found = search(Actor.system("bench", None), Wanted(words=words), per_page=EVERYTHING)
    return [hit.service.their_id for hit in found.hits]


def _lines(name: str, find: Callable[[str], list[str]], truth: Truth) -> Iterator[Line]:
    labelled = set().union(*truth.values())
    right = {
        label: len(set([id_ for id_ in find(label) if id_ in labelled][:FIRST]) & carry)
        for label, carry in truth.items()
    }
    precision = sum(right.values()) / FIRST / len(truth)
    recall = sum(right[label] / len(carry) for label, carry in truth.items()) / len(truth)
    yield Line(name, "P@10, labels", (precision,), digits=2)
    yield Line(name, "recall@10, labels", (recall,), digits=2)
