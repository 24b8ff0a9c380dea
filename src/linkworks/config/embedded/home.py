"""Where an embedded cluster lives, and which operating-system account runs it."""

import hashlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[4]
SHARED_ROOT = Path("/var/lib/linkworks")
# The longest socket path that Linux takes, less "/.s.PGSQL.65535" and the closing zero byte.
LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.65535")


@dataclass(frozen=True)
class Home:
    """One folder holds everything: programs, data, socket, logs, passwords, locks."""

    path: Path

    @property
    def data(self) -> Path:
        return self.path / "data"

    @property
    def logs(self) -> Path:
        return self.path / "log"

    @property
    def socket(self) -> Path | None:
        """The socket folder, or nothing where the checkout lies too deep for a socket's name."""
        folder = self.path / "socket"
        return folder if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER else None

    @property
    def account(self) -> pwd.struct_passwd | None:
        """The account PostgreSQL runs as when we are root (it refuses to run as root itself), else nothing.

        A cluster stays with the account that made it. A new one goes to the account ``linkworks`` if the machine has
        one, else to ``nobody``: it exists everywhere, so no account is added to a machine behind its owner's back.
        """
        if os.geteuid() != 0:
            return None
        if self.data.exists():
            return pwd.getpwuid(self.data.stat().st_uid)
        try:
            return pwd.getpwnam("linkworks")
        except KeyError:
            return pwd.getpwnam("nobody")

    def make_folders(self) -> None:
        """Make the folders; root's are open for the database account to walk through, its own belong to it."""
        for folder in (SHARED_ROOT, self.path) if self.path.is_relative_to(SHARED_ROOT) else (self.path,):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o755)
        for owned in (self.logs, self.socket):
            if owned is not None:
                owned.mkdir(exist_ok=True)
                self.give(owned)

    def give(self, path: Path) -> None:
        """Hand a file or folder to the account that runs PostgreSQL, and to nobody else."""
        if self.account:
            os.chown(path, self.account.pw_uid, self.account.pw_gid)
        path.chmod(0o700 if path.is_dir() else 0o600)

    def run(self, command: list[str], *, environment: dict[str, str], keep: tuple[int, ...] = ()) -> str:
        """Run a PostgreSQL program as that account and return what it printed, complaints included."""
        account = self.account
        drop: dict[str, object] = (
            {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
        )
        done = subprocess.run(  # noqa: S603
            command,
            cwd=self.path,
            env=environment,
            pass_fds=keep,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            umask=0o077,
            check=False,
            **drop,  # type: ignore[call-overload]
        )
        if done.returncode:
            raise subprocess.CalledProcessError(done.returncode, command, output=done.stdout)
        return str(done.stdout)


def home_of(checkout: Path = CHECKOUT) -> Home:
    """The home of a checkout's cluster.

    As root it is outside the checkout: the database account may not walk through root's own folders.
    """
    if os.geteuid() != 0:
        return Home(checkout / "var" / "postgres")
    mark = hashlib.sha256(os.fsencode(checkout)).hexdigest()[:8]
    return Home(SHARED_ROOT / f"{checkout.name}-{mark}")
