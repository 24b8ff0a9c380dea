"""The outcome ladder of one option: got in touch, got through, received help, need met; or why it stopped.

Whoever received help got in touch and got through before, so a rung states those under it as well: at the latest by
its own day. Whether the need is met is said of help received, may change, and the newest answer counts. A stop ends
the climb until something newer is told. What was corrected does not count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from linkworks.domain.onward.choices import LADDER, NeedMet, Rung, StoppedReason
from linkworks.foundation.core import words
from linkworks.foundation.core.clock import day_of

RANK = {rung: number for number, rung in enumerate(LADDER)}


class Outcome(Protocol):
    """What the ladder reads of an `OnwardOutcome`."""

    pk: UUID
    rung: str
    need_met: str
    stopped_because: str
    at: datetime
    created_at: datetime
    corrects_id: UUID | None


@dataclass(frozen=True)
class Climbed:
    """A rung, and the day by which it was climbed; `is_implied` when only a higher one was told."""

    rung: Rung
    by: date
    is_implied: bool = False


@dataclass(frozen=True)
class Progress:
    climbed: tuple[Climbed, ...] = ()
    need_met: NeedMet | None = None
    stopped: StoppedReason | None = None

    @property
    def highest(self) -> Rung | None:
        return self.climbed[-1].rung if self.climbed else None

    @property
    def is_known(self) -> bool:
        return bool(self.climbed or self.stopped)


def standing(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes that count, oldest first: none that was corrected, none that says it did not happen."""
    told = list(outcomes)
    corrected = {outcome.corrects_id for outcome in told}
    counting = [o for o in told if o.pk not in corrected and (o.rung or o.stopped_because)]
    return sorted(counting, key=lambda o: (_day(o), o.created_at))


def progress(outcomes: Iterable[Outcome]) -> Progress:
    told = standing(outcomes)
    if not told:
        return Progress()
    answer = next((o for o in reversed(told) if o.need_met), None)
    climbed = [step for rung in LADDER[:-1] if (step := _climbed(rung, told))]
    if answer is not None and answer.need_met == NeedMet.YES:
        climbed.append(Climbed(Rung.NEED_MET, _day(answer)))
    stopped = told[-1].stopped_because
    return Progress(
        climbed=tuple(climbed),
        need_met=NeedMet(answer.need_met) if answer else None,
        stopped=StoppedReason(stopped) if stopped else None,
    )


def objection(outcomes: Iterable[Outcome], rung: Rung, on: date) -> str | None:
    """Why this rung cannot have been climbed on this day, given what was told before; None when it can."""
    for told in standing(outcomes):
        if not told.rung:
            continue
        below, day = _height(Rung(told.rung)) - _height(rung), _day(told)
        if below < 0 and day > on:
            return f"“{Rung(told.rung).label}” was on {words.full_date(day)}: “{rung.label}” cannot come before it."
        if below > 0 and day < on:
            return f"“{Rung(told.rung).label}” was on {words.full_date(day)}: “{rung.label}” cannot come after it."
    return None


def _climbed(rung: Rung, told: list[Outcome]) -> Climbed | None:
    days = [(_day(o), o.rung != rung) for o in told if o.rung and RANK[Rung(o.rung)] >= RANK[rung]]
    return Climbed(rung, *min(days)) if days else None


def _height(rung: Rung) -> int:
    """How high a rung stands where days are compared: need met is said of help received, so they stand together."""
    return min(RANK[rung], RANK[Rung.RECEIVED])


def _day(outcome: Outcome) -> date:
    return day_of(outcome.at)
