"""Making, starting and stopping one PostgreSQL cluster. The caller holds the manager's lock."""

import shlex
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass

from linkworks.config.embedded.errors import EmbeddedError
from linkworks.config.embedded.home import Home
from linkworks.config.embedded.passwords import ADMINISTRATOR, passwords
from linkworks.config.embedded.programs import OLDEST_MAJOR, Programs

START_SECONDS = 60
FIRST_WITH_BUILTIN_LOCALE = 17
# Statements and DETAIL lines quote what people typed: neither belongs in a log.
QUIET_LOGS = {"log_min_error_statement": "panic", "log_error_verbosity": "terse", "log_statement": "none"}


@dataclass(frozen=True)
class Cluster:
    home: Home
    programs: Programs

    def create(self) -> None:
        """Run initdb, aside first, so that a cluster is either whole or not there."""
        if self.home.data.exists():
            return
        aside = self.home.path / "data.new"
        if aside.exists():
            shutil.rmtree(aside)
        aside.mkdir()
        self.home.give(aside)
        with tempfile.NamedTemporaryFile("w", dir=self.home.path) as password_file:
            password_file.write(passwords(self.home.path)[ADMINISTRATOR])
            password_file.flush()
            self.home.give(self.home.path / password_file.name)
            self._run(
                "initdb",
                f"--pgdata={aside}",
                f"--username={ADMINISTRATOR}",
                f"--pwfile={password_file.name}",
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                *self._locale(),
            )
        (self.home.path / "prepared").unlink(missing_ok=True)
        aside.rename(self.home.data)

    def _locale(self) -> tuple[str, ...]:
        """The builtin C.UTF-8, which no upgrade of the operating system can change; older versions have only libc's."""
        if self.programs.major() >= FIRST_WITH_BUILTIN_LOCALE:
            return ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8")
        return ("--locale-provider=libc", "--locale=C.UTF-8")

    def check_version(self) -> None:
        """Refuse data that another major version wrote: it must be carried over, not opened."""
        mine = self.programs.major()
        if mine < OLDEST_MAJOR:
            raise EmbeddedError(
                f"Linkworks needs PostgreSQL {OLDEST_MAJOR} or later, but {self.programs.folder} has {mine}."
            )
        recorded = self.home.data / "PG_VERSION"
        if recorded.exists() and (wrote := recorded.read_text().strip()) != str(mine):
            raise EmbeddedError(
                f"The data in {self.home.data} was written by PostgreSQL {wrote}, but the programs here are PostgreSQL"
                f" {mine}: back up with the old programs and restore with the new ones (docs/howto/upgrade.md)."
            )

    def start(self, keep: int) -> int:
        """Start the server, wait until it answers and return its port.

        ``keep`` is the open lock file that the server and all its children inherit: the lock is free again only when
        the last of them has gone. No other server of this home can be running, so its leavings may go.
        """
        for leaving in (self.home.data / "postmaster.pid", *(self.home.socket or self.home.logs).glob(".s.PGSQL.*")):
            leaving.unlink(missing_ok=True)
        port = self._port()
        self._run(
            "pg_ctl",
            "start",
            "--wait",
            "--silent",
            f"--timeout={START_SECONDS}",
            f"--pgdata={self.home.data}",
            f"--log={self.home.logs / 'start.log'}",
            f"--options={self._options(port)}",
            keep=(keep,),
        )
        return port

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--wait", "--silent", "--mode=fast", f"--pgdata={self.home.data}")

    def port(self) -> int | None:
        """The port that was last used, if any."""
        remembered = self.home.path / "port"
        return int(remembered.read_text()) if remembered.exists() else None

    def _port(self) -> int:
        """The same port as last time while nobody else has taken it."""
        port = _free_port(self.port() or 0) or _free_port(0)
        (self.home.path / "port").write_text(f"{port}\n")
        return port

    def _options(self, port: int) -> str:
        settings = {
            "port": port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": self.home.socket or "",
            "fsync": "on",
            "jit": "off",
            "max_connections": 100,
            "idle_in_transaction_session_timeout": "10min",  # a request gives up sooner: see access.middleware
            "logging_collector": "on",
            "log_directory": self.home.logs,
            "log_filename": "postgresql-%d.log",
            "log_truncate_on_rotation": "on",
            **QUIET_LOGS,
        }
        return shlex.join(word for name, value in settings.items() for word in ("-c", f"{name}={value}"))

    def _run(self, program: str, *arguments: str, keep: tuple[int, ...] = ()) -> None:
        try:
            self.home.run([self.programs.path(program), *arguments], environment=self.programs.environment, keep=keep)
        except subprocess.CalledProcessError as error:
            said = error.output.strip().splitlines()
            raise EmbeddedError(
                f"PostgreSQL's {program} failed ({said[-1] if said else 'without a word'}); the folder {self.home.logs}"
                " has its log."
            ) from error


def _free_port(wanted: int) -> int:
    """The wanted port if it is free, else 0; any free port when 0 is wanted."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            return 0
        return int(probe.getsockname()[1])
