"""Simulated residents: who they are, what they say to each question, and what a good caller does."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

DATA = Path(__file__).parent / "data" / "residents.toml"
Of = Literal["answer", "unasked", "outcome", "note"]


@dataclass(frozen=True)
class Remark:
    """One thing to look at afterwards: an answer that was noted, a question left unasked, how it was said to have
    gone, or words that a message must not have. `well` is said where it fits `among`, `learn` where it does not.
    """

    of: Of
    step: str
    among: tuple[str, ...]
    well: str
    learn: str


@dataclass(frozen=True)
class Resident:
    """`waits` are the first words where somebody needs time before they say more. Replies go by the step's key."""

    key: str
    name: str
    practises: str
    picks_up: str
    facts: tuple[str, ...]
    alerts: tuple[str, ...]
    replies: Mapping[str, str]
    waits: Mapping[str, str]
    remarks: tuple[Remark, ...]

    @property
    def known_as(self) -> str:
        return self.name.split()[0]


@cache
def residents() -> dict[str, Resident]:
    kept = tomllib.loads(DATA.read_text())
    read = (_resident(one, kept["replies"]) for one in kept["residents"])
    return {one.key: one for one in read}


def _resident(kept: Mapping[str, Any], common: Mapping[str, str]) -> Resident:
    return Resident(
        key=kept["key"],
        name=kept["name"],
        practises=kept["practises"],
        picks_up=kept["picks_up"],
        facts=tuple(kept["facts"]),
        alerts=tuple(kept.get("alerts", ())),
        replies={**common, **kept.get("replies", {})},
        waits=kept.get("waits", {}),
        remarks=tuple(_remark(one) for one in kept["remarks"]),
    )


def _remark(kept: Mapping[str, Any]) -> Remark:
    return Remark(kept["of"], kept.get("step", ""), tuple(kept.get("among", ())), kept["well"], kept["learn"])
