"""The benchmarks' own database, on this checkout's embedded PostgreSQL. They touch no other.

It is kept from one run to the next, until what it is made from changes or the day does: the data is counted from today.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import psycopg
from django.db import connections
from psycopg import sql

from linkworks.config import embedded
from linkworks.foundation.core import clock

NAME = "bench"
ROOT = Path(__file__).resolve().parents[2]


class Addresses(NamedTuple):
    web: str
    owner: str


def addresses(name: str = NAME) -> Addresses:
    return Addresses(*(urlsplit(url)._replace(path=f"/{name}").geturl() for url in embedded.ensure_running()))


def postgres_pid() -> int:
    """The process from which all others of PostgreSQL come."""
    return int((embedded.status().home.data / "postmaster.pid").read_text().splitlines()[0])


def make(content: str, fill: Callable[[], None], *, name: str = NAME, shaped_by: Iterable[Path] = ()) -> None:
    """Make the database and fill it, unless it already is what this code would make today. `content` says of what, and
    `shaped_by` which files decide that beside the models."""
    wanted = json.dumps([content, clock.today().isoformat(), _fingerprint(shaped_by)])
    with psycopg.connect(embedded.ensure_running().owner_url, autocommit=True) as server:
        if _comment(server, name) == wanted:
            return
        make_empty(name)
        fill()
        with psycopg.connect(addresses(name).owner, autocommit=True) as filled:
            filled.execute("VACUUM ANALYZE")
        server.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(wanted)))


def make_copy(name: str, *, of: str) -> None:
    """To be written to, while what it was made from stays as it is."""
    drop(name)
    copy = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
    with psycopg.connect(embedded.ensure_running().owner_url, autocommit=True) as server:
        server.execute(copy.format(sql.Identifier(name), sql.Identifier(of)))


def make_empty(name: str) -> None:
    drop(name)
    with psycopg.connect(embedded.ensure_running().owner_url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def drop(name: str) -> None:
    with psycopg.connect(embedded.ensure_running().owner_url, autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _comment(server: psycopg.Connection, name: str) -> str | None:
    query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    found = server.execute(query, (name,)).fetchone()
    return found[0] if found else None


def _fingerprint(others: Iterable[Path]) -> str:
    files = sorted({*_what_shapes_it(), *others})
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def _what_shapes_it() -> Iterator[Path]:
    yield from (ROOT / "bench" / "data").glob("*.py")
    for pattern in ("models.py", "models/*.py", "migrations/*.py", "row_security.py"):
        yield from (ROOT / "src").rglob(pattern)


@contextmanager
def using(name: str) -> Iterator[None]:
    """Another database of this server, for this process, while the block runs."""
    before = {alias: connections[alias].settings_dict["NAME"] for alias in connections}
    _use(dict.fromkeys(before, name))
    try:
        yield
    finally:
        _use(before)


def _use(names: Mapping[str, str]) -> None:
    for alias, name in names.items():
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
