"""One thing that visitors ask for, and what each round of it cost."""

from dataclasses import dataclass, field
from statistics import quantiles

from bench.support.database import postgres_pid
from bench.support.load import visit
from bench.support.processes import cpu_seconds
from bench.support.servers import Server
from bench.support.visits import Round, Visitor

WARM_UP_SECONDS = 2.0
THINK_SECONDS = 1.0


@dataclass
class Subject:
    """Processor time is that of the web process, of PostgreSQL and of all that came from them, for each answer."""

    name: str
    server: Server
    visitors: list[Visitor]
    cpu_ms: list[float] = field(default_factory=list)
    p95_ms: list[float] = field(default_factory=list)

    def warm_up(self) -> None:
        self._visit(WARM_UP_SECONDS, think=0.0)

    def measure(self, seconds: float) -> None:
        pids = self.server.pid, postgres_pid()
        before = cpu_seconds(*pids)
        took = self._visit(seconds, think=THINK_SECONDS)
        self.cpu_ms.append((cpu_seconds(*pids) - before) * 1000 / len(took))
        self.p95_ms.append(quantiles(took, n=20)[-1])

    def _visit(self, seconds: float, think: float) -> list[float]:
        seen = visit(Round(self.server.port, self.visitors, seconds, think))
        if seen.wrong:
            raise RuntimeError(f"{self.name}: {len(seen.wrong)} wrong answers, such as {seen.wrong[0]}.")
        return seen.milliseconds
