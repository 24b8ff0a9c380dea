"""Who could take this case on? Ranked by what helps the person first, then by room; the reasons are said."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from linkworks.foundation.core.words import count


@dataclass(frozen=True, slots=True)
class WorkerFacts:
    """What is known of a worker today. `open_cases` is their live load."""

    worker_id: UUID
    name: str
    network_ids: frozenset[UUID]
    languages: frozenset[str]
    open_cases: int
    full_caseload: int
    is_away: bool = False
    leads_the_team: bool = False

    @property
    def room(self) -> int:
        return self.full_caseload - self.open_cases


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person needs of a worker."""

    network_id: UUID | None
    network_name: str
    language: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    worker_id: UUID
    name: str
    reasons: tuple[str, ...]


def suggest(workers: list[WorkerFacts], wanted: Wanted) -> list[Suggestion]:
    """Every worker, the best placed first: present, speaks the language, serves the network, has most room.

    Whoever leads the team may take a case on, but is not the one to suggest while a link worker has room.
    """
    ranked = sorted(workers, key=lambda worker: _rank(worker, wanted))
    return [Suggestion(worker.worker_id, worker.name, tuple(_reasons(worker, wanted))) for worker in ranked]


def share_out(workers: list[WorkerFacts], cases: Iterable[tuple[UUID, Wanted]]) -> dict[UUID, UUID]:
    """A worker for every case, each given to the best placed of the moment, whose load then grows by one."""
    load = {worker.worker_id: worker for worker in workers if not worker.is_away}
    shared: dict[UUID, UUID] = {}
    for case_id, wanted in cases if load else ():
        best = min(load.values(), key=lambda worker: _rank(worker, wanted))
        shared[case_id] = best.worker_id
        load[best.worker_id] = replace(best, open_cases=best.open_cases + 1)
    return shared


def _rank(worker: WorkerFacts, wanted: Wanted) -> tuple[bool, bool, bool, bool, bool, int, str]:
    return (
        worker.is_away,
        worker.room <= 0,
        worker.leads_the_team,
        not _speaks(worker, wanted),
        not _serves(worker, wanted),
        -worker.room,
        worker.name,
    )


def _speaks(worker: WorkerFacts, wanted: Wanted) -> bool:
    return _is_english(wanted) or wanted.language in worker.languages


def _is_english(wanted: Wanted) -> bool:
    return wanted.language in {"", "English"}


def _serves(worker: WorkerFacts, wanted: Wanted) -> bool:
    return wanted.network_id is not None and wanted.network_id in worker.network_ids


def _reasons(worker: WorkerFacts, wanted: Wanted) -> list[str]:
    reasons = []
    if worker.is_away:
        reasons.append("away today")
    if not _is_english(wanted) and _speaks(worker, wanted):
        reasons.append(f"speaks {wanted.language}")
    if _serves(worker, wanted):
        reasons.append(f"works with {wanted.network_name}")
    reasons.append(_load(worker))
    return reasons


def _load(worker: WorkerFacts) -> str:
    if worker.room <= 0:
        return f"full: {count(worker.open_cases, 'open case', 'open cases')} of {worker.full_caseload}"
    return f"room for {worker.room} more ({count(worker.open_cases, 'open case', 'open cases')})"
