"""The server as a person starts it: real processes, on a database of its own."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from linkworks.config.embedded.home import CHECKOUT
from tests.support import database


class Server(NamedTuple):
    process: "subprocess.Popen[str]"
    port: int
    output: Path

    def ready(self) -> dict:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health/ready")
            return dict(json.loads(connection.getresponse().read()))
        except OSError:
            return {}
        finally:
            connection.close()

    def children(self) -> list[int]:
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(child) for child in listed.split()]


@pytest.fixture
def start(django_db_setup, django_db_blocker, tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Start a server; whatever is left of it ends with the test."""
    started: list[Server] = []

    def start_one(port: int = 0) -> Server:
        port = port or free_port()
        server = Server(
            subprocess.Popen(
                [sys.executable, "-m", "linkworks.config.serve"],
                env=variables | {"LINKWORKS_PORT": str(port), "LINKWORKS_ADDRESS": f"http://localhost:{port}"},
                stdout=output.open("w"),
                stderr=subprocess.STDOUT,
                text=True,
            ),
            port,
            output,
        )
        started.append(server)
        return server

    output = tmp_path / "output"
    with django_db_blocker.unblock(), database.another("serve") as (web, owner):
        variables = os.environ | {
            "DATABASE_URL": web,
            "DATABASE_OWNER_URL": owner,
            "DJANGO_SETTINGS_MODULE": "linkworks.config.settings.test",
            "PYTHONPATH": str(CHECKOUT / "src"),
        }
        yield start_one
        for server in started:
            server.process.kill()
            server.process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "waited a minute in vain"
        time.sleep(0.05)


def is_gone(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] == "Z"


def test_it_serves_starts_again_what_dies_and_stops_when_told(start: Callable[..., Server]) -> None:
    server = start()
    address = f"Linkworks is running at http://localhost:{server.port}"
    wait_for(lambda: address in server.output.read_text())
    wait_for(lambda: server.ready() == {"ready": True, "job_worker": True})

    web, jobs = server.children()
    os.kill(web, signal.SIGKILL)
    wait_for(lambda: "The web process died (exit code -9); starting it again." in server.output.read_text())
    wait_for(lambda: server.ready().get("ready"))

    children = server.children()
    assert jobs in children
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(20) == 0
    assert all(is_gone(child) for child in children)


def test_a_taken_port_is_one_sentence(start: Callable[..., Server]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = start(taken.getsockname()[1])
        assert server.process.wait(20) == 1
    assert server.output.read_text() == (
        f"Linkworks cannot listen on 127.0.0.1, port {server.port} (Address already in use): stop what uses it,"
        " or set LINKWORKS_PORT to another number.\n"
    )


def test_a_bad_setting_is_one_sentence(start: Callable[..., Server]) -> None:
    server = start(70_000)
    assert server.process.wait(20) == 1
    assert server.output.read_text().startswith("LINKWORKS_PORT is '70000': it must be a whole number from 1 to 65535.")
