"""The two roles and the database, made on the first start."""

import psycopg
from psycopg import sql

from linkworks.config.embedded.passwords import DATABASE, OWNER, WEB

ROLE_RIGHTS = {
    # The owner makes databases so that the tests can; it owns every table, so row security does not hold it.
    OWNER: sql.SQL("LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOREPLICATION"),
    WEB: sql.SQL("LOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOREPLICATION"),
}


def prepare(administrator_url: str, passwords: dict[str, str]) -> None:
    """Make what is missing. Safe to run again after being cut short at any point."""
    with psycopg.connect(administrator_url, autocommit=True) as connection:
        for role, rights in ROLE_RIGHTS.items():
            _make_role(connection, role, rights, passwords[role])
        if not _exists(connection, "SELECT 1 FROM pg_database WHERE datname = %s", DATABASE):
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
            )


def _make_role(connection: psycopg.Connection, role: str, rights: sql.SQL, password: str) -> None:
    exists = _exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = %s", role)
    connection.execute(
        sql.SQL("{} ROLE {} {} PASSWORD {}").format(
            sql.SQL("ALTER" if exists else "CREATE"), sql.Identifier(role), rights, sql.Literal(password)
        )
    )


def _exists(connection: psycopg.Connection, query: str, name: str) -> bool:
    return connection.execute(query.encode(), (name,)).fetchone() is not None
