"""Backing the database up and restoring it, with PostgreSQL's own programs, as the owner.

A back-up is in ``pg_dump``'s custom format. It holds everything but the rights of the roles, whose names differ from
server to server: ``manage upgrade`` writes those anew after a restore.
"""

import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import psycopg
from django.core.management import CommandError
from psycopg import sql

from linkworks.config import embedded

# Rights are written anew by `manage upgrade`; an extension's comment may be set by its owner only.
LEFT_OUT = (" POLICY ", " ROW SECURITY ", " COMMENT - EXTENSION ")
# pg_dump 17 and later writes this line, which PostgreSQL 15 and 16 refuse.
NOT_IN_15 = b"SET transaction_timeout = 0;\n"
HEADER_LINES = 40
# Loads the library, without which only a superuser may make functions that set pg_trgm's options.
BEFORE = b"CREATE EXTENSION IF NOT EXISTS pg_trgm; SELECT show_limit();\n"


def back_up(database: Mapping[str, Any], file: Path) -> None:
    """Write a back-up that only we can read; it has its name only once it is whole and readable."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half_done = file.with_name(f"{file.name}.part")
    half_done.unlink(missing_ok=True)
    half_done.touch(mode=0o600)
    _run(database, "pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={half_done}")
    contents(database, half_done)
    half_done.rename(file)


def back_up_to_output(database: Mapping[str, Any]) -> None:
    """Write the back-up to standard output, for a program that encrypts it."""
    _run(database, "pg_dump", "--format=custom", "--no-owner", "--no-acl", capture=False)


def contents(database: Mapping[str, Any], file: Path) -> str:
    """The back-up's table of contents; refuses a file that is none."""
    return _run(database, "pg_restore", "--list", str(file))


def restore(database: Mapping[str, Any], file: Path) -> None:
    """Restore into an empty database: all of it or, when anything fails, nothing."""
    with tempfile.NamedTemporaryFile("w", suffix=".list") as wanted:
        lines = contents(database, file).splitlines()
        wanted.write("\n".join(line for line in lines if not any(left_out in line for left_out in LEFT_OUT)))
        wanted.flush()
        reading = _start(
            database,
            ["pg_restore", "--no-owner", "--no-acl", f"--use-list={wanted.name}", "--file=-", str(file)],
            stdout=subprocess.PIPE,
        )
        writing = _start(
            database,
            ["psql", "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"],
            stdin=subprocess.PIPE,
        )
        _pour(reading, writing)


def _pour(reading: "subprocess.Popen[bytes]", writing: "subprocess.Popen[bytes]") -> None:
    assert reading.stdout  # noqa: S101 (both are pipes)
    assert writing.stdin  # noqa: S101
    try:
        writing.stdin.write(BEFORE)
        for line in _without_newer_settings(reading.stdout):
            writing.stdin.write(line)
        if reading.wait():
            writing.kill()  # before it can commit the half it was given
        writing.stdin.close()
    except BrokenPipeError:
        reading.kill()
    if writing.wait() or reading.wait():
        raise CommandError("The back-up could not be restored, and nothing was changed: the reason is above.")


def _without_newer_settings(lines: IO[bytes]) -> Iterator[bytes]:
    for number, line in enumerate(lines):
        if number >= HEADER_LINES or line != NOT_IN_15:
            yield line


@contextmanager
def set_aside(database: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Give a new, empty database to fill; when that went well, it takes the place of the present one.

    Yields the new database and the name under which the present one is kept. Nothing is deleted.
    """
    name = str(database["NAME"])
    new, kept = f"{name}_restoring", f"{name}_until_{datetime.now().astimezone():%Y%m%d_%H%M%S}"
    with _administration(database) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(new)))
        try:
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(new)))
        except psycopg.errors.InsufficientPrivilege:
            raise CommandError(
                f"The role {database['USER']} may not make databases: grant it CREATEDB, or restore into an empty one."
            ) from None
        yield {**database, "NAME": new}, kept
        try:
            _rename(server, name, kept)
        except psycopg.errors.ObjectInUse:
            raise CommandError(
                f"The back-up was restored as {new}, but {name} is in use: stop the server, then do this again."
            ) from None
        _rename(server, new, name)


def _rename(server: psycopg.Connection, old: str, new: str) -> None:
    server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new)))


def _administration(database: Mapping[str, Any]) -> psycopg.Connection:
    """A connection to the server that is to none of our databases."""
    return psycopg.connect(
        host=database["HOST"],
        port=database["PORT"],
        user=database["USER"],
        password=database["PASSWORD"],
        dbname="postgres",
        autocommit=True,
        **database.get("OPTIONS", {}),
    )


def _run(database: Mapping[str, Any], *command: str, capture: bool = True) -> str:
    process = _start(database, list(command), stdout=subprocess.PIPE if capture else None)
    output, _ = process.communicate()
    if process.returncode:
        raise CommandError(f"{command[0]} failed: the reason is above.")
    return output.decode() if capture else ""


def _start(database: Mapping[str, Any], command: list[str], **pipes: Any) -> "subprocess.Popen[bytes]":
    programs = embedded.programs()
    return subprocess.Popen(  # noqa: S603
        [programs.path(command[0]), *command[1:]], env=programs.environment | _connection(database), **pipes
    )


def _connection(database: Mapping[str, Any]) -> dict[str, str]:
    """How to reach the database, in variables: a command line can be read by everybody on the machine."""
    options = {f"PG{name.upper()}": str(value) for name, value in database.get("OPTIONS", {}).items()}
    named = {"HOST": "HOST", "PORT": "PORT", "USER": "USER", "PASSWORD": "PASSWORD", "DATABASE": "NAME"}
    return {f"PG{ours}": str(database[theirs]) for ours, theirs in named.items() if database[theirs]} | options
