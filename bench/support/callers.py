"""Callers at work through HTTP: a process of its own, so that what they cost is not counted as ours.

Each claims somebody, holds them as long as a call lasts, and saves how it went, with the two posts that the buttons of
the call screen make. A browser reads the call's token in the page between; here the page is opened only where a plan
says so, and otherwise the token is looked up in the database, so that a cycle is the two posts and nothing else.
"""

import json
import re
import socket
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field
from functools import partial
from threading import Thread
from uuid import uuid4

import psycopg

from bench.support.visits import Visit

ANSWER_SECONDS = 30
PATIENCE_SECONDS = 60
NOBODY_PAUSE = 0.2
FOUND, OK = 302, 200
_HELD = "SELECT id, token FROM outreach_campaigncontact WHERE holder_id = %s AND state = 'on_a_call'"
_IN_PAGE = re.compile(rb'name="(contact|token)" value="([0-9a-f-]{36})"')


@dataclass(frozen=True)
class Caller:
    session: str
    user_id: str


@dataclass(frozen=True)
class Shift:
    """What the callers do, and for how long. `stubborn` callers ask again until they are answered."""

    port: int
    database: str
    campaign: str
    callers: list[Caller]
    seconds: float
    talk: float = 0.0
    opens_pages: bool = False
    stubborn: bool = False

    def as_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Shift":
        given = json.loads(text)
        return cls(**given | {"callers": [Caller(**one) for one in given["callers"]]})


@dataclass
class Worked:
    """How long each post took, which calls were acknowledged as saved, and what was no proper answer."""

    claims: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    late: int = 0
    nobody: int = 0
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0


def work(shift: Shift) -> Worked:
    done = subprocess.run(
        [sys.executable, "-m", "bench.support.callers"],
        input=shift.as_json(),
        capture_output=True,
        text=True,
        check=True,
        timeout=shift.seconds + shift.talk + 3 * PATIENCE_SECONDS,
    )
    return Worked(**json.loads(done.stdout))


class Wire:
    """One browser's connection. Answers are read with as little work as can be: it is the server that is measured."""

    def __init__(self, port: int, session: str) -> None:
        self.port, self.session = port, session
        self.socket: socket.socket | None = None

    def ask(self, visit: Visit) -> tuple[int, str, bytes]:
        """Status, where it leads, and the body. Status 0 where nothing answered."""
        try:
            self._send(visit)
            return self._read()
        except (OSError, ValueError):
            self.close()
            return 0, "", b""

    def close(self) -> None:
        if self.socket is not None:
            self.socket.close()
        self.socket = None

    def _send(self, visit: Visit) -> None:
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=ANSWER_SECONDS)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        body = visit.body.encode()
        told = visit.headers(self.session) | {"Content-Length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in told.items() if name != "Accept-Encoding")
        self.socket.sendall(f"{visit.method} {visit.path} HTTP/1.1\r\n{head}\r\n".encode() + body)

    def _read(self) -> tuple[int, str, bytes]:
        assert self.socket is not None  # noqa: S101 (it has just been sent to)
        got = b""
        while (end := got.find(b"\r\n\r\n")) < 0:
            got += self._more()
        head, body = got[:end].decode("latin-1"), got[end + 4 :]
        told = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:])
        while len(body) < int(told.get("content-length", "0")):
            body += self._more()
        return int(head.split(" ", 2)[1]), told.get("location", ""), body

    def _more(self) -> bytes:
        assert self.socket is not None  # noqa: S101 (it is being read)
        more = self.socket.recv(65_536)
        if not more:
            raise ConnectionResetError
        return more


class Working:
    """One caller's way from call to call."""

    def __init__(self, shift: Shift, caller: Caller, worked: Worked, deadline: float) -> None:
        self.shift, self.caller, self.worked, self.deadline = shift, caller, worked, deadline
        self.wire = Wire(shift.port, caller.session)
        self.database: psycopg.Connection | None = None

    def ring(self, lateness: float) -> None:
        time.sleep(self.shift.talk * lateness)
        while time.monotonic() < self.deadline:
            if self._claim() and (held := self._held()):
                time.sleep(self.shift.talk)
                self._save(*held)
        self.wire.close()

    def _claim(self) -> bool:
        status, to, _ = self._ask(Visit(f"/calls/{self.shift.campaign}/next", {"from": "calls"}), self.worked.claims)
        if to.endswith("/nobody"):
            self.worked.nobody += 1
            time.sleep(NOBODY_PAUSE)
            return False
        return status == FOUND and to == "/calls/line"

    def _held(self) -> tuple[str, str] | None:
        if self.shift.opens_pages:
            *_, body = self._ask(Visit("/calls/line"), [], expected=OK)
            found = {name.decode(): value.decode() for name, value in _IN_PAGE.findall(body)}
            return (found["contact"], found["token"]) if found else None
        try:
            if self.database is None:
                self.database = psycopg.connect(self.shift.database, autocommit=True, prepare_threshold=0)
            row = self.database.execute(_HELD, [self.caller.user_id]).fetchone()
        except psycopg.Error:
            self.database = None
            return None
        return (str(row[0]), str(row[1])) if row else None

    def _save(self, contact: str, token: str) -> None:
        said = {"contact": contact, "token": token, "_submission": str(uuid4()), "outcome": "talked", "note": "Well."}
        status, to, _ = self._ask(Visit("/calls/line", said), self.worked.saves)
        if status == FOUND and to.endswith("?saved"):
            self.worked.saved.append(token)
        elif status == FOUND:
            self.worked.late += 1
        if self.shift.opens_pages:
            self._ask(Visit("/calls?saved"), [], expected=OK)

    def _ask(self, visit: Visit, took: list[float], expected: int = FOUND) -> tuple[int, str, bytes]:
        give_up = time.monotonic() + PATIENCE_SECONDS
        while True:
            began = time.perf_counter()
            answer = self.wire.ask(visit)
            if answer[0] == expected:
                took.append((time.perf_counter() - began) * 1000)
                return answer
            if not self.shift.stubborn or time.monotonic() > give_up:
                self.worked.wrong.append(f"{answer[0]} {visit.method} {visit.path}")
                return answer
            time.sleep(NOBODY_PAUSE)


def main() -> None:
    shift = Shift.from_json(sys.stdin.read())
    worked, began = Worked(), time.monotonic()
    deadline = began + shift.seconds
    working = [Working(shift, caller, worked, deadline) for caller in shift.callers]
    threads = [Thread(target=partial(one.ring, place / len(working))) for place, one in enumerate(working)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    worked.seconds = time.monotonic() - began
    json.dump(asdict(worked), sys.stdout)


if __name__ == "__main__":
    main()
