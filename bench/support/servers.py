"""Linkworks' own web process, on a port of its own, with the settings of production."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO

from bench.support.database import ROOT

START_SECONDS = 60
STOP_SECONDS = 15
LOGS = ROOT / "var" / "bench"


@dataclass(frozen=True)
class Server:
    port: int
    pid: int


@contextmanager
def serving(name: str, **variables: str) -> Iterator[Server]:
    """The web process while the block runs; what it logs is in a file of that name."""
    port = free_port()
    with log_of(name) as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "linkworks.config.serve_web"],
            env=dict(os.environ) | {"LINKWORKS_PORT": str(port)} | variables,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            _wait_until_it_answers(port, process)
            yield Server(port, process.pid)
        finally:
            stop(process)


def log_of(name: str) -> IO[str]:
    LOGS.mkdir(parents=True, exist_ok=True)
    return (LOGS / f"{name}.log").open("w")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _wait_until_it_answers(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The web process did not start: see {LOGS}.")
        time.sleep(0.1)


def answers(port: int, path: str = "/health/live") -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
