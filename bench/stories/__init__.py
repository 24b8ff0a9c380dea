"""Stories with graded services, and the sentences that test the reading of them."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DEMONSTRATION = HERE.parents[1] / "src/linkworks/demonstration/data/catalogue.json"


@dataclass(frozen=True)
class StorySet:
    name: str
    catalogue: dict[str, dict[str, Any]]
    cases: list[dict[str, Any]]

    def half(self, name: str, *, odd: bool) -> "StorySet":
        return StorySet(name, self.catalogue, self.cases[0 if odd else 1 :: 2])


def development() -> StorySet:
    return _load("development", DEMONSTRATION)


def invented() -> StorySet:
    return _load("invented", HERE / "invented/catalogue.json")


def ashbrook() -> StorySet:
    return _load("ashbrook", HERE / "ashbrook/catalogue.json")


def _load(name: str, catalogue: Path) -> StorySet:
    services = json.loads(catalogue.read_text(encoding="utf-8"))
    lines = (HERE / name / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    return StorySet(name, {service["id"]: service for service in services}, [json.loads(line) for line in lines])


@dataclass(frozen=True)
class Sentence:
    """`holds` must be read of the client, `may` be read; anything else is a mistake."""

    kind: str
    gender: str
    text: str
    holds: frozenset[str]
    may: frozenset[str]


def sentences() -> list[Sentence]:
    lines = (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()
    rows = ([cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#"))
    genders = {"w": "woman", "m": "man"}
    return [Sentence(a, genders[b], text, frozenset(c.split()), frozenset(d.split())) for a, b, text, c, d in rows]
