"""One list comes in, in a process of its own, so that its memory is its own: from the file to the page where it is
looked through; with --add also into its campaign. Prints what it took, as JSON."""

import json
import re
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

import django
import psutil
from django.db import connection

KILOBYTES = 1024
FIRST_PAGE = 50
ADDED = "added to its campaign"
Done = TypeVar("Done")


@dataclass
class Took:
    """By step, in seconds: on the clock, of our processor time, and of that of our connection to PostgreSQL."""

    seconds: dict[str, float] = field(default_factory=dict)
    python: dict[str, float] = field(default_factory=dict)
    postgres: dict[str, float] = field(default_factory=dict)
    idle_megabytes: float = 0.0
    most_megabytes: float = 0.0  # until it is looked through
    most_while_added: float = 0.0
    sections: dict[str, int] = field(default_factory=dict)

    def time(self, what: str, backend: psutil.Process, deed: Callable[[], Done]) -> Done:
        began, ours, theirs = perf_counter(), process_time(), sum(backend.cpu_times()[:2])
        done = deed()
        self.seconds[what] = perf_counter() - began
        self.python[what] = process_time() - ours
        self.postgres[what] = sum(backend.cpu_times()[:2]) - theirs
        return done


def main() -> None:
    django.setup()
    from bench.support.list_coming_in import ComingIn  # models are there only now

    coming = ComingIn(Path(sys.argv[1]), timedelta(days=30))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = psutil.Process(cursor.fetchone()[0])
    took = Took(idle_megabytes=_megabytes("VmRSS"))
    Path("/proc/self/clear_refs").write_text("5")  # the most memory is counted from now
    took.time("read, every row kept", backend, coming.read)
    took.time("columns guessed and confirmed", backend, coming.confirm)
    took.time("compared with the known", backend, coming.match)
    took.sections = took.time("the first page looked at", backend, lambda: coming.look(FIRST_PAGE))
    took.most_megabytes = _megabytes("VmHWM")
    if "--add" in sys.argv:
        coming.decide()
        Path("/proc/self/clear_refs").write_text("5")
        took.time(ADDED, backend, coming.add)
        took.most_while_added = _megabytes("VmHWM")
    json.dump(asdict(took), sys.stdout)


def _megabytes(line: str) -> float:
    found = re.search(rf"{line}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / KILOBYTES if found else 0.0


if __name__ == "__main__":
    main()
