"""The promise of matching: nobody is taken for somebody else, nearly everybody is found, few need a look, in seconds.

First how well, on invented lists of four ways of being careless; then how fast, on people stored as the product stores
them, beside trigrams and a plain B-tree on the same people.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from bench.invented_people import australians, looking_up
from bench.invented_people.error_models import MODELS, ErrorModel
from bench.invented_people.lists import make_lists
from bench.invented_people.scoring import Score, score
from bench.support import machine
from bench.support.options import Options
from bench.support.table import Line, table
from linkworks.domain.people.matching.portrait import portray
from linkworks.domain.people.matching.recogniser import Recogniser

DAY = date(2026, 11, 22)
LIST = 20_000  # known people of a list by which quality is judged; one row comes in for so many of them:
SHARE_COMING_IN = 4


def main(options: Options) -> None:
    print(machine.describe(), f"Load {machine.load()}.\n")
    print(table(chain(_quality(options), australians.measure(DAY), looking_up.measure(DAY, options.known))))
    print(f"\nLoad at the end {machine.load()}.")


def _quality(options: Options) -> Iterator[Line]:
    for errors in MODELS:
        scores = [_score(seed, errors, min(options.people, LIST)) for seed in range(options.rounds)]
        yield from _lines(errors.name, scores)


def _score(seed: int, errors: ErrorModel, known: int) -> Score:
    lists = make_lists(seed, errors, known=known, incoming=known // SHARE_COMING_IN)
    recogniser = Recogniser({number: portray([row], today=DAY) for number, row in enumerate(lists.known)})
    people = [portray([one.row], today=DAY) for one in lists.incoming]
    return score(lists.incoming, list(recogniser.recognise_list(people)))


def _lines(name: str, scores: list[Score]) -> Iterator[Line]:
    def short_of_all(of: str) -> tuple[float, ...]:
        return tuple(100 - 100 * getattr(one, of) for one in scores)

    yield Line(name, "% of matches wrong", short_of_all("precision"), goal=0.1, digits=3)
    yield Line(name, "% of known missed", short_of_all("recall"), goal=7, digits=2)
    yield Line(name, "% missed after review", short_of_all("recall_after_review"), goal=1, digits=2)
    reviewed = tuple(100 * one.share_reviewed for one in scores)
    yield Line(name, "% of rows reviewed", reviewed, goal=5, digits=2)
    yield Line(name, "points between communities, all rounds", (_spread(scores),), goal=3, digits=1)


def _spread(scores: list[Score]) -> float:
    whole = Score()
    for one in scores:
        for community, seen in one.communities.items():
            whole.communities[community].update(seen)
    recalls = whole.recalls.values()
    return 100 * (max(recalls) - min(recalls)) if recalls else 0.0
