"""The one door to the embedded cluster: start it or find it running, look at it, stop it.

Three lock files in the home do the work. ``manager.lock`` lets one process at a time start or stop. ``server.lock`` is
inherited by every PostgreSQL process, so holding it proves that none is left, even after a kill. ``users.lock`` is
shared by every process that uses the cluster, so whoever can have it alone is the last one out.
"""

import atexit
import os
import time
from typing import NamedTuple

import psycopg

from linkworks.config.embedded.cluster import START_SECONDS, Cluster
from linkworks.config.embedded.errors import EmbeddedError
from linkworks.config.embedded.home import Home, home_of
from linkworks.config.embedded.locks import alone, open_lock, share, take
from linkworks.config.embedded.passwords import ADMINISTRATOR, OWNER, WEB, Urls, address, passwords
from linkworks.config.embedded.programs import Programs, find_programs
from linkworks.config.embedded.roles import prepare

_using: dict[Home, int] = {}


class Status(NamedTuple):
    running: bool
    home: Home
    port: int | None


def ensure_running(home: Home | None = None) -> Urls:
    """Start the cluster, or find it running, and return how to reach it.

    It keeps running at least until this process ends, and stops when no process uses it any more.
    """
    home = home or home_of()
    home.make_folders()
    with alone(home.path / "manager.lock"):
        _use(home)
        port = _running_port(home) or _start(home)
        _prepare(home, port)
    return Urls(address(home.path, WEB, port), address(home.path, OWNER, port))


def status(home: Home | None = None) -> Status:
    home = home or home_of()
    port = _running_port(home) if home.path.exists() else None
    return Status(port is not None, home, port)


def stop(home: Home | None = None) -> bool:
    """Stop the cluster now, whoever uses it. False when it was not running."""
    home = home or home_of()
    if not home.path.exists():
        return False
    with alone(home.path / "manager.lock"):
        if _running_port(home) is None:
            return False
        Cluster(home, find_programs(home)).stop()
        return True


def leave(home: Home | None = None) -> None:
    """Stop using the cluster, which stops it if nobody else does. Happens by itself when this process ends."""
    home = home or home_of()
    if home not in _using:
        return
    with alone(home.path / "manager.lock"):
        last_one_out = take(_using[home])
        os.close(_using.pop(home))
        if last_one_out and _running_port(home) is not None:
            Cluster(home, find_programs(home)).stop()


def programs(home: Home | None = None) -> Programs:
    """The client programs that belong to the cluster, ``pg_dump`` and ``pg_restore`` among them."""
    home = home or home_of()
    home.make_folders()
    with alone(home.path / "manager.lock"):
        return find_programs(home)


def _start(home: Home) -> int:
    cluster = Cluster(home, find_programs(home))
    cluster.check_version()
    server_lock = open_lock(home.path / "server.lock")
    try:
        if port := _wait_for_old_processes(server_lock, home):
            return port
        cluster.create()
        return cluster.start(keep=server_lock)
    finally:
        os.close(server_lock)


def _wait_for_old_processes(server_lock: int, home: Home) -> int | None:
    """Take the server's lock. After a kill -9 the server's children need a moment to notice and leave.

    The other case: whoever was starting the server was killed, and it comes up by itself. Then this is its port.
    """
    deadline = time.monotonic() + START_SECONDS
    while not take(server_lock):
        if port := _running_port(home):
            return port
        if time.monotonic() > deadline:
            raise EmbeddedError(f"A PostgreSQL that does not answer still holds {home.data}: end it, then start again.")
        time.sleep(0.05)
    return None


def _prepare(home: Home, port: int) -> None:
    done = home.path / "prepared"
    if done.exists():
        return
    prepare(address(home.path, ADMINISTRATOR, port, "postgres"), passwords(home.path))
    done.touch()


def _running_port(home: Home) -> int | None:
    """The port of the cluster if it answers there, with our password."""
    remembered = home.path / "port"
    if not (home.data / "postmaster.pid").exists() or not remembered.exists():
        return None
    port = int(remembered.read_text())
    try:
        psycopg.connect(address(home.path, ADMINISTRATOR, port, "postgres"), connect_timeout=5).close()
    except psycopg.OperationalError:
        return None
    return port


def _use(home: Home) -> None:
    if home not in _using:
        _using[home] = open_lock(home.path / "users.lock")
        share(_using[home])
        atexit.register(_leave_at_exit, home, os.getpid())


def _leave_at_exit(home: Home, process: int) -> None:
    """A forked child shares its parent's lock and leaves it alone."""
    if os.getpid() == process:
        leave(home)
