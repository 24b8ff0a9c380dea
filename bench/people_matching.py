"""The promise of matching: nobody is taken for somebody else, nearly everybody is found, few need a look, in seconds.

On invented lists of four ways of being careless. Needs no database.
"""

from collections.abc import Iterator
from datetime import date
from time import perf_counter

from bench.invented_people.error_models import MODELS, ErrorModel
from bench.invented_people.lists import Lists, make_lists
from bench.invented_people.scoring import Score, score
from bench.support.options import Options
from bench.support.table import Line, table
from linkworks.domain.people.matching.portrait import portray
from linkworks.domain.people.matching.recogniser import Recogniser

DAY = date(2026, 11, 22)
SHARE_COMING_IN = 4  # one row comes in for so many known
SINGLE = 200  # people looked up one at a time


def main(options: Options) -> None:
    lines = [line for errors in MODELS for line in _measure(errors, options)]
    print(table(lines))


def _measure(errors: ErrorModel, options: Options) -> Iterator[Line]:
    scores, seconds, single = [], [], []
    for seed in range(options.rounds):
        lists = make_lists(seed, errors, known=options.people, incoming=options.people // SHARE_COMING_IN)
        result, took, one = _run(lists)
        scores.append(result)
        seconds.append(took)
        single.append(one)
    yield from _lines(errors.name, scores)
    yield Line(errors.name, "seconds, list against known", tuple(seconds), goal=10, digits=1)
    yield Line(errors.name, "ms, one person, index in memory", tuple(single), goal=2, digits=2)


def _run(lists: Lists) -> tuple[Score, float, float]:
    began = perf_counter()
    recogniser = Recogniser({number: portray([row], today=DAY) for number, row in enumerate(lists.known)})
    people = [portray([one.row], today=DAY) for one in lists.incoming]
    findings = list(recogniser.recognise_list(people))
    took = perf_counter() - began
    began = perf_counter()
    for person in people[:SINGLE]:
        recogniser.recognise(person)
    return score(lists.incoming, findings), took, (perf_counter() - began) / SINGLE * 1000


def _lines(name: str, scores: list[Score]) -> Iterator[Line]:
    def percent(of: str) -> tuple[float, ...]:
        return tuple(100 * getattr(one, of) for one in scores)

    yield Line(name, "% of matches wrong", tuple(100 - share for share in percent("precision")), goal=0.1, digits=3)
    yield Line(name, "% of known missed", tuple(100 - share for share in percent("recall")), goal=7, digits=2)
    after = tuple(100 - share for share in percent("recall_after_review"))
    yield Line(name, "% missed after review", after, goal=1, digits=2)
    yield Line(name, "% of rows reviewed", percent("share_reviewed"), goal=5, digits=2)
    yield Line(name, "points between communities, all rounds", (_spread(scores),), goal=3, digits=1)


def _spread(scores: list[Score]) -> float:
    whole = Score()
    for one in scores:
        for community, seen in one.communities.items():
            whole.communities[community].update(seen)
    recalls = whole.recalls.values()
    return 100 * (max(recalls) - min(recalls)) if recalls else 0.0
