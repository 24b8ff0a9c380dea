"""The load: a process of its own, so that what it costs is not counted as ours.

`visit` starts it, hands it a round as JSON and reads what it saw. It speaks to this machine only, and stops by itself.
"""

import http.client
import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from itertools import cycle
from threading import Thread

from bench.support.visits import Round, Visit, Visitor

ANSWER_SECONDS = 30


@dataclass(frozen=True)
class Seen:
    """How long each answer took, and what was no proper answer."""

    milliseconds: list[float]
    wrong: list[str]


def visit(planned: Round) -> Seen:
    done = subprocess.run(
        [sys.executable, "-m", "bench.support.load"],
        input=json.dumps(planned.as_dict()),
        capture_output=True,
        text=True,
        check=True,
        timeout=planned.seconds + 2 * ANSWER_SECONDS,
    )
    return Seen(**json.loads(done.stdout))


def main() -> None:
    planned = Round.from_dict(json.load(sys.stdin))
    seen = Seen([], [])
    deadline = time.monotonic() + planned.seconds
    threads = [
        Thread(target=_be, args=(visitor, planned, seen, deadline, place / len(planned.visitors)))
        for place, visitor in enumerate(planned.visitors)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    json.dump(asdict(seen), sys.stdout)


def _be(visitor: Visitor, planned: Round, seen: Seen, deadline: float, lateness: float) -> None:
    """Visit until the time is up. The first visits are spread over the time that one thinks."""
    connection = http.client.HTTPConnection("127.0.0.1", planned.port, timeout=ANSWER_SECONDS)
    time.sleep(planned.think * lateness)
    for one in cycle(visitor.visits):
        if time.monotonic() > deadline:
            break
        began = time.perf_counter()
        status = _ask(connection, one, visitor.session)
        seen.milliseconds.append((time.perf_counter() - began) * 1000)
        if status != http.client.OK:
            seen.wrong.append(f"{status} {one.path}")
        time.sleep(planned.think)
    connection.close()


def _ask(connection: http.client.HTTPConnection, one: Visit, session: str) -> int:
    try:
        connection.request(one.method, one.path, one.body or None, one.headers(session))
        response = connection.getresponse()
        response.read()
    except (OSError, http.client.HTTPException):
        connection.close()
        return 0
    return response.status


if __name__ == "__main__":
    main()
