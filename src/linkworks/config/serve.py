"""``script/server``: the database, then the web process and the job worker, until it is told to stop.

Ctrl-C or SIGTERM stops all of it in order. A process that dies is started again, and again while the database is away;
one that cannot live at all ends the whole, with a sentence. After a ``kill -9`` of this process the kernel stops the
others, and nothing committed is lost.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

from linkworks.config import database, embedded
from linkworks.config.env import BadSetting
from linkworks.config.serve_child import Child, ChildError
from linkworks.config.serve_settings import ServeSettings, serve_settings

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
START_SECONDS = 120
LOOK_EVERY_SECONDS = 0.5
DATABASE_EVERY_SECONDS = 5


class ServeError(Exception):
    """The server cannot start; the message is meant for the person at the keyboard."""


def main() -> int:
    for number in STOPPING:
        signal.signal(number, _stop)
    children: list[Child] = []
    try:
        settings = serve_settings()
        refuse_taken_port(settings)
        keep_database = not database.is_named(os.environ)
        if keep_database:
            say("Starting the embedded PostgreSQL ...")
        variables = dict(os.environ) | database.addresses(os.environ)
        prepare(variables)
        children += [
            Child("web", [sys.executable, "-m", "linkworks.config.serve_web"], variables),
            Child("job worker", [sys.executable, "-m", "linkworks.config.serve_jobs"], variables),
        ]
        say("Starting the web process and the job worker ...")
        for child in children:
            child.start()
        wait_until_live(settings, children)
        address = os.environ.get("LINKWORKS_ADDRESS", f"http://localhost:{settings.port}")
        say(f"\nLinkworks is running at {address}\nCtrl-C stops it.")
        look_after(children, keep_database=keep_database)
    except (BadSetting, ChildError, ServeError, embedded.EmbeddedError) as error:
        say(str(error), error=True)
        return 1
    except KeyboardInterrupt:
        say("\nStopping ...")
    finally:
        for number in STOPPING:
            signal.signal(number, signal.SIG_IGN)
        Child.stop_all(children)
    return 0


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def say(words: str, *, error: bool = False) -> None:
    (sys.stderr if error else sys.stdout).write(f"{words}\n")
    sys.stdout.flush()


def refuse_taken_port(settings: ServeSettings) -> None:
    family = socket.AF_INET6 if ":" in settings.listen else socket.AF_INET
    try:
        socket.create_server((settings.listen, settings.port), family=family).close()
    except OSError as error:
        raise ServeError(
            f"Linkworks cannot listen on {settings.listen}, port {settings.port} ({os.strerror(error.errno or 0)}):"
            " stop what uses it, or set LINKWORKS_PORT to another number."
        ) from None


def prepare(variables: dict[str, str]) -> None:
    """Bring database and static files up to date, in a process of its own that says what is wrong."""
    done = subprocess.run(
        [sys.executable, "-m", "linkworks.config.command_line", "prepare"],
        env=variables,
        start_new_session=True,  # so that Ctrl-C reaches it through us only
        check=False,
    )
    if done.returncode:
        raise ServeError("Linkworks did not start: the reason is above.")


def wait_until_live(settings: ServeSettings, children: list[Child]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers(settings):
        for child in children:
            child.look()
        if time.monotonic() > deadline:
            raise ServeError(f"The web process did not answer within {START_SECONDS} seconds.")
        time.sleep(0.1)


def answers(settings: ServeSettings) -> bool:
    connection = http.client.HTTPConnection(settings.reachable_at, settings.port, timeout=2)
    try:
        connection.request("GET", "/health/live")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def look_after(children: list[Child], *, keep_database: bool) -> None:
    """Start again what dies, until a signal or a process that cannot live ends it."""
    database_seen = time.monotonic()
    while True:
        for child in children:
            child.look()
        if keep_database and time.monotonic() - database_seen > DATABASE_EVERY_SECONDS:
            embedded.ensure_running()
            database_seen = time.monotonic()
        time.sleep(LOOK_EVERY_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
