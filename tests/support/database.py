"""The tests' own database: made by the owner, used by the web role, with row security on, as in earnest.

Migrating takes seconds, so the migrated database is kept as a template and copied for each run until what it is made
from changes.
"""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from linkworks.config import embedded

TEMPLATE = "linkworks_template"
DROP_TRIES = 20
ONE_BUILDER = 7_311  # the advisory lock under which the template is made


def make(suffix: str) -> str:
    """Make a migrated, empty database and point both aliases at it. Returns its name."""
    name = f"test_linkworks_{os.getpid()}{suffix}"
    with _server() as server:
        server.execute("SELECT pg_advisory_lock(%s)", (ONE_BUILDER,))
        template = _template(server)
        _create(server, name, template)
    _use(name)
    return name


@contextmanager
def another(suffix: str) -> Iterator[tuple[str, str]]:
    """A second migrated, empty database for processes that a test starts: its addresses for web role and owner."""
    name = f"test_linkworks_{os.getpid()}{suffix}"
    with _server() as server:
        _create(server, name, _template(server))
    try:
        web, owner = (urlsplit(address)._replace(path=f"/{name}").geturl() for address in _addresses())
        yield web, owner
    finally:
        with _server() as server:
            _drop(server, name)


def drop(name: str) -> None:
    connections.close_all()
    with _server() as server:
        _drop(server, name)


def as_owner() -> psycopg.Connection:
    """A connection that row security does not hold, to set up and to look behind it."""
    parts = settings.DATABASES["owner"]
    return psycopg.connect(
        dbname=parts["NAME"],
        user=parts["USER"],
        password=parts["PASSWORD"],
        host=parts["HOST"],
        port=parts["PORT"],
        autocommit=True,
    )


def empty() -> None:
    """Empty every table that has rows, after a test that committed. The web role could not."""
    with as_owner() as connection:
        tables = connection.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT IN"
            " ('django_migrations', 'django_content_type') AND c.relname NOT LIKE 'auth_permission%'"
        ).fetchall()
        filled = [t for (t,) in tables if connection.execute(_any_row(t)).fetchone()]
        if filled:
            names = sql.SQL(", ").join(map(sql.Identifier, filled))
            connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(names))


def _template(server: psycopg.Connection) -> str:
    wanted = f"{TEMPLATE}_{_fingerprint()}"
    known = [n for (n,) in server.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", (f"{TEMPLATE}%",))]
    if wanted not in known:
        for old in known:
            _drop(server, old)
        building = f"{TEMPLATE}_building"
        _create(server, building, "template1")
        _use(building)
        call_command("upgrade", verbosity=0)
        connections.close_all()
        server.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(building), sql.Identifier(wanted))
        )
    return wanted


def _fingerprint() -> str:
    """Changes with everything that shapes the database."""
    shaping = sorted(
        file
        for file in (settings.ROOT / "src").rglob("*.py")
        if {"migrations", "models"} & set(file.parts) or file.stem in {"models", "row_security", "upgrade"}
    )
    contents = [file.read_bytes() for file in (*shaping, settings.ROOT / "requirements" / "run.txt")]
    return hashlib.sha256(b"".join(contents)).hexdigest()[:12]


def _use(name: str) -> None:
    for alias, address in zip(("default", "owner"), _addresses(), strict=True):
        settings.DATABASES[alias].update(_parts(address), NAME=name)


def _create(server: psycopg.Connection, name: str, template: str) -> None:
    server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))


def _drop(server: psycopg.Connection, name: str) -> None:
    """Autovacuum may be in it for a moment, and only a superuser may end that: then try again."""
    for _ in range(DROP_TRIES):
        try:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        except psycopg.errors.InsufficientPrivilege:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError(f"The test database {name} could not be dropped.")


def _any_row(table: str) -> sql.Composed:
    return sql.SQL("SELECT 1 FROM {} LIMIT 1").format(sql.Identifier(table))


def _server() -> psycopg.Connection:
    return psycopg.connect(_addresses()[1], autocommit=True)


def _addresses() -> tuple[str, str]:
    """The server to test on: the one that is named, as in earnest, else this checkout's own."""
    if "DATABASE_OWNER_URL" in os.environ:
        return os.environ["DATABASE_URL"], os.environ["DATABASE_OWNER_URL"]
    urls = embedded.ensure_running()
    return urls.database_url, urls.owner_url


def _parts(address: str) -> dict[str, str]:
    found = psycopg.conninfo.conninfo_to_dict(address)
    return {
        "USER": found["user"],
        "PASSWORD": found.get("password", ""),
        "HOST": found.get("host", ""),
        "PORT": str(found.get("port", "")),
    }
