"""The promise of options for a person: the right ones first, nobody's time wasted on what they cannot use, at once.

Three sets of stories, each with its own services, and beside the engine three plain ways to do the same: shared words,
nearness in meaning, and both with the facts filtered. Nothing here touches the database.
"""

from collections.abc import Callable, Iterator, Sequence
from statistics import mean, median
from time import perf_counter
from typing import Any

from bench.stories import Sentence, StorySet, ashbrook, development, invented, score, sentences
from bench.support import machine
from bench.support.options import Options
from linkworks.domain.onward.matching.catalogue import client_of, service_of
from linkworks.domain.onward.matching.eligibility import rule
from linkworks.domain.onward.matching.engine import Engine
from linkworks.domain.onward.matching.facts import CLIENT, ClientFacts, Person, ServiceFacts, Story
from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.matching.reading import spelling
from linkworks.domain.onward.matching.reading.story import read

HEAD = ("Stories", "By", "NDCG@10", "Recall@10", "MRR", "Status, area, age, gender", "Any ineligible", "ms a case")
GOAL = ("", "Goal", "≥ 0.650", "≥ 0.680", "", "0 %", "≤ 15 %", "≤ 300")
Rank = Callable[[dict[str, Any]], list[str]]


def main(options: Options) -> None:
    del options
    before = machine.load()
    rows = [row for stories in (development(), invented(), ashbrook()) for row in _measure(stories)]
    print(f"{machine.describe()} Load before {before}, after {machine.load()}.\n")
    print(_table([HEAD, GOAL, *rows]))
    print(
        "\nOdd cases set the weights; even ones are only counted. A case is ineligible with one such service in five.\n"
    )
    print(_table([("Sentences", "Read", "Mistaken", "Missed", "Precision", "Recall"), *_readings()]))


def _measure(stories: StorySet) -> Iterator[tuple[str, ...]]:
    engine = Engine.over(_services(stories))
    ways: dict[str, Rank] = {"plain words": lambda case: _plain(engine, case, words=1, meaning=0)}
    if engine.has_meaning:
        ways["plain meaning"] = lambda case: _plain(engine, case, words=0, meaning=1)
        ways["words + meaning, facts filtered"] = lambda case: _filtered(engine, _services(stories), case)
    for name, rank in ways.items():
        yield _row(stories, name, rank)
    for half in (
        stories,
        stories.half(f"{stories.name}, odd", odd=True),
        stories.half(f"{stories.name}, even", odd=False),
    ):
        yield _row(half, "Linkworks", lambda case: _found(engine, case))


def _found(engine: Engine, case: dict[str, Any]) -> list[str]:
    return [option.service.id for option in engine.find(Story(case["story"]), client_of(case["client"])).options]


def _plain(engine: Engine, case: dict[str, Any], *, words: float, meaning: float) -> list[str]:
    scores = engine.plain_scores(case["story"], words=words, meaning=meaning)
    return sorted(scores, key=lambda id_: -scores[id_])


def _services(stories: StorySet) -> list[ServiceFacts]:
    return [service_of(entry) for entry in stories.catalogue.values()]


def _filtered(engine: Engine, services: Sequence[ServiceFacts], case: dict[str, Any]) -> list[str]:
    """Facts alone: the client is taken to have every condition that a service asks for."""
    client = client_of(case["client"])
    may = {service.id for service in services if _passes(service, client)}
    return [one for one in _plain(engine, case, words=1, meaning=1) if one in may]


def _passes(service: Any, client: ClientFacts) -> bool:
    person = Person(CLIENT, client.age, client.gender, circumstances=service.conditions_needed)
    return rule(service, client, (person,)).person is not None


def _row(stories: StorySet, name: str, rank: Rank) -> tuple[str, ...]:
    scores, times = [], []
    for case in stories.cases:
        start = perf_counter()
        ranked = rank(case)
        times.append((perf_counter() - start) * 1000)
        scores.append(score.score_case(case, ranked, stories.catalogue))
    ndcg, recall, mrr, facts, any_ = (
        mean(one[key] for one in scores) for key in ("ndcg10", "recall10", "mrr", "viol_fact", "viol")
    )
    figures = (f"{ndcg:.3f}", f"{recall:.3f}", f"{mrr:.3f}", f"{facts:.0%}", f"{any_:.0%}", f"{median(times):.0f}")
    return (f"{stories.name} ({len(stories.cases)})", name, *figures)


def _readings() -> Iterator[tuple[str, ...]]:
    encoder = model.encoder()
    every = sentences()
    for kind in dict.fromkeys(sentence.kind for sentence in every):
        yield _reading(kind, [one for one in every if one.kind == kind], encoder)
    yield _reading("all", every, encoder)
    yield _reading("all, without the language model", every, None)


def _reading(name: str, some: Sequence[Sentence], encoder: Any) -> tuple[str, ...]:
    right, wrong, missed = count_reading(some, encoder)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return f"{name} ({len(some)})", str(right), str(wrong), str(missed), f"{precision:.2f}", f"{recall:.2f}"


def count_reading(some: Sequence[Sentence], encoder: Any) -> tuple[int, int, int]:
    """Circumstances of the client rightly read, mistaken and missed. What is only guessed at counts as not read."""
    mend = spelling.mender(encoder.pieces) if encoder else str
    counts = [0, 0, 0]
    for one in some:
        reading = read(Story(one.text), ClientFacts(gender=one.gender), mend=mend, encoder=encoder)
        got = reading.client.circumstances - reading.client.perhaps
        for place, names in enumerate((got & one.holds, got - one.holds - one.may, one.holds - got)):
            counts[place] += len(names)
    return counts[0], counts[1], counts[2]


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    ruled = [rows[0], tuple("-" * width for width in widths), *rows[1:]]
    return "\n".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |" for row in ruled
    )
