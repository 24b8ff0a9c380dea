"""One process that the server starts, watches and stops."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress

GRACE_SECONDS = 15
DEATHS = 4
WITHIN_SECONDS = 60
PROVEN_SECONDS = 10  # whoever has lived for so long can live, and only waits for something: the database, most likely
PAUSE_SECONDS = 5
PR_SET_PDEATHSIG = 1


class ChildError(Exception):
    """A process keeps dying; the message is meant for the person at the keyboard."""


class Child:
    def __init__(self, name: str, command: list[str], variables: dict[str, str]) -> None:
        self.name = name
        self.command = command
        self.variables = variables
        self.process: subprocess.Popen[bytes] | None = None
        self.deaths: deque[float] = deque(maxlen=DEATHS)
        self.started = 0.0
        self.is_proven = False
        self.start_at: float | None = None  # of whoever is dead

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches it through us only."""
        self.started, self.start_at = time.monotonic(), None
        self.process = subprocess.Popen(  # noqa: S603
            self.command,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent,  # noqa: PLW1509
        )

    def look(self) -> None:
        """Start it again if it died: for ever, once it has lived for a while; else a few times."""
        now = time.monotonic()
        if self.process is None or self.process.poll() is None:
            return
        if self.start_at is None:
            self.start_at = self._note_death(now)
        if now >= self.start_at:
            self.start()

    def _note_death(self, now: float) -> float:
        """When to start it again. What died at once although it can live is given time to come by what it needs."""
        self.end()
        lived_long = now - self.started >= PROVEN_SECONDS
        self.is_proven = self.is_proven or lived_long
        self.deaths.append(now)
        if not self.is_proven and len(self.deaths) == DEATHS and now - self.deaths[0] < WITHIN_SECONDS:
            raise ChildError(f"The {self.name} process died {DEATHS} times within a minute: its last words are above.")
        code = self.process.returncode if self.process else ""
        sys.stderr.write(f"The {self.name} process died (exit code {code}); starting it again.\n")
        return now + PAUSE_SECONDS if self.is_proven and not lived_long else now

    @staticmethod
    def stop_all(children: "list[Child]") -> None:
        """Ask all of them to finish what they are doing, then insist."""
        for child in children:
            if child.process:
                child.process.terminate()
        deadline = time.monotonic() + GRACE_SECONDS
        for child in children:
            child._wait_until(deadline)
            child.end()

    def _wait_until(self, deadline: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            sys.stderr.write(f"The {self.name} process did not stop in {GRACE_SECONDS} seconds; ending it.\n")

    def end(self) -> None:
        """End the process and whatever it started, now."""
        if self.process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def _die_with_parent() -> None:
    """Have the kernel stop this process when its parent is killed (Linux; elsewhere it would stay behind)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
