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

    def start(self) -> None:
        """Start it in a session of its own, so that Ctrl-C reaches it through us only."""
        self.process = subprocess.Popen(  # noqa: S603
            self.command,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent,  # noqa: PLW1509
        )

    def look(self) -> None:
        """Start it again if it died, unless it keeps dying."""
        if self.process is None or self.process.poll() is None:
            return
        self.end()
        now = time.monotonic()
        self.deaths.append(now)
        if len(self.deaths) == DEATHS and now - self.deaths[0] < WITHIN_SECONDS:
            raise ChildError(f"The {self.name} process died {DEATHS} times within a minute: its last words are above.")
        sys.stderr.write(f"The {self.name} process died (exit code {self.process.returncode}); starting it again.\n")
        self.start()

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
